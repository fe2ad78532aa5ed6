import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { APRIL } from '../../shared/records/played';
import { comparable, rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { played } from '../played';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const metrics = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'getReliabilityMetrics',
	...APRIL,
	...fields,
});
const get = (path: string, query: IDataObject) => ({
	method: 'GET',
	path,
	query: { ...query, limit: '100', offset: '0' },
	headers: READ_HEADERS,
	body: undefined,
});
const SPAN = { since: '2026-03-25T00:00:00.000Z', until: '2026-05-01T00:00:00.000Z' };

beforeEach(() => played.set(on));

it('asks for the incidents and the log of the account, a week longer than the period', async () => {
	const { items, hints } = await on.run(metrics());
	expect(on.requests().map(comparable)).toEqual([
		get('/incidents', { ...SPAN, sort_by: 'created_at:desc' }),
		get('/log_entries', { ...SPAN, is_overview: 'true' }),
	]);
	// The figures are worked out in test/shared/records/reliability.engine.test.ts.
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				groupBy: 'overall',
				groupId: null,
				groupName: null,
				since: '2026-04-01T00:00:00.000Z',
				until: '2026-05-01T00:00:00.000Z',
				mttaSeconds: 2_000,
				mttrSeconds: 3_600,
				mttfSeconds: 288_000,
				mtbfSeconds: 323_800,
				incidentsCounted: 4,
				incidentsAcknowledged: 3,
				incidentsResolved: 2,
				incidentsOpen: 2,
				incidentsLeftOut: 1,
				summary:
					'MTTA 33 min 20 s, MTTR 1 h, MTTF 3 d 8 h, MTBF 3 d 17 h 56 min 40 s. 4 incidents counted: 2 resolved, 2 open at the end of the period. Left out: 1 incident that began before the period.',
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(hints).toEqual([]);
});

it('sends every filter and option', async () => {
	const { services, teams, priorities } = on.sandbox.state('pagerDuty');
	const [serviceId] = services.keys();
	const [teamId] = teams.keys();
	const [priorityId] = priorities.keys();
	await on.run(
		metrics({
			groupBy: 'service',
			simplify: false,
			filters: {
				serviceIds: rowsOfIds('serviceId', [serviceId]),
				teamIds: rowsOfIds('teamId', [teamId]),
				priorityIds: [priorityId],
				urgencies: ['high', 'low'],
			},
			options: { lookBackDays: 0 },
		}),
	);
	expect(comparable(on.requests()[0])).toEqual(
		get('/incidents', {
			...SPAN,
			since: '2026-04-01T00:00:00.000Z',
			sort_by: 'created_at:desc',
			'service_ids[]': serviceId,
			'team_ids[]': teamId,
			'priority_ids[]': priorityId,
			'urgencies[]': ['high', 'low'],
		}),
	);
});

it('names the services, and tells all when Simplify is off', async () => {
	const [first] = on.sandbox.state('pagerDuty').services.values();
	const { items } = await on.run(metrics({ groupBy: 'service', simplify: false }));
	expect(items.find(({ json }) => json.groupId === first.id)?.json).toMatchObject({
		groupBy: 'service',
		groupName: first.name,
		mtta: '10 min',
		mttr: '30 min',
		leftOut: { incidentsBegunBefore: 1, incidentsWithoutTime: 0, incidentsWithoutEnd: 0 },
	});
});

it('leaves out the log when told so, and when there is no incident', async () => {
	const { items } = await on.run(metrics({ options: { readAcknowledgements: false } }));
	expect(items[0].json).toMatchObject({ mttaSeconds: null, incidentsAcknowledged: null });
	const quiet = { since: '2025-01-01T00:00:00Z', until: '2025-02-01T00:00:00Z' };
	const none = await on.run(metrics(quiet));
	expect(none.items[0].json).toMatchObject({ incidentsCounted: 0, incidentsAcknowledged: 0 });
	expect(on.requests().map(({ path }) => path)).toEqual(['/incidents', '/incidents']);
});

it('reads a longer time than PagerDuty takes in parts', async () => {
	const { items } = await on.run(
		metrics({
			since: '2025-12-01T00:00:00Z',
			options: { readAcknowledgements: false, lookBackDays: 30 },
		}),
	);
	const spans = on.requests().map(({ query }) => [query.since, query.until]);
	expect(spans).toEqual([
		['2025-11-01T00:00:00.000Z', '2026-01-30T12:00:00.000Z'],
		['2026-01-30T12:00:00.000Z', '2026-05-01T00:00:00.000Z'],
	]);
	expect(items[0].json).toMatchObject({ incidentsCounted: 5, incidentsLeftOut: 0 });
});

it.each<[string, IDataObject, string]>([
	['no start', { since: '={{ "" }}' }, "'Since' is empty (item 0)"],
	['an empty period', { since: APRIL.until }, "'Until' is not after 'Since' (item 0)"],
	[
		'days below 0',
		{ options: { lookBackDays: '={{ -1 }}' } },
		"'Days to Look Back' cannot be -1 (item 0)",
	],
	['another group', { groupBy: '={{ "team" }}' }, `'Group By' cannot be "team" (item 0)`],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(metrics(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('passes on what PagerDuty refuses', async () => {
	on.sandbox.fault('pagerDuty', {
		path: '/log_entries',
		status: 403,
		body: { error: { code: 2010, message: 'Access Denied' } },
	});
	const { error } = await on.run(metrics());
	expect(error).toMatchObject({
		httpCode: '403',
		message: "PagerDuty refused 'Get reliability metrics of incidents' (item 0): Access Denied",
	});
});
