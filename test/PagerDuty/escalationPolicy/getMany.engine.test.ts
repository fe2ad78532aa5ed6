import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({ resource: 'escalationPolicy', operation: 'getAll', ...fields });
const shop = () => [...on.sandbox.state('pagerDuty').teams.values()][0].id;

it('sends every filter and option as documented', async () => {
	const users = [idsOf(on).users['Anna Schmidt']];
	const { items } = await on.run(
		getMany({
			limit: 10,
			filters: {
				query: ' on-call ',
				teamIds: rowsOfIds('teamId', [shop()]),
				userIds: rowsOfIds('userId', users),
			},
			options: { include: ['targets'], sortBy: 'name:desc' },
			simplify: false,
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/escalation_policies',
		query: {
			query: 'on-call',
			'team_ids[]': shop(),
			'user_ids[]': users[0],
			sort_by: 'name:desc',
			'include[]': 'targets',
			limit: '10',
			offset: '0',
		},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items.map(({ json }) => json)).toEqual([
		on.sandbox.state('pagerDuty').escalationPolicies.get(idsOf(on).policies['Shop On-Call']),
	]);
});

it('reads all by name when nothing is set, one record each', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest().query).toEqual({ limit: '50', offset: '0' });
	expect(items.map(({ json }) => json.name)).toEqual([
		'Last Resort',
		'Platform On-Call',
		'Shop On-Call',
	]);
	const { users, policies } = idsOf(on);
	expect(items[0]).toEqual({
		json: {
			provider: 'pagerduty',
			id: policies['Last Resort'],
			name: 'Last Resort',
			description: 'Whom Last Resort calls',
			levels: [
				{
					level: 1,
					delayMinutes: 30,
					targets: [{ id: users['Jürgen Müßig'], name: 'Jürgen Müßig', type: 'user' }],
				},
			],
			repeats: 1,
			services: ['Old Shop'],
			teams: ['Platform'],
			url: expect.stringContaining('/escalation_policies/'),
		},
		pairedItem: { item: 0 },
	});
});

it('goes through the pages', async () => {
	const { escalationPolicies } = on.sandbox.state('pagerDuty');
	const [policy] = escalationPolicies.values();
	for (let index = 0; index < 120; index += 1) {
		escalationPolicies.set(`PMORE${index}`, { ...policy, id: `PMORE${index}` });
	}
	const { items } = await on.run(getMany({ returnAll: true }));
	expect(items).toHaveLength(123);
	expect(on.requests().map(({ query }) => query.offset)).toEqual(['0', '100']);
});

it('says why it is empty where the plan has no teams', async () => {
	const body = { error: { message: 'Account Ability Required', code: 2014 } };
	on.sandbox.fault('pagerDuty', { status: 402, body });
	const { items, hints } = await on.run(
		getMany({ filters: { teamIds: rowsOfIds('teamId', [shop()]) } }),
	);
	expect(items).toEqual([]);
	expect(hints[0].message).toContain("what the filter 'Teams' needs");
});

it.each([
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ options: { sortBy: 'id' } }, `'Sort By' cannot be "id" (item 0)`],
	[{ filters: { userIds: rowsOfIds('userId', ['Anna!']) } }, `'User' is not an ID: "Anna!"`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toHaveLength(0);
});
