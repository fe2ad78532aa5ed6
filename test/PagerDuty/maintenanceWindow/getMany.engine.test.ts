import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';
import { windowOf, windowRecord } from '../plans';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({
	resource: 'maintenanceWindow',
	operation: 'getAll',
	...fields,
});

it('gives those that run and are to come', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/maintenance_windows',
		query: { filter: 'open', limit: '50', offset: '0' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{ json: windowRecord(windowOf(on, 'ongoing'), 'ongoing'), pairedItem: { item: 0 } },
		{ json: windowRecord(windowOf(on, 'future'), 'future'), pairedItem: { item: 0 } },
	]);
});

it('carries every filter', async () => {
	const teamId = [...on.sandbox.state('pagerDuty').teams.keys()][0];
	const serviceId = idsOf(on).services['Product Search'];
	const include = ['services', 'teams', 'users'];
	const { items } = await on.run(
		getMany({
			state: 'all',
			limit: 5,
			simplify: false,
			filters: {
				query: 'ARTIKEL',
				serviceIds: rowsOfIds('serviceId', [serviceId]),
				teamIds: rowsOfIds('teamId', [teamId]),
			},
			options: { include },
		}),
	);
	expect(on.theRequest().query).toEqual({
		filter: 'all',
		query: 'ARTIKEL',
		'service_ids[]': serviceId,
		'team_ids[]': teamId,
		'include[]': include,
		limit: '5',
		offset: '0',
	});
	expect(items.map(({ json }) => json.id)).toEqual([windowOf(on, 'future').id]);
});

it.each([
	['ongoing', 1],
	['future', 1],
	['past', 111],
	['all', 113],
])('reads all pages of those that are %s', async (state, count) => {
	const { items } = await on.run(getMany({ state, returnAll: true }));
	expect(items).toHaveLength(count);
	const pages = on.requests().map((request) => comparable(request).query);
	expect(pages).toEqual(
		count > 100
			? [
					{ filter: state, limit: '100', offset: '0' },
					{ filter: state, limit: '100', offset: '100' },
				]
			: [{ filter: state, limit: '100', offset: '0' }],
	);
});

it('finds nothing where the plan has no teams, and says so', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('teams');
	const filters = { teamIds: rowsOfIds('teamId', ['PTEAM1']) };
	const { items, hints } = await on.run(getMany({ filters }));
	expect(items).toEqual([]);
	expect(JSON.stringify(hints)).toContain("the filter 'Teams' needs");
});

it.each([
	[{ state: 'running' }, `'State' cannot be "running" (item 0)`],
	[{ limit: 0 }, "'Limit' cannot be 0 (item 0)"],
	[
		{ filters: { query: '={{ "" }}' } },
		"'Description Contains' is a filter without a value (item 0)",
	],
	[
		{ filters: { serviceIds: { values: [{ serviceId: byId('={{ "" }}') }] } } },
		"'Services' is a filter without a value (item 0)",
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
