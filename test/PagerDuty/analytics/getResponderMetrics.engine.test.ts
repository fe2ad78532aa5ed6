import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { rowsOfIds, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMetrics = (fields = {}) => ({
	resource: 'analytics',
	operation: 'getResponderMetrics',
	...fields,
});

it('sends every filter and option as documented', async () => {
	const { users, priorities } = idsOf(on);
	const [team] = [...on.sandbox.state('pagerDuty').teams.keys()];
	const { error } = await on.run(
		getMetrics({
			groupBy: 'teams',
			filters: {
				since: '2026-01-01T00:00:00Z',
				until: '2026-02-01T00:00:00Z',
				priorityIds: ['P1'],
				priorityNames: 'SEV-1',
				responderIds: rowsOfIds('responderId', [users['Anna Schmidt']]),
				teamIds: rowsOfIds('teamId', [team]),
				urgency: 'high',
			},
			options: { order: 'desc', orderBy: 'total_interruptions', timeZone: 'Europe/Paris' },
		}),
	);
	expect(error).toBeUndefined();
	const post = on.requests().find(({ method }) => method === 'POST');
	expect(post?.path).toBe('/analytics/metrics/responders/teams');
	expect(post?.headers).toMatchObject(HEADERS_WITHOUT_FROM);
	expect(post?.body).toEqual({
		filters: {
			date_range_start: '2026-01-01T00:00:00Z',
			date_range_end: '2026-02-01T00:00:00Z',
			urgency: 'high',
			team_ids: [team],
			responder_ids: [users['Anna Schmidt']],
			priority_ids: [priorities.P1],
			priority_names: ['SEV-1'],
		},
		time_zone: 'Europe/Paris',
		order: 'desc',
		order_by: 'total_interruptions',
	});
});

it('reads the last 30 days when nothing is set, one record in all', async () => {
	const { items } = await on.run(getMetrics());
	const { filters } = on.theRequest().body as { filters: { [name: string]: string } };
	expect(on.theRequest().path).toBe('/analytics/metrics/responders/all');
	expect(Object.keys(filters)).toEqual(['date_range_start', 'date_range_end']);
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				from: filters.date_range_start,
				until: filters.date_range_end,
				responderId: null,
				responderName: null,
				teamId: null,
				teamName: null,
				totalIncidentCount: 4,
				totalIncidentsAcknowledged: null,
				meanTimeToAcknowledgeSeconds: 61,
				meanEngagedSeconds: 366,
				totalEngagedSeconds: null,
				totalIncidentsManualEscalatedFrom: null,
				totalIncidentsManualEscalatedTo: null,
				totalIncidentsReassignedFrom: null,
				totalIncidentsReassignedTo: null,
				totalIncidentsTimeoutEscalatedFrom: null,
				totalIncidentsTimeoutEscalatedTo: null,
				totalInterruptions: null,
				totalBusinessHourInterruptions: null,
				totalOffHourInterruptions: null,
				totalSleepHourInterruptions: 0,
				totalNotifications: null,
				totalSecondsOnCall: 604_799,
				totalSecondsOnCallLevel1: null,
				totalSecondsOnCallLevel2Plus: null,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('names responder and team, and gives the own rows without Simplify', async () => {
	const { items } = await on.run(getMetrics({ groupBy: 'teams' }));
	expect(items[0].json).toMatchObject({ responderName: 'Anna Schmidt', teamName: 'Shop' });
	const own = await on.run(getMetrics({ simplify: false }));
	expect(own.items[0].json).toMatchObject({ total_seconds_on_call: 604_799 });
});

it.each([
	[{ filters: { since: '2020-01-01T00:00:00Z' } }, 'before the end of the time range (item 0)'],
	[{ groupBy: 'users' }, `'Group By' cannot be "users" (item 0)`],
	[{ options: { order: 'up' } }, `'Order' cannot be "up" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMetrics(fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toHaveLength(0);
});
