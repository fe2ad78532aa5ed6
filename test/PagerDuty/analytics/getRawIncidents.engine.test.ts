import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { rowsOfIds, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, idsOf, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getRaw = (fields = {}) => ({
	resource: 'analytics',
	operation: 'getRawIncidents',
	...fields,
});

it('sends every filter and option as documented', async () => {
	const { services, priorities } = idsOf(on);
	const [team] = [...on.sandbox.state('pagerDuty').teams.keys()];
	const [type] = [...on.sandbox.state('pagerDuty').incidentTypes.keys()];
	const { error } = await on.run(
		getRaw({
			limit: 20,
			filters: {
				since: '2026-01-01T00:00:00Z',
				until: '2028-01-01T00:00:00Z',
				incidentTypeIds: [type],
				major: true,
				priorityIds: [priorities.P2],
				priorityNames: 'SEV-1',
				serviceIds: rowsOfIds('serviceId', [services.Checkout]),
				teamIds: rowsOfIds('teamId', [team]),
				updatedAfter: '2026-03-01T00:00:00Z',
				urgency: 'high',
			},
			options: { order: 'asc', orderBy: 'seconds_to_resolve', timeZone: 'Europe/Paris' },
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/analytics/raw/incidents',
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			filters: {
				created_at_start: '2026-01-01T00:00:00Z',
				created_at_end: '2028-01-01T00:00:00Z',
				updated_after: '2026-03-01T00:00:00Z',
				urgency: 'high',
				major: true,
				team_ids: [team],
				service_ids: [services.Checkout],
				priority_ids: [priorities.P2],
				priority_names: ['SEV-1'],
				incident_type_ids: [type],
			},
			order: 'asc',
			order_by: 'seconds_to_resolve',
			time_zone: 'Europe/Paris',
			limit: 20,
		},
	});
});

it('gives the common record of each with its figures', async () => {
	const incident = seeded(on, 'acknowledged');
	const serviceIds = rowsOfIds('serviceId', [incident.service.id]);
	const { items } = await on.run(getRaw({ filters: { serviceIds } }));
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: incident.id,
				number: incident.incident_number,
				title: incident.title,
				status: 'acknowledged',
				severity: 'critical',
				url: null,
				service: 'Checkout',
				assignees: incident.assignments.map(({ assignee }) => ({
					id: assignee.id,
					name: assignee.summary,
				})),
				actor: null,
				createdAt: incident.created_at.replace('Z', ''),
				updatedAt: incident.updated_at.replace('Z', ''),
				vendorStatus: 'acknowledged',
				vendorSeverity: 'high',
				resolvedAt: null,
				serviceId: incident.service.id,
				teamId: incident.teams[0].id,
				teamName: 'Shop',
				escalationPolicyId: incident.escalation_policy.id,
				escalationPolicyName: 'Shop On-Call',
				incidentTypeName: 'incident_default',
				isMajor: false,
				isAutoResolved: false,
				secondsToFirstAck: 5,
				secondsToResolve: 3305,
				secondsToEngage: null,
				secondsToMobilize: null,
				engagedSeconds: null,
				snoozedSeconds: null,
				userDefinedEffortSeconds: null,
				acknowledgementCount: null,
				assignmentCount: null,
				reassignmentCount: null,
				escalationCount: 1,
				manualEscalationCount: null,
				timeoutEscalationCount: null,
				engagedUserCount: null,
				activeUserCount: null,
				totalInterruptions: null,
				businessHourInterruptions: null,
				offHourInterruptions: null,
				sleepHourInterruptions: null,
				totalNotifications: 2,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('names who resolved it', async () => {
	const data = [{ id: 'Q1', resolved_by_user_id: 'PANNA', resolved_by_user_name: 'Anna' }];
	on.sandbox.fault('pagerDuty', { status: 200, body: { data, more: false } });
	const { items } = await on.run(getRaw());
	expect(items[0].json).toMatchObject({
		id: 'Q1',
		title: null,
		actor: { id: 'PANNA', name: 'Anna', type: 'user' },
		assignees: null,
		isMajor: null,
	});
});

it('goes through the pages by the last row of each, and stops at the limit', async () => {
	on.sandbox.seedMany('pagerDuty', 1_100);
	const all = await on.run(getRaw({ returnAll: true }));
	expect(new Set(all.items.map(({ json }) => json.id)).size).toBe(1_106);
	expect(on.requests().map(({ body }) => body)).toEqual([
		{ limit: 1000 },
		{ limit: 1000, starting_after: all.items[999].json.id },
	]);
	on.sandbox.clearRequests();
	const some = await on.run(getRaw({ limit: 3, simplify: false }));
	expect(some.items).toHaveLength(3);
	expect(on.theRequest().body).toEqual({ limit: 3 });
	expect(some.items[0].json).toHaveProperty('incident_number');
});

it.each([
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ filters: { updatedAfter: 'soon' } }, `'Updated After' is no date: "soon" (item 0)`],
	[{ options: { orderBy: 'urgency' } }, `'Order By' cannot be "urgency" (item 0)`],
	[
		{ filters: { since: '2026-02-01T00:00:00Z', until: '2026-02-01T00:00:00Z' } },
		"'Created Before' is not after 'Created After' (item 0)",
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getRaw(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
