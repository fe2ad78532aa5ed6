import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const DAY = 86_400_000;
const inDays = (days: number) => `${new Date(Date.now() + days * DAY).toISOString().slice(0, 19)}Z`;
const getMany = (fields = {}) => ({ resource: 'onCall', operation: 'getAll', ...fields });
const ofService = (name: string, fields = {}) =>
	getMany({ serviceId: byId(idsOf(on).services[name]), ...fields });
const ofAccount = (fields = {}) => getMany({ scope: 'account', ...fields });
const weekly = () => [...on.sandbox.state('pagerDuty').details.schedules.values()][0];
const people = (items: Array<{ json: object }>) =>
	items.map(({ json }) => {
		const { level, userName } = json as { level: number; userName: string };
		return [level, userName];
	});

describe('for one service', () => {
	it('gives who is on call now in one step, the first to be notified first', async () => {
		const { services, policies, users } = idsOf(on);
		const { start, end } = weekly();
		const { items, hints } = await on.run(ofService('Checkout'));
		expect(on.requests().map(comparable)).toEqual([
			{
				method: 'GET',
				path: `/services/${services.Checkout}`,
				query: {},
				headers: READ_HEADERS,
				body: undefined,
			},
			{
				method: 'GET',
				path: '/oncalls',
				query: {
					'escalation_policy_ids[]': policies['Shop On-Call'],
					'include[]': 'users',
					limit: '100',
					offset: '0',
				},
				headers: READ_HEADERS,
				body: undefined,
			},
		]);
		const common = {
			provider: 'pagerduty',
			escalationPolicyId: policies['Shop On-Call'],
			escalationPolicyName: 'Shop On-Call',
		};
		expect(items).toEqual([
			{
				json: {
					...common,
					userId: users['Jürgen Müßig'],
					userName: 'Jürgen Müßig',
					userEmail: 'juergen.muessig@alpenrad.example',
					level: 1,
					scheduleName: 'Shop Weekly',
					start,
					end,
				},
				pairedItem: { item: 0 },
			},
			{
				json: {
					...common,
					userId: users['Anna Schmidt'],
					userName: 'Anna Schmidt',
					userEmail: 'anna.schmidt@alpenrad.example',
					level: 2,
					scheduleName: null,
					start: null,
					end: null,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(hints).toEqual([]);
	});

	it('keeps the lowest levels at the limit', async () => {
		const { items } = await on.run(ofService('Checkout', { limit: 1 }));
		expect(people(items)).toEqual([[1, 'Jürgen Müßig']]);
	});

	it('puts the shift that begins first before the next one of the same level', async () => {
		const { items } = await on.run(ofService('Checkout', { filters: { until: inDays(30) } }));
		expect(people(items)).toEqual([
			[1, 'Jürgen Müßig'],
			[1, 'Jürgen Müßig'],
			[2, 'Anna Schmidt'],
		]);
		expect(items.map(({ json }) => json.start)).toEqual([weekly().start, weekly().end, null]);
	});

	it('gives each item the people of its own service', async () => {
		const { services } = idsOf(on);
		const { items } = await on.run(getMany({ serviceId: byId('={{ $json.id }}'), limit: 1 }), {
			items: [{ id: services['Warehouse API'] }, { id: services.Checkout }],
		});
		expect(people(items)).toEqual([
			[1, 'Priya Natarajan'],
			[1, 'Jürgen Müßig'],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it("gives the vendor's entries without Simplify, in full where asked", async () => {
		const include = ['escalation_policies', 'schedules', 'users'];
		const { items } = await on.run(
			ofService('Checkout', { simplify: false, options: { include } }),
		);
		expect(on.requests()[1].query['include[]']).toEqual(include);
		expect(items[0].json).toMatchObject({
			escalation_level: 1,
			user: { type: 'user', email: 'juergen.muessig@alpenrad.example' },
			schedule: { type: 'schedule', name: 'Shop Weekly' },
			escalation_policy: { type: 'escalation_policy', num_loops: 1 },
		});
	});

	it('gives references without Simplify and Include', async () => {
		const { items } = await on.run(ofService('Checkout', { simplify: false }));
		expect(on.requests()[1].query).not.toHaveProperty('include[]');
		expect(items[0].json.user).toMatchObject({ type: 'user_reference' });
	});

	it('says so when nobody is on call', async () => {
		const { escalationPolicies } = on.sandbox.state('pagerDuty');
		const policy = escalationPolicies.get(idsOf(on).policies['Shop On-Call']);
		policy?.escalation_rules.splice(0);
		const { items, hints, error } = await on.run(ofService('Checkout'));
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(hints.map(({ message }) => message)).toEqual([
			'Nobody was found on call for the service "Checkout" (escalation policy "Shop On-Call")',
		]);
	});

	it('says so when the service opens no incidents', async () => {
		const { items, hints } = await on.run(ofService('Old Shop'));
		expect(people(items)).toEqual([[1, 'Jürgen Müßig']]);
		expect(hints.map(({ message }) => message)).toEqual([
			'The service "Old Shop" is disabled: PagerDuty opens no incidents for it',
		]);
	});

	it('explains a service without an escalation policy', async () => {
		const service = on.sandbox.state('pagerDuty').services.get(idsOf(on).services.Checkout);
		on.expectOddReplies();
		Object.assign(service ?? {}, { escalation_policy: null });
		const { error } = await on.run(ofService('Checkout'));
		expect(error?.message).toBe('The service "Checkout" has no escalation policy (item 0)');
		expect(error?.description).toContain('nobody is notified for this one');
	});

	it('names a service that is not there', async () => {
		const { error } = await on.run(getMany({ serviceId: byId('PNOTHERE') }));
		expect(error).toMatchObject({
			httpCode: '404',
			message: "PagerDuty refused 'Get many on-calls' (item 0): Not Found",
		});
		expect(on.requests()).toHaveLength(1);
	});

	it.each([
		['the service', 0],
		['the on-calls', 1],
	])('reads %s again when the answer is lost', async (_, skip) => {
		on.sandbox.fault('pagerDuty', { skip, drop: 'after' });
		const { items, error } = await on.run(ofService('Checkout'));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2);
		expect(on.requests()).toHaveLength(3);
	});

	it('says that the key lacks the right to read on-calls', async () => {
		const body = { error: { message: 'Access Denied', code: 2010 } };
		on.sandbox.fault('pagerDuty', { path: '/oncalls', status: 403, body });
		const { error } = await on.run(ofService('Checkout'));
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.description).toContain('lacks the right');
	});
});

describe('in the whole account', () => {
	it('sends every filter and option as documented', async () => {
		const { policies, users } = idsOf(on);
		const [since, until] = [inDays(1), inDays(80)];
		const { items } = await on.run(
			ofAccount({
				limit: 10,
				filters: {
					earliest: false,
					escalationPolicyIds: rowsOfIds('escalationPolicyId', [
						policies['Shop On-Call'],
						policies['Last Resort'],
					]),
					scheduleIds: rowsOfIds('scheduleId', [weekly().id]),
					since,
					until,
					userIds: rowsOfIds('userId', [users['Jürgen Müßig'], users['Anna Schmidt']]),
				},
				options: { include: ['schedules', 'users'], timeZone: 'Europe/Paris' },
			}),
		);
		expect(on.theRequest()).toEqual({
			method: 'GET',
			path: '/oncalls',
			query: {
				since,
				until,
				earliest: 'false',
				'escalation_policy_ids[]': [policies['Shop On-Call'], policies['Last Resort']],
				'schedule_ids[]': weekly().id,
				'user_ids[]': [users['Jürgen Müßig'], users['Anna Schmidt']],
				'include[]': ['schedules', 'users'],
				time_zone: 'Europe/Paris',
				limit: '10',
				offset: '0',
			},
			headers: READ_HEADERS,
			body: undefined,
		});
		expect(items.map(({ json }) => json.start).sort()).toEqual([weekly().start, weekly().end]);
	});

	it('gives all who are on call now when nothing is set', async () => {
		const { items } = await on.run(ofAccount());
		expect(on.theRequest().query).toEqual({ 'include[]': 'users', limit: '50', offset: '0' });
		expect(people(items)).toHaveLength(5);
	});

	it('gives the next shift of each only with Earliest Only', async () => {
		const schedule = rowsOfIds('scheduleId', [weekly().id]);
		const filters = { scheduleIds: schedule, until: inDays(30) };
		const all = await on.run(ofAccount({ filters }));
		const first = await on.run(ofAccount({ filters: { ...filters, earliest: true } }));
		expect([all.items.length, first.items.length]).toEqual([2, 1]);
		expect(first.items[0].json.start).toBe(weekly().start);
	});

	it('takes a start that lies ahead for the moment to ask about', async () => {
		const since = inDays(7);
		const { items, error } = await on.run(
			ofAccount({ filters: { since, scheduleIds: rowsOfIds('scheduleId', [weekly().id]) } }),
		);
		expect(error).toBeUndefined();
		expect(on.theRequest().query).toMatchObject({ since, until: since });
		expect(items.map(({ json }) => json.start)).toEqual([weekly().end]);
	});

	it('leaves the end to PagerDuty when the start lies back', async () => {
		await on.run(ofAccount({ filters: { since: inDays(-1) } }));
		expect(on.theRequest().query).not.toHaveProperty('until');
	});

	it('goes through the pages', async () => {
		const { escalationPolicies } = on.sandbox.state('pagerDuty');
		const policy = escalationPolicies.get(idsOf(on).policies['Last Resort']);
		const [rule] = policy?.escalation_rules ?? [];
		policy?.escalation_rules.push(...Array.from({ length: 200 }, () => rule));
		const { items } = await on.run(ofAccount({ returnAll: true }));
		expect(items).toHaveLength(205);
		expect(on.requests().map(({ query }) => query.offset)).toEqual(['0', '100', '200']);
	});

	it('says how to reach what lies beyond the end of the paging', async () => {
		on.sandbox.fault('pagerDuty', {
			times: Infinity,
			status: 200,
			body: { oncalls: Array.from({ length: 5_000 }, () => ({})), more: true },
		});
		const { hints } = await on.run(ofAccount({ returnAll: true }));
		expect(hints.map(({ message }) => message)).toEqual([
			"PagerDuty lists 10,000 on-calls at most, and more exist. Narrow the list with the filters, or shorten the time to 'End'",
		]);
	});
});

it.each([
	[{ serviceId: byId('={{ "" }}') }, "'Service' is empty (item 0)"],
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ scope: 'team' }, `'Scope' cannot be "team" (item 0)`],
	[{ filters: { since: inDays(100) } }, "'Start' lies more than 90 days ahead (item 0)"],
	[{ filters: { until: inDays(100) } }, "'End' lies more than 90 days ahead (item 0)"],
	[{ filters: { since: inDays(3), until: inDays(2) } }, "'End' lies before 'Start' (item 0)"],
	[{ filters: { since: 'soon' } }, `'Start' is no date: "soon" (item 0)`],
	[
		{ filters: { escalationPolicyIds: rowsOfIds('escalationPolicyId', ['PPOLICY']) } },
		"'Escalation Policies' cannot be used for one service, which has its own policy (item 0)",
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany({ serviceId: byId('PSERVICE'), ...fields }));
	expect(error?.message).toBe(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toHaveLength(0);
});
