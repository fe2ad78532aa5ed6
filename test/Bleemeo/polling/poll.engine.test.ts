import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BleemeoPollingTrigger } from '../../../nodes/Bleemeo/BleemeoPollingTrigger.node';
import { addEvent } from '../../sandbox/bleemeo/events';
import { PollHost, type PollSetup } from '../../support/poll';
import { comparable, rowsOfIds, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const node = new BleemeoPollingTrigger();
const on = suite('bleemeo', 'bleemeoApi', node);
afterEach(() => jest.restoreAllMocks());
const MINUTE = 60_000;

const setup = (parameters: IDataObject = {}, more: Partial<PollSetup> = {}): PollSetup => ({
	node,
	...withToken(on),
	parameters: {
		pollTimes: { item: [{ mode: 'everyMinute' }] },
		simplify: true,
		...parameters,
	} as INodeParameters,
	...more,
});
const publish = async (parameters?: IDataObject, more?: Partial<PollSetup>) =>
	await PollHost.publish(setup(parameters, more));

/** An event of the company, made so many milliseconds ago. */
const happen = (event: IDataObject = {}, ago = 0) => {
	const store = on.sandbox.state('bleemeo');
	return addEvent(
		store,
		company(on).main,
		{ status: 2, title: 'web-1 - cpu_used is CRITICAL', agent: company(on).web, ...event },
		Date.now() - ago,
	);
};
const idsOf = (items: IDataObject[]) => items.map(({ id }) => id);
const PAGE = '/v1/event/';

describe('publishing', () => {
	it('starts nothing, and remembers where it starts', async () => {
		const latest = happen({}, 10 * MINUTE);
		const before = happen({}, 29 * MINUTE);
		happen({}, 31 * MINUTE);
		const host = await publish();
		expect(host.runs).toEqual([]);
		const at = Date.parse(latest.created_at) + Number(`0.${latest.created_at.slice(-4, -1)}`);
		expect(host.stored).toEqual({
			// The overlap, and as far as the clock of Bleemeo may go back.
			'node:Trigger': {
				since: at - 20 * MINUTE,
				seen: { [before.id]: expect.any(Number), [latest.id]: at },
			},
		});
		expect(on.requests().map(comparable)).toEqual([
			{
				method: 'GET',
				path: PAGE,
				query: { page_size: '100', ordering: '-created_at' },
				headers: headersOf(on),
				body: undefined,
			},
		]);
	});

	it('fails with words that say what to do', async () => {
		on.sandbox.api('bleemeo').expireTokens();
		await expect(publish()).rejects.toMatchObject({
			// n8n shows the message alone when a publication has failed.
			message:
				"Bleemeo refused 'Publish': Invalid token. Open the Bleemeo API credential. An 'Access Token' lives for some hours only: paste a new one, or choose 'Email and Password', which gets new ones by itself. See https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/bleemeo.md#bleemeo-api [GET /v1/event/, status 401]",
			description:
				"Open the Bleemeo API credential. An 'Access Token' lives for some hours only: paste a new one, or choose 'Email and Password', which gets new ones by itself. See https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/bleemeo.md#bleemeo-api [GET /v1/event/, status 401]",
		});
	});

	it('of an account without events uses the clock of Bleemeo', async () => {
		on.sandbox.state('bleemeo').events.clear();
		on.sandbox.skew('bleemeo', -60 * MINUTE);
		const host = await publish();
		const now = Date.now() - 60 * MINUTE;
		expect(Number(host.state.since)).toBeGreaterThan(now - 20 * MINUTE - 3000);
		expect(Number(host.state.since)).toBeLessThan(now - 20 * MINUTE + 3000);
		const { id } = happen({}, 60 * MINUTE);
		expect(idsOf(await host.poll())).toEqual([id]);
	});
});

describe('a poll', () => {
	it('starts one run with each new event, oldest first, as all triggers tell it', async () => {
		const host = await publish();
		const thread_id = '2489e9ad-2ee2-4e00-8ec9-32d5f69181c0';
		const { web, metric } = company(on);
		const alarm = happen({ thread_id, metric, text: '98 %' }, 2000);
		const end = happen({ thread_id, metric, status: 0, title: 'web-1 - cpu_used is OK' }, 1000);
		expect(await host.poll()).toEqual([
			{
				provider: 'bleemeo',
				id: alarm.id,
				number: null,
				title: 'web-1 - cpu_used is CRITICAL',
				status: 'triggered',
				severity: 'critical',
				url: null,
				service: null,
				assignees: null,
				actor: null,
				createdAt: alarm.created_at,
				updatedAt: alarm.modified_at,
				vendorStatus: 'Critical',
				vendorSeverity: 2,
				text: '98 %',
				eventType: 'status.critical',
				eventTime: alarm.happened_at,
				deliveryId: alarm.id,
				agentId: web,
				agentName: null,
				metricId: metric,
				metricName: null,
				threadId: thread_id,
			},
			expect.objectContaining({ id: end.id, status: 'resolved', eventType: 'status.ok' }),
		]);
		expect(await host.poll()).toEqual([]);
		expect(host.runs).toHaveLength(1);
	});

	it('gives the event as it came, without Simplify or beside it', async () => {
		const host = await publish({ simplify: false });
		const event = happen();
		const [item] = await host.poll();
		expect(item).toEqual({
			eventType: 'status.critical',
			eventTime: event.happened_at,
			deliveryId: event.id,
			agentId: event.agent,
			agentName: null,
			metricId: null,
			metricName: null,
			threadId: null,
			event: { ...event },
		});
		await host.change(setup({ options: { includeRawEvent: true } }));
		const other = happen();
		expect(await host.poll()).toEqual([
			expect.objectContaining({ provider: 'bleemeo', event: { ...other } }),
		]);
	});

	it('adds names on request, and starts without them when they cannot be had', async () => {
		const host = await publish({ options: { addNames: true } });
		happen();
		expect(await host.poll()).toEqual([
			expect.objectContaining({ service: 'web-1', agentName: 'web-1' }),
		]);
		on.sandbox.fault('bleemeo', { path: '^/v1/agent/', status: 403, body: { detail: 'No.' } });
		happen({ agent: company(on).database });
		expect(await host.poll()).toEqual([
			expect.objectContaining({ service: null, agentId: company(on).database, agentName: null }),
		]);
	});

	it('finds an event that turns up late, within the overlap of the form', async () => {
		const host = await publish({ options: { overlapMinutes: 30 } });
		happen();
		await host.poll();
		const late = happen({}, 44 * MINUTE);
		happen({}, 46 * MINUTE);
		expect(idsOf(await host.poll())).toEqual([late.id]);
	});

	it('gives one item for an event that stands three times on a page', async () => {
		const host = await publish();
		const event = happen();
		const rows = [event, event, event].map(({ id, created_at, status }) => ({
			...{ id, created_at, status, agent: company(on).web, metric: null },
		}));
		const results = [...rows.slice(0, 2), { ...rows[2], id: event.id.toUpperCase() }];
		const body = { count: 3, next: null, previous: null, results };
		on.sandbox.fault('bleemeo', { path: PAGE, status: 200, body });
		expect(await host.poll()).toHaveLength(1);
		expect(await host.poll()).toEqual([]);
	});

	it.each([2, 10, 15])(
		'loses nothing when the clock of Bleemeo goes back %i minutes',
		async (back) => {
			const host = await publish();
			const first = happen();
			expect(idsOf(await host.poll())).toEqual([first.id]);
			on.sandbox.skew('bleemeo', -back * MINUTE);
			const made: string[] = [];
			for (let minute = 0; minute < 4; minute += 1) {
				made.push(happen({}, back * MINUTE - minute * 1000).id);
				await host.poll();
			}
			const started = host.runs.flat().map(({ json }) => json.id);
			expect(started).toEqual([first.id, ...made]);
		},
	);

	it('passes over an event without an ID, tells it in the log, and goes on', async () => {
		const host = await publish();
		await host.poll();
		const warnings = jest.spyOn(host.logger, 'warn').mockImplementation(() => undefined);
		const good = happen();
		const row = (id: string | null) => ({
			...{ id, created_at: good.created_at, status: 2, agent: company(on).web, metric: null },
		});
		const body = { count: 2, next: null, previous: null, results: [row(null), row(good.id)] };
		on.sandbox.fault('bleemeo', { path: PAGE, status: 200, body, times: 2 });
		expect(idsOf(await host.poll())).toEqual([good.id]);
		expect(warnings.mock.calls).toEqual([
			[
				expect.stringMatching(
					/^Trigger: an entry was passed over\. .*leaves out "id"\. \{"id":null,/,
				),
			],
		]);
		const alone = { ...body, count: 1, results: [row(null)] };
		on.sandbox.clearFaults();
		on.sandbox.fault('bleemeo', { path: PAGE, status: 200, body: alone, times: 2 });
		expect(await host.poll()).toEqual([]);
		on.sandbox.clearFaults();
		const { id } = happen();
		expect(idsOf(await host.poll())).toEqual([id]);
	});

	it('starts nothing for an event that changes later', async () => {
		const host = await publish();
		const event = happen();
		await host.poll();
		Object.assign(event, { has_been_notified: true, modified_at: new Date().toISOString() });
		expect(await host.poll()).toEqual([]);
	});

	it('filters after remembering, so that other filters bring nothing old up', async () => {
		const { web, database } = company(on);
		const host = await publish({
			filters: { statuses: [2, 0], agentIds: rowsOfIds('agentId', [web]) },
		});
		const wanted = happen();
		happen({ status: 1 });
		happen({ agent: database });
		expect(idsOf(await host.poll())).toEqual([wanted.id]);
		await host.change(setup({ filters: {} }));
		expect(await host.poll()).toEqual([]);
		expect(on.requests().every(({ query }) => !query.agent && !query.status)).toBe(true);
	});

	it('goes on when the hint about the order is refused', async () => {
		const refusal = { ordering: ['Unknown parameter.'] };
		on.sandbox.fault('bleemeo', { path: PAGE, status: 400, body: refusal });
		const host = await publish();
		on.sandbox.clearRequests();
		on.sandbox.fault('bleemeo', { path: PAGE, status: 400, body: refusal });
		const { id } = happen();
		expect(idsOf(await host.poll())).toEqual([id]);
		expect(on.requests().map(({ query }) => query)).toEqual([
			{ page_size: '100', ordering: '-created_at' },
			{ page_size: '100' },
		]);
	});

	it('asks for the fields when the list leaves out what it needs', async () => {
		const host = await publish();
		const event = happen();
		const poor = {
			count: 2,
			next: null,
			previous: null,
			results: [{ id: event.id }, { id: '5f3c9b1e-0000-4000-8000-00000000000a' }],
		};
		on.sandbox.fault('bleemeo', { path: PAGE, status: 200, body: poor });
		expect(idsOf(await host.poll())).toEqual([event.id]);
		on.sandbox.fault('bleemeo', { path: PAGE, status: 200, body: poor, times: 2 });
		await expect(host.poll()).rejects.toMatchObject({
			message: expect.stringMatching(
				/^New events cannot be told from old ones: Bleemeo's list leaves out "created_at"\. Give the user/,
			),
			description: expect.stringContaining('read events in full'),
		});
	});

	it.each([
		[{ overlapMinutes: 0 }, "'Overlap (Minutes)' cannot be 0", 'Use 1 to 1440; 5 is usual.'],
		[{ overlapMinutes: 1441 }, "'Overlap (Minutes)' cannot be 1441", 'Use 1 to 1440; 5 is usual.'],
		[{ catchUpHours: -1 }, "'Hours to Catch Up' cannot be -1", 'Use 0 or more.'],
	])('refuses %j before anything is sent', async (options, message, description) => {
		await expect(publish({ options })).rejects.toMatchObject({
			message: `${message}. ${description}`,
			description,
		});
		expect(on.requests()).toEqual([]);
	});
});

describe('a poll that fails', () => {
	it.each([
		['status 500', { status: 500, body: { detail: 'Broken.' } }, 'could not do'],
		['a page', { status: 502, body: '<h1>Bad gateway</h1>' }, 'could not do'],
		['no rows', { status: 200, body: { count: 1 } }, 'Something other than the Bleemeo API'],
		['no right', { status: 403, body: { detail: 'No.' } }, 'refused'],
	])('because of %s leaves all to the next one', async (_name, fault, message) => {
		const host = await publish();
		const before = happen();
		await host.poll();
		const stored = structuredClone(host.stored);
		const { id } = happen();
		on.sandbox.fault('bleemeo', { path: PAGE, times: Infinity, ...fault });
		await expect(host.poll()).rejects.toMatchObject({
			message: expect.stringContaining(message),
			description: expect.stringContaining(
				'Nothing is lost: the next poll goes on where the last good one ended.',
			),
		});
		expect(host.stored).toEqual(stored);
		on.sandbox.clearFaults();
		expect(idsOf(await host.poll())).toEqual([id]);
		expect(idsOf(host.runs.flat().map(({ json }) => json))).toEqual([before.id, id]);
	});

	it('on a later page leaves all to the next one', async () => {
		on.sandbox.seedMany('bleemeo', 500);
		const host = await publish();
		const ids = Array.from({ length: 250 }, (_, number) => happen({}, 250 - number).id);
		on.sandbox.fault('bleemeo', { path: PAGE, skip: 2, times: Infinity, status: 500 });
		await expect(host.poll()).rejects.toThrow();
		on.sandbox.clearFaults();
		expect(idsOf(await host.poll())).toEqual(ids);
	});

	it('because the pages never end says so', async () => {
		on.sandbox.seedMany('bleemeo', 200);
		const host = await publish();
		const api = on.sandbox.api('bleemeo');
		const handle = api.handle.bind(api);
		// As behind a gateway that drops the query.
		const spy = jest.spyOn(api, 'handle').mockImplementation((request) => {
			const { page, ...query } = request.query;
			return handle({ ...request, query, rawQuery: page ? '' : request.rawQuery });
		});
		for (let number = 0; number < 200; number++) happen({}, number);
		await expect(host.poll()).rejects.toMatchObject({
			message: expect.stringMatching(
				/^The list did not come to its end within 1000 requests\. Check/,
			),
			description: expect.stringContaining('Nothing is lost'),
		});
		spy.mockRestore();
		expect(await host.poll()).toHaveLength(200);
	});

	it('because of a limit says to poll less often', async () => {
		const host = await publish();
		const headers = { 'Retry-After': '900' };
		const advice =
			'Poll less often (Poll Times). The vendor asks to wait 900 seconds. See https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/bleemeo.md#limits [GET /v1/event/, status 429] Nothing is lost: the next poll goes on where the last good one ended.';
		const body = { detail: 'Request was throttled.' };
		on.sandbox.fault('bleemeo', { path: PAGE, status: 429, headers, body });
		await expect(host.poll()).rejects.toMatchObject({
			message: `Bleemeo is limiting requests and did not do 'Look for new events': Request was throttled. ${advice}`,
			description: advice,
		});
	});
});

describe('n8n', () => {
	it('that restarts goes on with what it has stored, even when that is old', async () => {
		const host = await publish({ filters: { statuses: [2] } });
		const first = happen();
		await host.poll();
		const stored = structuredClone(host.stored);
		// Polls without a run: what they remember is in memory only.
		happen({ status: 1 });
		await host.poll();
		const second = happen({ status: 1 });
		await host.poll();
		expect(host.stored).toEqual(stored);
		const meanwhile = happen();
		await host.restart();
		expect(await host.poll()).toEqual([]);
		const ids = idsOf(host.runs.flat().map(({ json }) => json));
		expect(ids).toEqual([first.id, meanwhile.id]);
		expect(ids).not.toContain(second.id);
	});

	it('with durable cursors stores what polls without a run remember', async () => {
		const host = await publish({ filters: { statuses: [2] } }, { isDurable: true });
		const { id } = happen({ status: 1 });
		await host.poll();
		expect(host.state.seen).toHaveProperty(id);
		const wanted = happen();
		expect(idsOf(await host.poll())).toEqual([wanted.id]);
		on.sandbox.fault('bleemeo', { path: PAGE, status: 403, body: { detail: 'No.' } });
		const stored = structuredClone(host.stored);
		await expect(host.poll()).rejects.toThrow();
		expect(host.stored).toEqual(stored);
	});

	it('that was offline catches up, no further than the form says', async () => {
		const host = await publish();
		const [old, young] = [happen({}, 90 * MINUTE), happen({}, 30 * MINUTE)];
		expect(idsOf(await host.poll())).toEqual([old.id, young.id]);
		const stored = { 'node:Trigger': { since: Date.now() - 100 * MINUTE, seen: {} } };
		const other = await PollHost.publish(setup({ options: { catchUpHours: 1 } }), stored);
		expect(idsOf(other.runs.flat().map(({ json }) => json))).toEqual([young.id]);
	});

	it('that starts a poll while another is at work has it do nothing', async () => {
		const host = await publish();
		const { id } = happen();
		on.sandbox.latency(100);
		const [one, other] = await Promise.all([host.poll(), host.poll()]);
		expect([idsOf(one), other]).toEqual([[id], []]);
	});

	it('that is published again goes on where the last poll ended', async () => {
		const host = await publish();
		const ids = [happen({}, 20).id, happen({}, 10).id];
		await host.change({});
		expect(idsOf(host.runs.flat().map(({ json }) => json))).toEqual(ids);
		await host.change({});
		expect(await host.poll()).toEqual([]);
	});

	it('keeps the state by the name of the node, so that a new name starts afresh', async () => {
		const host = await publish();
		happen();
		await host.change({ name: 'Other' });
		expect(host.runs).toEqual([]);
		expect(Object.keys(host.stored)).toEqual(['node:Trigger', 'node:Other']);
		const { id } = happen();
		expect(idsOf(await host.poll())).toEqual([id]);
	});

	it('may publish two workflows, which do not take events from each other', async () => {
		const [one, other] = [await publish(), await publish({}, { workflowId: 'workflow-2' })];
		const { id } = happen();
		on.sandbox.latency(50);
		const both = await Promise.all([one.poll(), other.poll()]);
		expect(both.map(idsOf)).toEqual([[id], [id]]);
	});

	it('whose state is damaged starts anew', async () => {
		const host = await PollHost.publish(setup(), { 'node:Trigger': { since: 'soon' } });
		expect(host.runs).toEqual([]);
		const { id } = happen();
		expect(idsOf(await host.poll())).toEqual([id]);
	});

	it('reads a backlog of more than a poll can hold in parts, without loss', async () => {
		on.sandbox.seedMany('bleemeo', 100);
		const host = await publish({}, { budgetMs: 100_000 });
		const store = on.sandbox.state('bleemeo');
		const count = 5_600;
		const ids = Array.from({ length: count }, (_, number) => happen({}, (count - number) * 600).id);
		store.eventFilters.add('ordering');
		const polls: number[] = [];
		while (polls[polls.length - 1] !== 0 && polls.length < 6)
			polls.push((await host.poll()).length);
		// Items of each poll.
		expect(polls).toEqual([4_900, 700, 0]);
		expect(idsOf(host.runs.flat().map(({ json }) => json))).toEqual(ids);
	});
});

describe('a manual run', () => {
	it('shows the newest events, and leaves the published workflow alone', async () => {
		const host = await publish();
		const ids = Array.from({ length: 8 }, (_, number) => happen({}, 8 - number).id);
		const stored = structuredClone(host.stored);
		expect(idsOf((await host.test()) ?? [])).toEqual(ids.slice(3));
		expect(host.stored).toEqual(stored);
		expect(idsOf(await host.poll())).toEqual(ids);
	});

	it('says why it has nothing to show', async () => {
		const host = await publish({ filters: { statuses: [3] } });
		await expect(host.test()).rejects.toMatchObject({
			message: 'None of the newest 4 entries passes the filters',
			description: expect.stringContaining('The published workflow starts with the next one'),
		});
		on.sandbox.state('bleemeo').events.clear();
		await expect(host.test()).rejects.toMatchObject({ message: 'The list is empty' });
	});
});
