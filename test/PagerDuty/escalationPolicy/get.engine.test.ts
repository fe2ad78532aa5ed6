import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const get = (id: string, fields = {}) => ({
	resource: 'escalationPolicy',
	operation: 'get',
	escalationPolicyId: byId(id),
	...fields,
});
const shop = () => idsOf(on).policies['Shop On-Call'];

it('gives a record with its levels', async () => {
	const { items } = await on.run(get(shop()));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/escalation_policies/${shop()}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	const { users } = idsOf(on);
	const target = (name: string) => ({ id: users[name], name, type: 'user' });
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: shop(),
				name: 'Shop On-Call',
				description: 'Whom Shop On-Call calls',
				levels: [
					{ level: 1, delayMinutes: 30, targets: [target('Jürgen Müßig')] },
					{ level: 2, delayMinutes: 30, targets: [target('Anna Schmidt')] },
				],
				repeats: 1,
				services: ['Checkout', 'Product Search'],
				teams: ['Shop'],
				url: on.sandbox.state('pagerDuty').escalationPolicies.get(shop())?.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives PagerDuty's own object without Simplify, with all that it can include", async () => {
	const include = ['escalation_rule_assignment_strategies', 'services', 'targets', 'teams'];
	const { items } = await on.run(get(shop(), { simplify: false, options: { include } }));
	expect(on.theRequest().query).toEqual({ 'include[]': include });
	expect(items[0].json).toMatchObject({ type: 'escalation_policy', num_loops: 1 });
});

it('has what a policy lacks as null', async () => {
	const body = { escalation_policy: { escalation_rules: [{ targets: [{}] }] } };
	on.sandbox.fault('pagerDuty', { status: 200, body });
	const { items } = await on.run(get(shop()));
	expect(items[0].json).toEqual({
		provider: 'pagerduty',
		id: null,
		name: null,
		description: null,
		levels: [{ level: 1, delayMinutes: null, targets: [{ id: null, name: null, type: null }] }],
		repeats: null,
		services: [],
		teams: [],
		url: null,
	});
});

it.each([
	[byId('={{ "" }}'), {}, "'Escalation Policy' is empty (item 0)"],
	[byId('PPOLICY'), { include: ['users'] }, `'Include' cannot be "users" (item 0)`],
])('refuses %j %j before any request', async (escalationPolicyId, options, message) => {
	const { error } = await on.run(get('', { escalationPolicyId, options }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
