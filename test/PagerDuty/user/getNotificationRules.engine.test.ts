import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const get = (id: string, fields = {}) => ({
	resource: 'user',
	operation: 'getNotificationRules',
	userId: byId(id),
	...fields,
});

it('gives the rules of all urgencies', async () => {
	const userId = idsOf(on).users['Anna Schmidt'];
	const { items } = await on.run(get(userId));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/users/${userId}/notification_rules`,
		query: { urgency: 'all' },
		headers: READ_HEADERS,
		body: undefined,
	});
	const rule = (urgency: string, delayMinutes: number, type: string, contactMethod: string) => ({
		json: {
			provider: 'pagerduty',
			id: expect.any(String),
			userId,
			urgency,
			delayMinutes,
			contactMethodId: expect.any(String),
			contactMethodType: type,
			contactMethod,
		},
		pairedItem: { item: 0 },
	});
	expect(items).toEqual([
		rule('high', 0, 'push_notification', 'Phone'),
		rule('high', 5, 'phone', 'Mobile'),
		rule('low', 0, 'email', 'Default'),
	]);
});

it('carries every option, and shows addresses then', async () => {
	const include = ['contact_methods'];
	const { items } = await on.run(
		get(idsOf(on).users['Anna Schmidt'], { urgency: 'low', options: { include } }),
	);
	expect(on.theRequest().query).toEqual({ urgency: 'low', 'include[]': 'contact_methods' });
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({
			contactMethodType: 'email',
			contactMethod: 'anna.schmidt@alpenrad.example',
		}),
	]);
});

it('returns the objects untouched without Simplify', async () => {
	const { items } = await on.run(get(idsOf(on).users['Ops Bot'], { simplify: false }));
	expect(items[0].json).toMatchObject({
		type: 'assignment_notification_rule',
		contact_method: { type: 'push_notification_contact_method_reference' },
	});
});

it.each([
	[{ userId: byId('={{ "" }}') }, "'User' is empty (item 0)"],
	[{ urgency: 'medium' }, `'Urgency' cannot be "medium" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(get('PUSER1', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
