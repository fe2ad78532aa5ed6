import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const getMany = (fields: IDataObject) => ({ resource: 'event', operation: 'getAll', ...fields });
const all = { returnAll: true };

const THREAD = 'c4f1d5a0-0000-4000-8000-00000000000a';

/** Titles of what came back. */
const titles = async (filters: IDataObject, more: IDataObject = all) => {
	const { items, error } = await on.run(getMany({ filters, ...more }), withToken(on));
	expect(error).toBeUndefined();
	return items.map(({ json }) => json.title);
};

const WARNING = 'web-1 - cpu_used is WARNING';
const CRITICAL = 'web-1 - cpu_used is CRITICAL';
const OK = 'web-1 - cpu_used is OK';
const DISK = 'db-1 - disk_used_perc is CRITICAL';

describe('the request', () => {
	it('asks for one page of the limit, newest first', async () => {
		await on.run(getMany({}), withToken(on));
		expect(on.theRequest()).toEqual({
			method: 'GET',
			path: '/v1/event/',
			query: { page_size: '50', ordering: '-created_at' },
			headers: headersOf(on),
			body: undefined,
		});
	});

	it('carries the filters that are exact, and the extra parameters over its own', async () => {
		const { web, metric } = company(on);
		await on.run(
			getMany({
				filters: {
					agentId: byId(web.toUpperCase()),
					metricId: byId(metric),
					statuses: [0],
					threadId: THREAD,
					happenedAfter: '2026-01-01T00:00:00Z',
					happenedBefore: '2099-01-01T00:00:00Z',
					createdAfter: '2026-01-01T00:00:00Z',
					createdBefore: '2099-01-01T00:00:00Z',
				},
				options: {
					extraQueryParameters: {
						values: [
							{ name: 'ordering', value: 'happened_at' },
							{ name: 'type', value: 'a' },
							{ name: 'type', value: 'b' },
							{ name: 'empty', value: '' },
						],
					},
				},
			}),
			withToken(on),
		);
		expect(on.theRequest().query).toEqual({
			agent: web.toUpperCase(),
			metric,
			status: '0',
			thread_id: THREAD,
			ordering: 'happened_at',
			type: ['a', 'b'],
			page_size: '500',
		});
	});

	it('applies several statuses here, because no server is known to take a list', async () => {
		await on.run(getMany({ filters: { statuses: [0, 2] } }), withToken(on));
		expect(on.theRequest().query).toEqual({ ordering: '-created_at', page_size: '500' });
	});
});

