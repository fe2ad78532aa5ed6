import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { toIncidentRecord } from '../../../nodes/Bleemeo/api/record';
import { uuidOf } from '../../../nodes/shared/alerts/told';
import { byId, comparable, suite } from '../../support/suite';
import {
	DETAILS,
	firing,
	GENERIC_FIRING,
	groupOf,
	over,
	SHOWN,
	SHOWN_OVER,
	UNKNOWN,
} from '../../shared/alerts/group';
import type { Event } from '../../sandbox/bleemeo/types';
import { company, headersOf, withToken } from '../sandbox';
import { inThread, OTHER_THREAD, posts, record } from '../threads';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

/** RFC 9562, version 8, of the SHA-256 of "alertmanager:5ef77f1f8a3ecfad". */
const THREAD = '795a179b-3192-83c6-a29a-c233aec3816f';

const send = (fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'sendFromAlert',
	...fields,
});
const run = async (alerts: IDataObject[], fields: IDataObject = {}) => {
	on.sandbox.clearRequests();
	return await on.run(send(fields), { ...withToken(on), items: [groupOf(...alerts)] });
};
const thread = (fingerprint?: string) =>
	inThread(on, fingerprint ? uuidOf(`alertmanager:${fingerprint}`) : THREAD);
const statuses = (fingerprint?: string) => thread(fingerprint).map(({ status }) => status);
const recordOf = (event: Event) => toIncidentRecord(event as IDataObject);
const sent = () => on.requests().map(comparable);
const actions = ({ items }: Awaited<ReturnType<typeof run>>) =>
	items.map(({ json }) => json.action);
const hintsOf = ({ hints }: Awaited<ReturnType<typeof run>>) => hints.map(({ message }) => message);

const FIELDS =
	'id,account,agent,metric,status,title,text,happened_at,status_changed_at,previous_status_changed_at,number_status_change_last_hour,has_been_notified,repeatable,thread_id,created_at,modified_at,created_by,modified_by';

const lookUp = () => ({
	method: 'GET',
	path: '/v1/event/',
	query: { thread_id: THREAD, ordering: '-created_at', fields: FIELDS, page_size: '500' },
	headers: headersOf(on),
	body: undefined,
});
const post = (body: unknown) => ({
	method: 'POST',
	path: '/v1/event/',
	query: {},
	headers: { ...headersOf(on), 'content-type': 'application/json' },
	body,
});

const CREATED = {
	title: SHOWN.title,
	status: 2,
	text: DETAILS,
	happened_at: SHOWN.startedAt,
	thread_id: THREAD,
};
it('opens a thread for what fires', async () => {
	const { items, hints } = await run([firing()]);
	expect(sent()).toEqual([lookUp(), post(CREATED)]);
	expect(items).toEqual([
		{
			json: { action: 'created', alert: SHOWN, incident: recordOf(thread()[0]) },
			pairedItem: { item: 0 },
		},
	]);
	expect(hints).toEqual([]);
});

it('carries the further fields of Create', async () => {
	const { web, metric } = company(on);
	await run([firing()], {
		agentId: byId(web),
		metricId: byId(metric),
		additionalFields: {
			statusChangedAt: '2026-04-15T12:00:00Z',
			previousStatusChangedAt: '2026-04-15T11:00:00Z',
			numberStatusChangeLastHour: 0,
			hasBeenNotified: false,
			repeatable: false,
			extraFields: '{ "new_field": 0 }',
		},
	});
	expect(sent()[1]).toEqual(
		post({
			...CREATED,
			agent: web,
			metric,
			status_changed_at: '2026-04-15T12:00:00Z',
			previous_status_changed_at: '2026-04-15T11:00:00Z',
			number_status_change_last_hour: 0,
			has_been_notified: false,
			repeatable: false,
			new_field: 0,
		}),
	);
});

it.each([
	['critical', 2],
	['error', 2],
	['warning', 1],
	['info', 10],
])('%s is the status %d', async (severity, status) => {
	await run([firing({ labels: { severity } })]);
	expect(statuses()).toEqual([status]);
});

it('cuts a title that might be too long', async () => {
	const alert = firing({ annotations: { summary: 'x'.repeat(400) } });
	await run([alert]);
	expect(thread()[0].title).toBe(`${'x'.repeat(250)}…`);
	expect(actions(await run([alert]))).toEqual(['unchanged']);
});

