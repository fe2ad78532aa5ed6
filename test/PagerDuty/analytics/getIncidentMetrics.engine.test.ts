import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { rowsOfIds, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMetrics = (fields = {}) => ({
	resource: 'analytics',
	operation: 'getIncidentMetrics',
	...fields,
});
const DAY = 86_400_000;
const sent = () => on.theRequest().body as { filters: { [name: string]: string } };

it('sends every filter and option as documented', async () => {
	const { services, policies, priorities } = idsOf(on);
	const [team] = [...on.sandbox.state('pagerDuty').teams.keys()];
	const { error } = await on.run(
		getMetrics({
			groupBy: 'services',
			filters: {
				since: '2026-01-01T00:00:00+02:00',
				until: '2026-12-31T00:00:00Z',
				escalationPolicyIds: rowsOfIds('escalationPolicyId', [policies['Shop On-Call']]),
				major: false,
				minAcknowledgements: 1,
				minManualEscalations: 0,
				minTimeoutEscalations: 2,
				advanceUsed: true,
				priorityIds: [priorities.P1],
				priorityNames: ' SEV-1, ,SEV-2 ',
				serviceIds: rowsOfIds('serviceId', [services.Checkout]),
				teamIds: rowsOfIds('teamId', [team]),
				urgency: 'low',
			},
			options: {
				interval: 'week',
				order: 'asc',
				orderBy: 'total_incident_count',
				timeZone: 'Europe/Paris',
			},
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/analytics/metrics/incidents/services',
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			filters: {
				created_at_start: '2025-12-31T22:00:00Z',
				created_at_end: '2026-12-31T00:00:00Z',
				urgency: 'low',
				major: false,
				min_ackowledgements: 1,
				min_timeout_escalations: 2,
				min_manual_escalations: 0,
				team_ids: [team],
				service_ids: [services.Checkout],
				escalation_policy_ids: [policies['Shop On-Call']],
				priority_ids: [priorities.P1],
				priority_names: ['SEV-1', 'SEV-2'],
				pd_advance_used: true,
			},
			time_zone: 'Europe/Paris',
			order: 'asc',
			order_by: 'total_incident_count',
			aggregate_unit: 'week',
		},
	});
});

it('reads the last 30 days of the account when nothing is set, one record in all', async () => {
	const before = Date.now();
	const { items } = await on.run(getMetrics());
	const { created_at_start, created_at_end } = sent().filters;
	expect(on.theRequest().path).toBe('/analytics/metrics/incidents/all');
	expect(Object.keys(sent())).toEqual(['filters']);
	expect(Date.parse(created_at_end)).toBeGreaterThanOrEqual(before);
	expect(Date.parse(created_at_end) - Date.parse(created_at_start)).toBe(30 * DAY);
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				from: created_at_start,
				until: created_at_end,
				interval: null,
				serviceId: null,
				serviceName: null,
				teamId: null,
				teamName: null,
				escalationPolicyId: null,
				escalationPolicyName: null,
				totalIncidentCount: 4,
				totalIncidentsAcknowledged: 2,
				totalIncidentsAutoResolved: null,
				totalIncidentsManualEscalated: null,
				totalIncidentsTimeoutEscalated: null,
				totalIncidentsReassigned: null,
				totalEscalationCount: null,
				meanSecondsToFirstAck: 63,
				p50SecondsToFirstAck: 60,
				p75SecondsToFirstAck: null,
				p90SecondsToFirstAck: null,
				p95SecondsToFirstAck: null,
				meanSecondsToResolve: 3591,
				p50SecondsToResolve: null,
				p75SecondsToResolve: null,
				p90SecondsToResolve: null,
				p95SecondsToResolve: null,
				meanSecondsToEngage: null,
				meanSecondsToMobilize: null,
				meanEngagedSeconds: null,
				meanUserDefinedEngagedSeconds: null,
				meanEngagedUserCount: 1,
				meanAssignmentCount: null,
				totalEngagedSeconds: null,
				totalUserDefinedEngagedSeconds: null,
				totalSnoozedSeconds: null,
				totalInterruptions: 2,
				totalBusinessHourInterruptions: null,
				totalOffHourInterruptions: null,
				totalSleepHourInterruptions: null,
				totalNotifications: null,
				upTimePct: 99.92,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it.each([
	['services', 'serviceName', ['Search', 'Checkout', 'Warehouse']],
	['teams', 'teamName', ['Shop', 'Platform']],
	['escalation_policies', 'escalationPolicyName', ['Shop On-Call', 'Platform On-Call']],
])('gives a record for each of the %s', async (groupBy, name, expected) => {
	const { items } = await on.run(getMetrics({ groupBy }));
	expect(on.theRequest().path).toBe(`/analytics/metrics/incidents/${groupBy}`);
	const names = items.map(({ json }) => String(json[name]));
	expect(names).toHaveLength(expected.length);
	for (const one of expected) expect(names.join(', ')).toContain(one);
});

it.each(['services/all', 'teams/all', 'escalation_policies/all'])(
	'reads one record over %s',
	async (groupBy) => {
		const { items } = await on.run(getMetrics({ groupBy }));
		expect(on.theRequest().path).toBe(`/analytics/metrics/incidents/${groupBy}`);
		expect(items).toHaveLength(1);
	},
);

it("gives PagerDuty's own rows without Simplify, and none where nothing fits", async () => {
	const { items } = await on.run(getMetrics({ simplify: false, options: { interval: 'day' } }));
	expect(items[0].json).toMatchObject({ total_incident_count: 4, range_start: expect.any(String) });
	const none = await on.run(
		getMetrics({ filters: { serviceIds: rowsOfIds('serviceId', ['PX1']) } }),
	);
	expect({ items: none.items, error: none.error }).toEqual({ items: [], error: undefined });
});

it('takes a whole year, and reads it again when its answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
	const filters = { since: '2024-01-01T00:00:00Z', until: '2025-01-01T00:00:00Z' };
	const { error } = await on.run(getMetrics({ filters }));
	expect(error).toBeUndefined();
	expect(on.requests()).toHaveLength(2);
});

it('says what PagerDuty says where the key of a user narrows nothing', async () => {
	const { error } = await on.run(getMetrics(), {
		credentials: on.credentials({
			apiToken: on.sandbox.api('pagerDuty').tokens.user,
			keyType: 'user',
			from: '',
		}),
	});
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.message).toContain('A team_ids or service_ids filter is required.');
	expect(error?.description).toContain("Add the filter 'Teams' or 'Services'");
});

it.each([
	[
		{ since: '2024-01-01T00:00:00Z', until: '2025-01-03T00:00:00Z' },
		"'Created After' lies 368 days before the end of the time range (item 0)",
	],
	[{ since: '2020-01-01T00:00:00Z' }, "'Created After' lies "],
	[{ since: '2999-01-01T00:00:00Z' }, "'Created After' lies in the future (item 0)"],
	[
		{ since: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' },
		"'Created Before' is not after 'Created After' (item 0)",
	],
	[{ urgency: 'loud' }, `'Urgency' cannot be "loud" (item 0)`],
	[{ minAcknowledgements: 1.5 }, "'Minimum Acknowledgements' must be a whole number"],
])('refuses %j before any request', async (filters, message) => {
	const { error } = await on.run(getMetrics({ filters }));
	expect(error?.message).toContain(message);
	expect(on.requests()).toHaveLength(0);
});

it('refuses a group that there is not before any request', async () => {
	const { error } = await on.run(getMetrics({ groupBy: 'users' }));
	expect(error?.message).toBe(`'Group By' cannot be "users" (item 0)`);
	expect(on.requests()).toHaveLength(0);
});
