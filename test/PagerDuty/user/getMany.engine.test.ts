import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({ resource: 'user', operation: 'getAll', ...fields });

it('gives records', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/users',
		query: { limit: '50', offset: '0' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items.map(({ json }) => json.name)).toEqual([
		'Anna Schmidt',
		'Jürgen Müßig',
		'Ops Bot',
		'Priya Natarajan',
	]);
	expect(items[2]).toEqual({
		json: {
			provider: 'pagerduty',
			id: idsOf(on).users['Ops Bot'],
			name: 'Ops Bot',
			email: 'ops-bot@alpenrad.example',
			role: 'limited_user',
			jobTitle: 'On call as limited_user',
			description: null,
			timeZone: 'Europe/Berlin',
			teams: [],
			url: expect.stringContaining('/users/'),
		},
		pairedItem: { item: 0 },
	});
});

it('carries every filter and option', async () => {
	const [shop] = on.sandbox.state('pagerDuty').teams.keys();
	const include = ['contact_methods', 'notification_rules', 'subdomains', 'teams'];
	const { items } = await on.run(
		getMany({
			returnAll: true,
			simplify: false,
			filters: { query: 'ANNA.schmidt@', teamIds: rowsOfIds('teamId', [shop]) },
			options: { include },
		}),
	);
	expect(on.theRequest().query).toEqual({
		query: 'ANNA.schmidt@',
		'team_ids[]': shop,
		'include[]': include,
		limit: '100',
		offset: '0',
	});
	expect(items.map(({ json }) => json.name)).toEqual(['Anna Schmidt']);
});

it('finds nothing where the plan has no teams, and says so', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('teams');
	const { items, hints } = await on.run(
		getMany({ filters: { teamIds: rowsOfIds('teamId', ['PTEAM1']) } }),
	);
	expect(items).toEqual([]);
	expect(JSON.stringify(hints)).toContain("the filter 'Teams' needs");
});

it.each([
	[
		{ filters: { query: '={{ "" }}' } },
		"'Name or Email Contains' is a filter without a value (item 0)",
	],
	[{ options: { include: ['calendar_urls'] } }, `'Include' cannot be "calendar_urls" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