describe('the filters', () => {
	const obedient = ['agent', 'metric', 'status', 'thread_id'];

	describe.each([
		['a server that knows them', obedient],
		['a server that knows none', []],
	])('with %s', (_, known) => {
		beforeEach(() => {
			on.sandbox.state('bleemeo').eventFilters = new Set(known);
		});

		it('agent', async () => {
			const { database } = company(on);
			expect(await titles({ agentId: byId(database.toUpperCase()) })).toEqual([DISK]);
		});

		it('metric', async () => {
			const { metric, events } = company(on);
			const [event] = events.values();
			event.metric = metric;
			expect(await titles({ metricId: byId(metric.toUpperCase()) })).toEqual([WARNING]);
		});

		it('status, also 0', async () => {
			expect(await titles({ statuses: [0] })).toEqual([OK]);
			expect(await titles({ statuses: [2] })).toEqual([DISK, CRITICAL]);
			expect(await titles({ statuses: [0, 1] })).toEqual([OK, WARNING]);
			expect(await titles({ statuses: [10] })).toEqual([]);
		});

		it('thread', async () => {
			const { events } = company(on);
			const [{ thread_id }] = events.values();
			expect(await titles({ threadId: String(thread_id).toUpperCase() })).toEqual([
				OK,
				CRITICAL,
				WARNING,
			]);
		});

		it('a limit counts what is left', async () => {
			expect(await titles({ statuses: [1] }, { limit: 1 })).toEqual([WARNING]);
		});
	});

	it('times, from and including the first, up to but without the last', async () => {
		const [warning, critical, ok] = [...company(on).events.values()];
		const happened = [critical.happened_at, ok.happened_at];
		expect(await titles({ happenedAfter: happened[0], happenedBefore: happened[1] })).toEqual([
			CRITICAL,
		]);
		expect(await titles({ createdBefore: critical.created_at })).toEqual([WARNING]);
		expect(await titles({ createdAfter: ok.created_at })).toEqual([DISK, OK]);
		expect(warning.title).toBe(WARNING);
	});

	it.each([
		['no ID', { agentId: byId('={{ "web" }}') }, `'Agent' is not an ID: "web" (item 0)`],
		['no thread', { threadId: 'x' }, `'Thread ID' is not an ID: "x" (item 0)`],
		['no status', { statuses: '={{ [7] }}' }, `'Statuses' cannot be "7" (item 0)`],
		['no time', { createdAfter: 'soon' }, `'Created After' is no date: "soon" (item 0)`],
		[
			'times in reverse',
			{ happenedAfter: '2026-04-15T12:00:00Z', happenedBefore: '2026-04-14T12:00:00Z' },
			"'Happened Before' lies before 'Happened After' (item 0)",
		],
		[
			'times in reverse again',
			{ createdAfter: '2026-04-15T12:00:00Z', createdBefore: '2026-04-14T12:00:00Z' },
			"'Created Before' lies before 'Created After' (item 0)",
		],
	])('refuse %s before any request', async (_, filters, message) => {
		const { error } = await on.run(getMany({ filters }), withToken(on));
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
		expect(on.requests()).toEqual([]);
	});

	it('say so when the reply leaves out what they look at', async () => {
		const { web } = company(on);
		const { error } = await on.run(
			getMany({
				filters: { agentId: byId(web) },
				options: { extraQueryParameters: { values: [{ name: 'fields', value: 'id,title' }] } },
			}),
			withToken(on),
		);
		expect(error?.message).toBe(
			`'Agent' cannot be applied: Bleemeo's list leaves out "agent" (item 0)`,
		);
		expect(error?.description).toContain("Options > 'Extra Query Parameters'");
	});

	it('stop after 2 000 events while a limit is set, and say so', async () => {
		on.sandbox.seedMany('bleemeo', 2_350);
		on.sandbox.state('bleemeo').eventFilters = new Set();
		const { items, hints } = await on.run(getMany({ filters: { statuses: [10] } }), withToken(on));
		expect(items).toEqual([]);
		expect(on.requests()).toHaveLength(4);
		expect(hints.map(({ message }) => message)).toEqual([
			"Only the first 2000 entries were searched for the filters. Switch on 'Return All' to search them all",
		]);
	});
});

