import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';
import { inThread, OTHER_THREAD, posts, record, THREAD } from '../threads';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const create = (additionalFields: IDataObject, fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'create',
	title: 'Acknowledged by Anna',
	status: 10,
	happenedAt: '2026-04-15T12:00:00Z',
	additionalFields,
	...fields,
});
const continuing = (id: string, fields: IDataObject = {}) =>
	create({ continuedEventId: byId(id) }, fields);
const bodyOf = () => {
	expect(posts(on)).toHaveLength(1);
	return comparable(posts(on)[0]).body as IDataObject;
};
const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('Continue Thread of Event', () => {
	it('reads the event, and records the new one in its thread, for its agent and metric', async () => {
		const { web, metric } = company(on);
		const { id } = record(on, 10, { title: 'Alarm', status: 2, agent: web, metric });
		const { items, error } = await on.run(continuing(id), withToken(on));
		expect(error).toBeUndefined();
		const headers = headersOf(on);
		expect(on.requests().map(comparable)).toEqual([
			{
				method: 'GET',
				path: `/v1/event/${id}/`,
				query: { fields: 'id,title,status,agent,metric,thread_id,happened_at,created_at' },
				headers,
				body: undefined,
			},
			{
				method: 'POST',
				path: '/v1/event/',
				query: {},
				headers: { ...headers, 'content-type': 'application/json' },
				body: {
					title: 'Acknowledged by Anna',
					status: 10,
					happened_at: '2026-04-15T12:00:00Z',
					thread_id: THREAD,
					agent: web,
					metric,
				},
			},
		]);
		expect(items).toEqual([
			{
				json: expect.objectContaining({ id: inThread(on)[1].id, title: 'Acknowledged by Anna' }),
				pairedItem: { item: 0 },
			},
		]);
	});

	it('takes another agent, without the metric of the first', async () => {
		const { web, database, metric } = company(on);
		const { id } = record(on, 10, { title: 'Alarm', status: 2, agent: web, metric });
		await on.run(continuing(id, { agentId: byId(database) }), withToken(on));
		expect(bodyOf()).toMatchObject({ agent: database, thread_id: THREAD });
		expect(bodyOf()).not.toHaveProperty('metric');
	});

	it('leaves out an agent and a metric that the event does not have', async () => {
		const { id } = record(on, 10, { title: 'Alarm', status: 2 });
		await on.run(continuing(id), withToken(on));
		expect(Object.keys(bodyOf()).sort()).toEqual(['happened_at', 'status', 'thread_id', 'title']);
	});

	it('keeps the order of the items of one thread', async () => {
		const { id } = record(on, 10, { title: 'Alarm', status: 2 });
		on.sandbox.fault('bleemeo', { method: 'POST', status: 503 });
		const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
		await on.run(continuing(id, { title: '={{ $json.title }}' }), {
			...withToken(on),
			items: titles.map((title) => ({ title })),
		});
		expect(inThread(on).map(({ title }) => title)).toEqual(['Alarm', ...titles]);
	});

	it('explains an event without a thread, and records nothing', async () => {
		const { id } = record(on, 10, { title: 'Alone', status: 2, thread_id: null });
		const { error } = await on.run(continuing(id), withToken(on));
		expect(error?.message).toBe(
			'The event "Alone" belongs to no thread, so nothing can be added to one (item 0)',
		);
		expect(error?.description).toContain("Switch on 'Start Thread'");
		expect(posts(on)).toEqual([]);
	});

	it('names an event that is not there', async () => {
		const { error } = await on.run(
			continuing('00000000-0000-4000-8000-000000000000'),
			withToken(on),
		);
		expect(error).toMatchObject({
			httpCode: '404',
			message: "Bleemeo refused 'Create event' (item 0): Not found.",
		});
		expect(posts(on)).toEqual([]);
	});

	it.each([
		['after', 1],
		['before', 2],
	] as const)(
		'a lost reply (%s) makes one, whatever is said in another thread',
		async (drop, sent) => {
			const { id } = record(on, 10, { title: 'Alarm', status: 2 });
			record(on, 0, {
				title: 'Acknowledged by Anna',
				status: 10,
				happened_at: '2026-04-15T12:00:00Z',
				thread_id: OTHER_THREAD,
			});
			on.sandbox.fault('bleemeo', { method: 'POST', drop });
			const { items } = await on.run(continuing(id), withToken(on));
			expect(inThread(on)).toHaveLength(2);
			expect(items[0].json.id).toBe(inThread(on)[1].id);
			expect(posts(on)).toHaveLength(sent);
		},
	);

	it('skips what is said in this thread already, not what is said in another', async () => {
		const options = { options: { skipIfOpen: true } };
		const { id } = record(on, 10, { title: 'Alarm', status: 2 });
		record(on, 5, { title: 'Acknowledged by Anna', status: 10, thread_id: OTHER_THREAD });
		await on.run(continuing(id, options), { ...withToken(on), items: [{}, {}] });
		expect(inThread(on)).toHaveLength(2);
		expect(inThread(on, OTHER_THREAD)).toHaveLength(1);
	});
});

