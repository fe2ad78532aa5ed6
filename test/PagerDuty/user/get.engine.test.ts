import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const anna = () => {
	const found = on.sandbox.state('pagerDuty').users.get(idsOf(on).users['Anna Schmidt']);
	if (!found) throw new TypeError('no user Anna Schmidt');
	return found;
};
const get = (user: object, fields = {}) => ({
	resource: 'user',
	operation: 'get',
	userId: { ...user },
	...fields,
});

it('gives a record', async () => {
	const user = anna();
	const { items } = await on.run(get(byId(user.id)));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/users/${user.id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: user.id,
				name: 'Anna Schmidt',
				email: 'anna.schmidt@alpenrad.example',
				role: 'user',
				jobTitle: 'On call as user',
				description: null,
				timeZone: 'Europe/Berlin',
				teams: user.teams.map(({ id, summary }) => ({ id, name: summary })),
				url: user.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('returns the object untouched without Simplify, with all that it can include', async () => {
	const include = ['calendar_urls', 'contact_methods', 'notification_rules', 'subdomains', 'teams'];
	const { items } = await on.run(get(byId(anna().id), { simplify: false, options: { include } }));
	expect(on.theRequest().query).toEqual({ 'include[]': include });
	expect(items[0].json).toMatchObject({
		type: 'user',
		contact_methods: [{ type: 'email_contact_method' }, {}, {}, {}],
		http_cal_url: expect.stringContaining('/feed'),
	});
});

it('takes its address', async () => {
	const { items } = await on.run(get({ __rl: true, mode: 'url', value: anna().html_url }));
	expect(items[0].json.name).toBe('Anna Schmidt');
});

it.each([
	[{ userId: byId('={{ "" }}') }, "'User' is empty (item 0)"],
	[{ options: { include: ['secrets'] } }, `'Include' cannot be "secrets" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(get(byId('PUSER1'), fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
