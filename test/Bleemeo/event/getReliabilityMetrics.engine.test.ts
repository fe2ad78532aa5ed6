import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { addEvent } from '../../sandbox/bleemeo/events';
import { byId, comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const PERIOD = { since: '2026-04-01T00:00:00Z', until: '2026-05-01T00:00:00Z' };
const metrics = (fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'getReliabilityMetrics',
	...PERIOD,
	...fields,
});
const run = async (fields: IDataObject = {}) => {
	const { items, error } = await on.run(metrics(fields), withToken(on));
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};
const FIELDS = 'id,status,agent,metric,thread_id,happened_at,created_at';
const thread = (number: number) => `c4f1d5a0-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Records an event as it happened. */
function record(number: number | null, status: number, time: string, fields: IDataObject = {}) {
	const store = on.sandbox.state('bleemeo');
	const thread_id = number === null ? null : thread(number);
	const event = { title: 'Alarm', status, happened_at: time, thread_id, ...fields };
	return addEvent(store, company(on).main, event, Date.parse(time));
}

/**
 * web-1: thread 1, 10 April 08:00 Critical to 08:30 OK (30 min); thread 2, 12 April 08:00, open
 * db-1:  thread 3, 11 April 08:00 Critical to 09:30 OK (90 min)
 * Left out: thread 4, begun in March; an Info event; an event without a thread. In the March before
 * that, thread 5.
 */
function april() {
	const { web, database, metric } = company(on);
	on.sandbox.state('bleemeo').events.clear();
	record(5, 2, '2026-03-02T08:00:00Z', { agent: web });
	record(5, 0, '2026-03-02T09:00:00Z', { agent: web });
	record(4, 2, '2026-03-31T23:50:00Z', { agent: web });
	record(4, 0, '2026-04-01T00:10:00Z', { agent: web });
	record(1, 2, '2026-04-10T08:00:00Z', { agent: web, metric });
	record(1, 10, '2026-04-10T08:10:00Z', { agent: web, metric });
	record(1, 0, '2026-04-10T08:30:00Z', { agent: web, metric });
	record(3, 2, '2026-04-11T08:00:00Z', { agent: database });
	record(3, 0, '2026-04-11T09:30:00Z', { agent: database });
	record(2, 1, '2026-04-12T08:00:00Z', { agent: web });
	record(null, 2, '2026-04-13T08:00:00Z', { agent: database });
	record(6, 2, '2026-05-01T00:00:00Z', { agent: web });
}
beforeEach(april);

const [HOUR, DAY] = [3_600, 86_400];
const OVERALL = {
	provider: 'bleemeo',
	groupBy: 'overall',
	groupId: null,
	groupName: null,
	since: '2026-04-01T00:00:00.000Z',
	until: '2026-05-01T00:00:00.000Z',
	mttaSeconds: null,
	// (30 min + 90 min) / 2
	mttrSeconds: HOUR,
	// 10, 11 and 12 April, each 08:00
	mttfSeconds: DAY,
	// 1 April 00:10 to 10 April 08:00 = 9 d 7 h 50 min = 223 h 50 min; 10 April 08:30 to 11 April 08:00
	// = 23 h 30 min; 11 April 09:30 to 12 April 08:00 = 22 h 30 min: 269 h 50 min / 3 = 89 h 56 min 40 s
	mtbfSeconds: 89 * HOUR + 56 * 60 + 40,
	incidentsCounted: 3,
	incidentsAcknowledged: null,
	incidentsResolved: 2,
	incidentsOpen: 1,
	incidentsLeftOut: 1,
	summary:
		'MTTA unknown, MTTR 1 h, MTTF 1 d, MTBF 3 d 17 h 56 min 40 s. 3 threads counted: 2 resolved, 1 open at the end of the period. Left out: 1 thread that began before the period, 1 Info event, 1 event without a thread.',
};

describe('the request', () => {
	it('asks for all events, newest first, with what is needed of them', async () => {
		await run();
		expect(on.theRequest()).toEqual({
			method: 'GET',
			path: '/v1/event/',
			query: { ordering: '-created_at', fields: FIELDS, page_size: '500' },
			headers: headersOf(on),
			body: undefined,
		});
	});

	it('carries the filters', async () => {
		const { web, metric } = company(on);
		await run({ filters: { agentId: byId(web.toUpperCase()), metricId: byId(metric) } });
		expect(on.theRequest().query).toEqual({
			agent: web.toUpperCase(),
			metric,
			ordering: '-created_at',
			fields: FIELDS,
			page_size: '500',
		});
	});

	it('is made again without an order that the server refuses', async () => {
		on.sandbox.fault('bleemeo', { status: 400, body: { ordering: ['Unknown.'] } });
		expect(await run()).toEqual([OVERALL]);
		expect(comparable(on.requests()[1]).query).toEqual({ fields: FIELDS, page_size: '500' });
	});
});

describe('the output', () => {
	it('is one item overall', async () => {
		const { items, hints } = await on.run(metrics(), withToken(on));
		expect(items).toEqual([{ json: OVERALL, pairedItem: { item: 0 } }]);
		expect(hints).toEqual([]);
	});

	it('tells all when Simplify is off', async () => {
		expect(await run({ simplify: false })).toEqual([
			{
				...OVERALL,
				agentId: null,
				metricId: null,
				mtta: null,
				mttr: '1 h',
				mttf: '1 d',
				mtbf: '3 d 17 h 56 min 40 s',
				leftOut: {
					threadsBegunBefore: 1,
					threadsWithoutOpening: 0,
					infoEvents: 1,
					eventsWithoutThread: 1,
					eventsWithoutTime: 0,
				},
			},
		]);
	});

	it('is one item for each agent', async () => {
		const { web, database } = company(on);
		const found = await run({ groupBy: 'agent' });
		expect(found).toHaveLength(2);
		expect(found.find(({ groupId }) => groupId === web)).toMatchObject({
			groupBy: 'agent',
			mttrSeconds: 30 * 60,
			// 10 April to 12 April
			mttfSeconds: 2 * DAY,
			incidentsCounted: 2,
			incidentsOpen: 1,
			incidentsLeftOut: 1,
		});
		expect(found.find(({ groupId }) => groupId === database)).toMatchObject({
			mttrSeconds: 90 * 60,
			mttfSeconds: null,
			mtbfSeconds: null,
			incidentsCounted: 1,
			incidentsOpen: 0,
			incidentsLeftOut: 0,
			summary:
				'MTTA unknown, MTTR 1 h 30 min, MTTF unknown, MTBF unknown. 1 thread counted: 1 resolved, 0 open at the end of the period. Left out: 1 event without a thread.',
		});
	});

	it('is one item for each metric', async () => {
		const { metric } = company(on);
		const found = await run({ groupBy: 'metric' });
		expect(found.map(({ groupId }) => groupId).sort()).toEqual([metric, null].sort());
		expect(found.find(({ groupId }) => groupId === metric)).toMatchObject({
			mttrSeconds: 30 * 60,
			incidentsCounted: 1,
		});
	});

	it('is one item for each severity, that of the first event of a thread', async () => {
		const found = await run({ groupBy: 'severity' });
		expect(found.map(({ groupId, groupName }) => [groupId, groupName]).sort()).toEqual([
			['critical', 'critical'],
			['warning', 'warning'],
		]);
		expect(found.find(({ groupId }) => groupId === 'critical')).toMatchObject({
			mttrSeconds: HOUR,
			incidentsCounted: 2,
		});
	});

	it('names the agent of a metric when Simplify is off', async () => {
		const { web, metric } = company(on);
		const found = await run({ groupBy: 'metric', simplify: false });
		expect(found.find(({ groupId }) => groupId === metric)).toMatchObject({
			agentId: web,
			metricId: metric,
		});
	});

	it('is without figures where nothing happened', async () => {
		const quiet = { since: '2025-01-01T00:00:00Z', until: '2025-02-01T00:00:00Z' };
		expect(await run(quiet)).toEqual([
			expect.objectContaining({
				mttrSeconds: null,
				incidentsCounted: 0,
				summary:
					'MTTA unknown, MTTR unknown, MTTF unknown, MTBF unknown. 0 threads counted: 0 resolved, 0 open at the end of the period. Left out: nothing.',
			}),
		]);
		expect(await run({ ...quiet, groupBy: 'agent' })).toEqual([]);
	});

	it('belongs to its item', async () => {
		const { web, database } = company(on);
		const filters = { agentId: byId('={{ $json.id }}') };
		const { items } = await on.run(metrics({ filters }), {
			...withToken(on),
			items: [{ id: web }, { id: database }],
		});
		expect(items.map(({ json, pairedItem }) => [json.mttrSeconds, pairedItem])).toEqual([
			[30 * 60, { item: 0 }],
			[90 * 60, { item: 1 }],
		]);
	});
});

describe.each([
	['that filters', ['agent', 'metric', 'status', 'thread_id']],
	['that knows no filter', []],
])('a server %s', (_, known) => {
	it('gives the same for one agent and one metric', async () => {
		on.sandbox.state('bleemeo').eventFilters = new Set(known);
		const { web, metric } = company(on);
		expect(await run({ filters: { agentId: byId(web.toUpperCase()) } })).toMatchObject([
			{ mttrSeconds: 30 * 60, incidentsCounted: 2, incidentsOpen: 1 },
		]);
		expect(await run({ filters: { metricId: byId(metric.toUpperCase()) } })).toMatchObject([
			{ mttrSeconds: 30 * 60, incidentsCounted: 1, incidentsOpen: 0 },
		]);
	});
});

describe('paging', () => {
	/** So many resolved threads of 10 minutes, one an hour from 14 April on. */
	const many = (count: number) => {
		for (let index = 0; index < count; index++) {
			const start = Date.parse('2026-04-14T00:00:00Z') + index * HOUR * 1000;
			record(100 + index, 2, new Date(start).toISOString());
			record(100 + index, 0, new Date(start + 600_000).toISOString());
		}
	};

	it.each(['desc', 'asc', 'mixed'] as const)('reads all pages in the order %s', async (order) => {
		on.sandbox.state('bleemeo').eventOrder = order;
		many(300);
		const [json] = await run();
		// 300 and the three above. (300 × 10 min + 30 min + 90 min) / 302 = 621.19 s
		expect(json).toMatchObject({
			incidentsCounted: 303,
			incidentsResolved: 302,
			mttrSeconds: Math.round((300 * 600 + 1800 + 5400) / 302),
		});
		expect(on.requests()).toHaveLength(2);
	});

	it('stops a week before the period where the newest come first', async () => {
		many(500);
		await run({ since: '2026-04-28T00:00:00Z' });
		expect(on.requests()).toHaveLength(2);
	});

	it('looks back further when told so, which finds out when a thread began', async () => {
		on.sandbox.state('bleemeo').events.clear();
		record(1, 2, '2026-03-20T00:00:00Z');
		many(250);
		record(1, 1, '2026-04-26T00:00:00Z');
		record(1, 0, '2026-04-26T01:00:00Z');
		const since = '2026-04-25T00:00:00Z';
		const short = await run({ since });
		const long = await run({ since, options: { lookBackDays: 60 } });
		expect(short[0].incidentsLeftOut).toBe(0);
		expect(long[0].incidentsLeftOut).toBe(1);
		expect(Number(short[0].incidentsCounted) - Number(long[0].incidentsCounted)).toBe(1);
	});

	it('reads a page again after a lost reply', async () => {
		many(300);
		on.sandbox.fault('bleemeo', { drop: 'before', skip: 1 });
		expect(await run()).toMatchObject([{ incidentsCounted: 303 }]);
	});
});

describe('what cannot be computed', () => {
	it.each([
		['an empty begin', { since: '={{ "" }}' }, "'Since' is empty (item 0)"],
		['an end that is no time', { until: 'soon' }, `'Until' is no date: "soon" (item 0)`],
		['an end at the begin', { until: PERIOD.since }, "'Until' is not after 'Since' (item 0)"],
		[
			'a group that is none',
			{ groupBy: '={{ "title" }}' },
			`'Group By' cannot be "title" (item 0)`,
		],
		[
			'days below 0',
			{ options: { lookBackDays: -1 } },
			"'Days to Look Back' cannot be -1 (item 0)",
		],
		[
			'an agent that is no ID',
			{ filters: { agentId: byId('={{ "web-1" }}') } },
			`'Agent' is not an ID: "web-1" (item 0)`,
		],
	])('refuses %s before any request', async (_, fields, message) => {
		const { error } = await on.run(metrics(fields), withToken(on));
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
		expect(on.requests()).toHaveLength(0);
	});

	it.each([
		['thread_id', {}],
		['agent', { groupBy: 'agent' }],
		['metric', { groupBy: 'metric' }],
	])('says that the list leaves out %s', async (field, fields) => {
		const row: IDataObject = { id: 'a', status: 2, happened_at: '2026-04-10T08:00:00Z' };
		const whole = { ...row, thread_id: 'b', agent: null, metric: null };
		const results = [Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field))];
		on.sandbox.fault('bleemeo', { status: 200, body: { results } });
		const { error } = await on.run(metrics(fields), withToken(on));
		expect(error?.message).toBe(
			`Threads cannot be told apart: what Bleemeo tells of events leaves out "${field}" (item 0)`,
		);
	});

	it('passes on a refusal of a filter', async () => {
		on.sandbox.fault('bleemeo', { status: 400, body: { agent: ['Select a valid choice.'] } });
		const filters = { agentId: byId(company(on).web) };
		const { error } = await on.run(metrics({ filters }), withToken(on));
		expect(error).toMatchObject({
			httpCode: '400',
			message:
				"Bleemeo refused 'Get reliability metrics of events' (item 0): agent: Select a valid choice.",
		});
		expect(error?.description).toContain("Look at 'Agent'.");
		expect(on.requests()).toHaveLength(1);
	});
});

it('looks at the 30 days before now, overall, unless told otherwise', async () => {
	on.sandbox.reset();
	const { items, error } = await on.run(
		{ resource: 'event', operation: 'getReliabilityMetrics', simplify: false },
		withToken(on),
	);
	expect(error).toBeUndefined();
	const { since, until, groupBy } = items[0].json;
	expect(groupBy).toBe('overall');
	expect(Date.parse(String(until)) - Date.parse(String(since))).toBeCloseTo(30 * DAY * 1000, -4);
	expect(Date.now() - Date.parse(String(until))).toBeLessThan(10_000);
	// The seeded thread of web-1: from 3 to 2.8 days ago.
	expect(items[0].json).toMatchObject({ incidentsCounted: 1, mttrSeconds: 0.2 * DAY });
});