it('leaves what is open as it is when the alert says the same again', async () => {
	await run([firing()]);
	const result = await run([firing()]);
	expect(sent()).toEqual([lookUp()]);
	expect(result.items).toEqual([
		{
			json: { action: 'unchanged', alert: SHOWN, incident: recordOf(thread()[0]) },
			pairedItem: { item: 0 },
		},
	]);
	expect(hintsOf(result)).toHaveLength(1);
});

describe('when the alert has another title or severity', () => {
	const worse = () => firing({ labels: { severity: 'warning' }, annotations: { summary: 'Down' } });

	it('is recorded in the thread, at the present time', async () => {
		await run([firing()]);
		const before = Date.now();
		const result = await run([worse()]);
		const [read, written, ...more] = sent();
		expect([read, more]).toEqual([lookUp(), []]);
		const { happened_at, text, ...others } = written.body as IDataObject;
		expect(others).toEqual({ title: 'Down', status: 1, thread_id: THREAD });
		expect(text).toContain('Severity: warning');
		expect(Date.parse(String(happened_at))).toBeGreaterThanOrEqual(before);
		expect(result.items[0].json).toMatchObject({
			action: 'updated',
			incident: recordOf(thread()[1]),
		});
		expect(actions(await run([worse()]))).toEqual(['unchanged']);
	});

	it.each([
		['title', { annotations: { summary: 'Down' } }],
		['severity', { labels: { severity: 'warning' } }],
	])('is recorded where it is the %s alone', async (_, changes) => {
		const first = { annotations: { summary: 'Up?' }, labels: { severity: 'critical' } };
		await run([firing(first)]);
		expect(actions(await run([firing({ ...first, ...changes })]))).toEqual(['updated']);
	});

	it('is left where that is wanted', async () => {
		await run([firing()]);
		expect(actions(await run([worse()], { options: { whenFiringAgain: 'leave' } }))).toEqual([
			'unchanged',
		]);
		expect(sent()).toEqual([lookUp()]);
	});
});

describe('what is over', () => {
	it('ends its thread, and no other', async () => {
		const { web, metric } = company(on);
		await run([firing(), firing({ fingerprint: 'other' })], {
			agentId: byId(web),
			metricId: byId(metric),
		});
		const { items } = await run([over()]);
		expect(sent()).toEqual([
			lookUp(),
			post({
				agent: web,
				metric,
				title: SHOWN.title,
				status: 0,
				text: 'Alertmanager says that it is over since 2026-03-02T03:05:22Z',
				happened_at: '2026-03-02T03:05:22Z',
				thread_id: THREAD,
			}),
		]);
		expect(items).toEqual([
			{
				json: { action: 'resolved', alert: SHOWN_OVER, incident: recordOf(thread()[1]) },
				pairedItem: { item: 0 },
			},
		]);
		expect(statuses('other')).toEqual([2]);
	});

	it('never ends before what it ends', async () => {
		await run([firing({ startsAt: '2026-03-02T04:00:00Z' })]);
		await run([over()]);
		expect(thread().map(({ happened_at }) => happened_at)).toEqual(
			Array(2).fill('2026-03-02T04:00:00Z'),
		);
		expect(actions(await run([over()]))).toEqual(['none']);
	});

	it('is success with a notice where nothing is open', async () => {
		record(on, 10, { title: SHOWN.title, status: 2, thread_id: OTHER_THREAD });
		const check = async () => {
			const result = await run([over()]);
			expect(sent()).toEqual([lookUp()]);
			expect(result.items).toEqual([
				{ json: { action: 'none', alert: SHOWN_OVER, incident: null }, pairedItem: { item: 0 } },
			]);
			expect(hintsOf(result)).toHaveLength(1);
		};
		await check();
		await run([firing(), over()]);
		await check();
	});
});

it('goes from firing to over and again in one message, in that order', async () => {
	const result = await run([firing(), over(), firing(), firing()]);
	expect(actions(result)).toEqual(['created', 'resolved', 'created', 'unchanged']);
	expect(statuses()).toEqual([2, 0, 2]);
	// The alert has the time at which it began the first time; the thread is open all the same.
	expect(actions(await run([firing()]))).toEqual(['unchanged']);
	expect(actions(await run([over(), over()]))).toEqual(['resolved', 'none']);
});

it('records one event for two items at once', async () => {
	const items = [groupOf(firing()), groupOf(firing())];
	const result = await on.run(send(), { ...withToken(on), items });
	expect(actions(result)).toEqual(['created', 'unchanged']);
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(statuses()).toEqual([2]);
});