describe('the output', () => {
	it('is the common record of each event', async () => {
		const { items } = await on.run(getMany({ limit: 1 }), withToken(on));
		const disk = [...company(on).events.values()].find(({ title }) => title === DISK);
		expect(items).toEqual([
			{
				json: {
					provider: 'bleemeo',
					id: disk?.id,
					number: null,
					title: DISK,
					status: 'triggered',
					severity: 'critical',
					url: null,
					service: null,
					assignees: null,
					actor: null,
					createdAt: disk?.created_at,
					updatedAt: disk?.modified_at,
					vendorStatus: 'Critical',
					vendorSeverity: 2,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it("is the vendor's own object when Simplify is off", async () => {
		const { items } = await on.run(getMany({ limit: 1, simplify: false }), withToken(on));
		const disk = [...company(on).events.values()].find(({ title }) => title === DISK);
		expect(items).toEqual([{ json: { ...disk }, pairedItem: { item: 0 } }]);
	});

	it('is no item for an empty list', async () => {
		on.sandbox.state('bleemeo').events.clear();
		const { items, error } = await on.run(getMany(all), withToken(on));
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
		expect(on.requests()).toHaveLength(1);
	});
});

describe('the pages', () => {
	const many = async (fields: IDataObject) => {
		on.sandbox.seedMany('bleemeo', 2_350);
		const { items, error } = await on.run(getMany(fields), withToken(on));
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(items.length);
		return { count: items.length, requests: on.requests().map(comparable) };
	};

	it.each([
		[{ limit: 1 }, 1, 1],
		[{ limit: 100 }, 100, 1],
		[{ limit: 101 }, 101, 1],
		[{ limit: 501 }, 501, 2],
		// 2 350 beside the 4 that are there from the start.
		[{ returnAll: true }, 2_354, 5],
	])('of %p give %p events with %p requests', async (fields, count, requests) => {
		const found = await many(fields);
		expect(found.count).toBe(count);
		expect(found.requests).toHaveLength(requests);
	});

	it("carry what the vendor's link says", async () => {
		const { web } = company(on);
		const { requests } = await many({ ...all, filters: { agentId: byId(web) } });
		expect(requests.map(({ path, query }) => [path, query])).toEqual([
			['/v1/event/', { agent: web, ordering: '-created_at', page_size: '500' }],
			['/v1/event/', { agent: web, ordering: '-created_at', page_size: '500', page: '2' }],
		]);
	});

	it('come from the server even where it gives fewer rows than asked for', async () => {
		on.sandbox.seedMany('bleemeo', 30);
		const page = (from: number, next: string | null) => ({
			status: 200,
			body: { count: 4, next, previous: null, results: [{ id: `${from}` }, { id: `${from + 1}` }] },
		});
		const elsewhere = 'https://elsewhere.example/prefix/v1/event/?page=2&page_size=2';
		on.sandbox.fault('bleemeo', page(1, elsewhere));
		on.sandbox.fault('bleemeo', page(3, null));
		const { items } = await on.run(getMany(all), withToken(on));
		expect(items.map(({ json }) => json.id)).toEqual(['1', '2', '3', '4']);
		expect(on.requests().map(comparable)[1]).toMatchObject({
			path: '/v1/event/',
			query: { page: '2', page_size: '2' },
			headers: headersOf(on),
		});
	});

	it('end where a link is missing, and where it leads to the same page', async () => {
		const results = [{ id: 'a' }];
		on.sandbox.fault('bleemeo', { status: 200, body: { results } });
		expect(await titles({})).toHaveLength(1);
		expect(on.requests()).toHaveLength(1);

		const same = `${on.sandbox.url('bleemeo')}/v1/event/?page_size=500&ordering=-created_at`;
		on.sandbox.fault('bleemeo', { status: 200, body: { results, next: same } });
		expect(await titles({})).toHaveLength(1);
		expect(on.requests()).toHaveLength(2);
	});

	it('end where a page is gone by now', async () => {
		on.sandbox.seedMany('bleemeo', 600);
		const gone = { status: 404, body: { detail: 'Invalid page.' } };
		on.sandbox.fault('bleemeo', { ...gone, skip: 1 });
		const { items, error } = await on.run(getMany(all), withToken(on));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(500);
		expect(on.requests()).toHaveLength(2);
	});

	it('do not end quietly when the first one is not found', async () => {
		on.sandbox.fault('bleemeo', { status: 404, body: { detail: 'Invalid page.' } });
		const { error } = await on.run(getMany(all), withToken(on));
		expect(error?.message).toBe("Bleemeo refused 'Get many events' (item 0): Invalid page.");
	});

	it('are read again from the one that failed', async () => {
		on.sandbox.seedMany('bleemeo', 1_200);
		on.sandbox.fault('bleemeo', { status: 503, skip: 1 });
		const { items, error } = await on.run(getMany(all), withToken(on));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1_204);
		expect(on.requests()).toHaveLength(4);
	});
});
