import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({ resource: 'service', operation: 'getAll', ...fields });
const teamNamed = (name: string) =>
	[...on.sandbox.state('pagerDuty').teams.values()].find((team) => team.name === name)?.id ?? '';

/** So many services more, under names of their own. */
function seedServices(count: number) {
	const { services } = on.sandbox.state('pagerDuty');
	const [first] = services.values();
	for (let index = 0; index < count; index += 1) {
		const id = `PMORE${index}`;
		services.set(id, { ...first, id, name: `More ${index}` });
	}
}

it('sends every filter and option as documented', async () => {
	const { items } = await on.run(
		getMany({
			limit: 10,
			filters: {
				name: ' Checkout ',
				query: 'check',
				teamIds: rowsOfIds('teamId', [teamNamed('Shop'), teamNamed('Platform')]),
			},
			options: {
				include: ['escalation_policies', 'teams'],
				sortBy: 'name:desc',
				timeZone: 'Europe/Paris',
			},
			simplify: false,
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/services',
		query: {
			name: 'Checkout',
			query: 'check',
			'team_ids[]': [teamNamed('Shop'), teamNamed('Platform')],
			sort_by: 'name:desc',
			time_zone: 'Europe/Paris',
			'include[]': ['escalation_policies', 'teams'],
			limit: '10',
			offset: '0',
		},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({
			type: 'service',
			name: 'Checkout',
			escalation_policy: expect.objectContaining({ num_loops: 1 }),
		}),
	]);
});

it('reads all services by name when nothing is set, one record each', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest().query).toEqual({ limit: '50', offset: '0' });
	expect(items.map(({ json }) => json.name)).toEqual([
		'Checkout',
		'Nightly Reports',
		'Old Shop',
		'Product Search',
		'Warehouse API',
	]);
	const { services, policies } = idsOf(on);
	const stored = on.sandbox.state('pagerDuty').services.get(services['Old Shop']);
	expect(items[2]).toEqual({
		json: {
			provider: 'pagerduty',
			id: services['Old Shop'],
			name: 'Old Shop',
			description: 'What Old Shop needs',
			status: 'disabled',
			escalationPolicyId: policies['Last Resort'],
			escalationPolicyName: 'Last Resort',
			teams: ['Platform'],
			createdAt: stored?.created_at,
			url: stored?.html_url,
		},
		pairedItem: { item: 0 },
	});
});

it('finds a name with special letters', async () => {
	const [first] = on.sandbox.state('pagerDuty').services.values();
	first.name = 'Zahlung für „Fahrräder“ & mehr';
	const { items } = await on.run(getMany({ filters: { query: '„fahrräder“ &' } }));
	expect(items.map(({ json }) => json.name)).toEqual(['Zahlung für „Fahrräder“ & mehr']);
});

it('goes through the pages, and stops at the limit', async () => {
	seedServices(225);
	const all = await on.run(getMany({ returnAll: true }));
	expect(new Set(all.items.map(({ json }) => json.id)).size).toBe(230);
	expect(on.requests().map(({ query }) => query.offset)).toEqual(['0', '100', '200']);
	on.sandbox.clearRequests();
	const some = await on.run(getMany({ limit: 101 }));
	expect(some.items).toHaveLength(101);
	expect(on.requests()).toHaveLength(2);
});

it('says how to reach what lies beyond the end of the paging', async () => {
	on.sandbox.fault('pagerDuty', {
		times: Infinity,
		status: 200,
		body: { services: Array.from({ length: 5_000 }, () => ({ name: 'Many' })), more: true },
	});
	const { items, hints } = await on.run(getMany({ returnAll: true }));
	expect(items).toHaveLength(10_000);
	expect(hints.map(({ message }) => message)).toEqual([
		"PagerDuty lists 10,000 services at most, and more exist. Narrow the list with the filter 'Name Contains' or 'Teams'",
	]);
});

describe('where the plan has no teams', () => {
	beforeEach(() => on.sandbox.state('pagerDuty').abilities.delete('teams'));

	it('is empty with a filter by teams, and says why', async () => {
		const { items, hints, error } = await on.run(
			getMany({ filters: { teamIds: rowsOfIds('teamId', [teamNamed('Shop')]) } }),
		);
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(hints.map(({ message }) => message)).toEqual([
			"This PagerDuty account's plan does not include what the filter 'Teams' needs: the list is empty. Take the filter out to read the whole list",
		]);
	});

	it('is whole without it', async () => {
		const { items, hints } = await on.run(getMany());
		expect(items).toHaveLength(5);
		expect(hints).toEqual([]);
	});
});

it('does not take a refusal that has nothing to do with the filter for an empty list', async () => {
	const body = { error: { message: 'Account Ability Required', code: 2014 } };
	on.sandbox.fault('pagerDuty', { status: 402, body });
	const { error } = await on.run(getMany());
	expect(error).toMatchObject({ httpCode: '402' });
	expect(error?.description).toContain('The plan of this PagerDuty account');
});

it('says that the key lacks the right', async () => {
	const body = { error: { message: 'Access Denied', code: 2010 } };
	on.sandbox.fault('pagerDuty', { status: 403, body });
	const { error } = await on.run(
		getMany({ filters: { teamIds: rowsOfIds('teamId', [teamNamed('Shop')]) } }),
	);
	expect(error?.message).toBe("PagerDuty refused 'Get many services' (item 0): Access Denied");
});

it.each([
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ options: { sortBy: 'status:asc' } }, `'Sort By' cannot be "status:asc" (item 0)`],
	[{ filters: { teamIds: rowsOfIds('teamId', ['Shop!']) } }, `'Team' is not an ID: "Shop!"`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toHaveLength(0);
});