it('only events of one thread wait for each other', async () => {
	on.sandbox.latency(20);
	const { items } = await on.run(
		create({ threadId: '={{ $json.thread }}' }, { title: '={{ $json.title }}' }),
		{
			...withToken(on),
			items: ['One', 'Two', 'Three', 'Four'].map((title, index) => ({
				title,
				thread: index % 2 ? THREAD : OTHER_THREAD,
			})),
		},
	);
	expect(items).toHaveLength(4);
	expect(on.sandbox.stats('bleemeo').peakInFlight).toBe(2);
	expect(inThread(on).map(({ title }) => title)).toEqual(['Two', 'Four']);
});

describe('Start Thread', () => {
	it('gives each event a thread of its own, the same when n8n runs the node again', async () => {
		const run = async () =>
			await on.run(create({ startThread: true }, { simplify: false }), {
				...withToken(on),
				items: [{}, {}],
			});
		const first = (await run()).items.map(({ json }) => json.thread_id);
		expect(first.every((thread) => UUID_4.test(String(thread)))).toBe(true);
		expect(new Set(first).size).toBe(2);
		const again = (await run()).items.map(({ json }) => json.thread_id);
		expect(again).toEqual(first);
	});

	it.each([{}, { startThread: false }])('sends no thread with %j', async (fields) => {
		await on.run(create(fields), withToken(on));
		expect(bodyOf()).not.toHaveProperty('thread_id');
	});
});

it.each([
	[
		'a thread ID beside an event',
		{ continuedEventId: byId(THREAD), threadId: THREAD },
		"'Thread ID' cannot stand beside 'Continue Thread of Event' (item 0)",
	],
	[
		'a new thread beside an event',
		{ continuedEventId: byId(THREAD), startThread: true },
		"'Start Thread' cannot be on while a thread is given (item 0)",
	],
	[
		'a new thread beside a thread ID',
		{ threadId: THREAD, startThread: true },
		"'Start Thread' cannot be on while a thread is given (item 0)",
	],
	[
		'an event that is no ID',
		{ continuedEventId: byId('={{ "event 1" }}') },
		`'Continue Thread of Event' is not an ID: "event 1" (item 0)`,
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(create(fields), withToken(on));
	expect(error?.message).toBe(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toHaveLength(0);
});

describe('Skip If Already Open', () => {
	const alarm = (more: IDataObject = {}) =>
		create({}, { title: 'Alarm', status: 2, options: { skipIfOpen: true }, ...more });

	it('creates a new one when the thread of the old one was ended in other words', async () => {
		const { id } = record(on, 10, { title: 'Alarm', status: 2 });
		const resolve = { resource: 'event', operation: 'resolveThread', eventId: byId(id) };
		await on.run({ ...resolve, additionalFields: { title: 'All is well' } }, withToken(on));
		const { items, hints } = await on.run(alarm(), withToken(on));
		expect(items[0].json.id).not.toBe(id);
		expect(hints).toEqual([]);
		expect(posts(on)).toHaveLength(2);
	});

	it('is not misled by the end of another thread, or of none', async () => {
		const { id } = record(on, 10, { title: 'Alarm', status: 2 });
		record(on, 5, { title: 'OK', status: 0, thread_id: OTHER_THREAD });
		record(on, 4, { title: 'OK', status: 0, thread_id: null });
		const { items } = await on.run(alarm(), withToken(on));
		expect(items[0].json.id).toBe(id);
		expect(posts(on)).toEqual([]);
	});

	it('is not misled by an end that came before', async () => {
		record(on, 20, { title: 'OK', status: 0 });
		const { id } = record(on, 10, { title: 'Alarm', status: 2 });
		const { items } = await on.run(alarm(), withToken(on));
		expect(items[0].json.id).toBe(id);
	});

	it('makes one of items whose times differ', async () => {
		const { items } = await on.run(alarm({ happenedAt: '={{ $json.at }}' }), {
			...withToken(on),
			items: ['10', '11', '12'].map((hour) => ({ at: `2026-04-15T${hour}:00:00Z` })),
		});
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(1);
		expect(posts(on)).toHaveLength(1);
	});
});

it('a life: created, acknowledged, commented, resolved, each step fed by the ID of the one before', async () => {
	const { web, metric } = company(on);
	const step = async (parameters: IDataObject, before?: IDataObject) => {
		const { items, error } = await on.run(parameters, {
			...withToken(on),
			items: [before ?? {}],
		});
		expect(error).toBeUndefined();
		return items[0].json;
	};
	const now = '={{ $now.toISO() }}';
	const first = await step(
		create(
			{ startThread: true },
			{ title: 'Alarm', status: 2, agentId: byId(web), metricId: byId(metric), happenedAt: now },
		),
	);
	const acknowledged = await step(continuing('={{ $json.id }}', { happenedAt: now }), first);
	const comment = { title: 'Restarting the service', happenedAt: now };
	const commented = await step(continuing('={{ $json.id }}', comment), acknowledged);
	const resolve = {
		resource: 'event',
		operation: 'resolveThread',
		eventId: byId('={{ $json.id }}'),
	};
	const resolved = await step(resolve, commented);
	expect(resolved).toMatchObject({ status: 'resolved', title: 'Alarm' });

	const { events } = on.sandbox.state('bleemeo');
	const thread = events.get(String(first.id))?.thread_id ?? '';
	expect(thread).toMatch(UUID_4);
	expect(
		inThread(on, thread).map(({ title, status, agent, metric: of }) => [title, status, agent, of]),
	).toEqual([
		['Alarm', 2, web, metric],
		['Acknowledged by Anna', 10, web, metric],
		['Restarting the service', 10, web, metric],
		['Alarm', 0, web, metric],
	]);
});