it.each([
	['created', []],
	['updated', [firing({ annotations: { summary: 'Before' } })]],
	['resolved', [firing()]],
])('makes exactly one where the answer is lost: %s', async (action, before) => {
	if (before.length) await run(before);
	on.sandbox.fault('bleemeo', { method: 'POST', drop: 'after' });
	const result = await run([action === 'resolved' ? over() : firing()]);
	expect(result.error).toBeUndefined();
	expect(actions(result)).toEqual([action]);
	expect(posts(on)).toHaveLength(1);
	expect(thread()).toHaveLength(before.length + 1);
});

describe('an alert that is no fault to its tool', () => {
	const info = (summary = 'Backup late') =>
		firing({ labels: { severity: 'info' }, annotations: { summary } });

	it('is recorded once, also after another end', async () => {
		await run([firing(), over()]);
		expect(actions(await run([info(), info()]))).toEqual(['created', 'unchanged']);
		expect(actions(await run([info()]))).toEqual(['unchanged']);
		expect(statuses()).toEqual([2, 0, 10]);
	});

	it('is no reason to keep back the fault that follows', async () => {
		await run([firing(), over(), info(SHOWN.title)]);
		const options = { whenFiringAgain: 'leave' };
		expect(actions(await run([firing()], { options }))).toEqual(['created']);
	});

	it('is told from what people remark in the thread', async () => {
		await run([firing()]);
		record(on, 0, { title: 'Acknowledged by Anna', status: 10, thread_id: THREAD });
		expect(actions(await run([firing()]))).toEqual(['unchanged']);
		expect(actions(await run([over()]))).toEqual(['resolved']);
		record(on, 0, { title: 'All well', status: 10, thread_id: THREAD });
		expect(actions(await run([over()]))).toEqual(['none']);
	});
});

it('writes the thread as the list has it', async () => {
	await run([firing()]);
	const [event] = thread();
	event.thread_id = THREAD.toUpperCase();
	expect(actions(await run([over()]))).toEqual(['resolved']);
	expect(posts(on)[0].body).toMatchObject({ thread_id: THREAD.toUpperCase() });
});

describe('a server that does not filter by thread', () => {
	beforeEach(() => {
		on.sandbox.state('bleemeo').eventFilters = new Set();
	});

	it('is read whole once for all alerts of a run', async () => {
		on.sandbox.seedMany('bleemeo', 1_100);
		const alerts = [0, 1, 2].map((number) => firing({ fingerprint: `f${number}` }));
		await run(alerts);
		expect(posts(on)).toHaveLength(3);
		const result = await run(alerts);
		expect(actions(result)).toEqual(Array(3).fill('unchanged'));
		const asked = sent().map(({ query }) => query);
		const alone = asked.filter((query) => query.thread_id !== undefined);
		expect(alone).toHaveLength(3);
		expect(asked.filter((query) => !alone.includes(query))).toHaveLength(3);
		expect(
			actions(await run([over({ fingerprint: 'f1' }), firing({ fingerprint: 'f1' })])),
		).toEqual(['resolved', 'created']);
		expect(statuses('f0')).toEqual([2]);
	});

	it('does not keep a page back where the thread lies too far down', async () => {
		const years = 3 * 365 * 24 * 60;
		record(on, years, { title: SHOWN.title, status: 2, thread_id: THREAD });
		on.sandbox.seedMany('bleemeo', 20_100);
		const result = await run([firing()]);
		expect(actions(result)).toEqual(['created']);
		expect(hintsOf(result)).toEqual([
			'Only the newest 20,000 events were searched for those of a thread: this Bleemeo does not filter by thread, and its beginning may be missing',
		]);
	});
});

it('takes an alert of any other tool that says no more than what is wrong', async () => {
	const before = Date.now();
	const { items } = await on.run(send(GENERIC_FIRING));
	const [event] = inThread(on, uuidOf(UNKNOWN.key));
	expect(Date.parse(event.happened_at)).toBeGreaterThanOrEqual(before);
	expect(items[0].json).toEqual({
		action: 'created',
		alert: UNKNOWN,
		incident: recordOf(event),
	});
});

it("gives Bleemeo's own event without Simplify", async () => {
	const { items } = await run([firing()], { simplify: false });
	expect(items[0].json.incident).toEqual(thread()[0]);
});
