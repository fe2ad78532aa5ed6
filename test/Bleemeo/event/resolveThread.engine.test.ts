import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { bleemeoReader } from '../../sandbox/bleemeo/seed';
import { byId, comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';
import { inThread, OTHER_THREAD, posts, record, THREAD } from '../threads';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const resolve = (eventId: string, fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'resolveThread',
	eventId: byId(eventId),
	...fields,
});
const byThread = (threadId: string, fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'resolveThread',
	findThreadBy: 'threadId',
	threadId,
	...fields,
});
const FIELDS = 'id,title,status,agent,metric,thread_id,happened_at,created_at';
const NOTICE = 'Some threads were OK already: their OK event is returned, and none was added';

/** A thread that is critical since ten minutes ago. */
function opened(fields: IDataObject = {}) {
	const { web, metric } = company(on);
	return record(on, 10, { title: 'web-1 – Störung', status: 2, agent: web, metric, ...fields });
}
const bodyOf = () => {
	expect(posts(on)).toHaveLength(1);
	return comparable(posts(on)[0]).body as IDataObject;
};

describe('the requests', () => {
	it('are as shown by a preview, also where the node signs in first', async () => {
		const { id, thread_id } = opened();
		const { error } = await on.run(resolve(id));
		expect(error).toBeUndefined();
		const recorded = posts(on).filter(({ path }) => path === '/v1/event/');
		expect(recorded).toHaveLength(1);
		expect(recorded[0].body).toMatchObject({ status: 0, thread_id });
	});

	it('read the event, then its thread, and record the OK event with every field', async () => {
		const { id, agent, metric } = opened();
		const { error } = await on.run(
			resolve(id, {
				additionalFields: {
					title: 'web-1 – wieder in Ordnung ✅',
					happenedAt: '2099-04-15T14:00:00+02:00',
					text: 'Neustart half',
					statusChangedAt: '2026-04-15T12:00:00Z',
					previousStatusChangedAt: '2026-04-15T11:00:00Z',
					numberStatusChangeLastHour: 0,
					hasBeenNotified: false,
					repeatable: false,
					extraFields: '{ "new_field": 0 }',
				},
			}),
			withToken(on),
		);
		expect(error).toBeUndefined();
		const headers = headersOf(on);
		expect(on.requests().map(comparable)).toEqual([
			{
				method: 'GET',
				path: `/v1/event/${id}/`,
				query: { fields: FIELDS },
				headers,
				body: undefined,
			},
			{
				method: 'GET',
				path: '/v1/event/',
				query: {
					thread_id: THREAD,
					ordering: '-created_at',
					fields: FIELDS,
					page_size: '500',
				},
				headers,
				body: undefined,
			},
			{
				method: 'POST',
				path: '/v1/event/',
				query: {},
				headers: { ...headers, 'content-type': 'application/json' },
				body: {
					agent,
					metric,
					title: 'web-1 – wieder in Ordnung ✅',
					status: 0,
					happened_at: '2099-04-15T12:00:00Z',
					thread_id: THREAD,
					text: 'Neustart half',
					status_changed_at: '2026-04-15T12:00:00Z',
					previous_status_changed_at: '2026-04-15T11:00:00Z',
					number_status_change_last_hour: 0,
					has_been_notified: false,
					repeatable: false,
					new_field: 0,
				},
			},
		]);
	});

	it('carry title, agent and metric of the first event, and the present time, otherwise', async () => {
		const { id, agent, metric } = opened();
		const before = Date.now();
		await on.run(resolve(id), withToken(on));
		const { happened_at, ...others } = bodyOf();
		expect(others).toEqual({
			agent,
			metric,
			title: 'web-1 – Störung',
			status: 0,
			thread_id: THREAD,
		});
		expect(Date.parse(String(happened_at))).toBeGreaterThanOrEqual(before);
		expect(Date.parse(String(happened_at))).toBeLessThanOrEqual(Date.now());
	});

	it('leave out an agent and a metric that the thread does not have', async () => {
		const { id } = opened({ agent: null, metric: null });
		await on.run(resolve(id), withToken(on));
		expect(Object.keys(bodyOf()).sort()).toEqual(['happened_at', 'status', 'thread_id', 'title']);
	});

	it('are two when the thread is given by its ID, in any case of letters', async () => {
		const { title, agent, metric } = opened();
		await on.run(byThread(` ${THREAD.toUpperCase()} `), withToken(on));
		expect(on.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /v1/event/',
			'POST /v1/event/',
		]);
		expect(bodyOf()).toMatchObject({ title, agent, metric, status: 0, thread_id: THREAD });
	});

	it('speak of the alarm when a later event or a comment of the thread is given', async () => {
		const { web, database } = company(on);
		record(on, 30, { title: 'Alarm', status: 2, agent: web });
		record(on, 20, { title: 'Worse', status: 3, agent: database });
		const { id } = record(on, 10, { title: 'Acknowledged by Anna', status: 10 });
		await on.run(resolve(id), withToken(on));
		expect(bodyOf()).toMatchObject({ title: 'Alarm', agent: web });
	});

	it('never put the end before what it ends, when our clock is behind', async () => {
		const { id, happened_at } = record(on, -5, { title: 'From the future', status: 2 });
		await on.run(resolve(id), withToken(on));
		expect(bodyOf().happened_at).toBe(happened_at);
	});
});

describe('the output', () => {
	it('is the common record of the OK event', async () => {
		const { id } = opened();
		const { items, hints } = await on.run(resolve(id), withToken(on));
		const [, stored] = inThread(on);
		expect(items).toEqual([
			{
				json: {
					provider: 'bleemeo',
					id: stored.id,
					number: null,
					title: 'web-1 – Störung',
					status: 'resolved',
					severity: null,
					url: null,
					service: null,
					assignees: null,
					actor: null,
					createdAt: stored.created_at,
					updatedAt: stored.modified_at,
					vendorStatus: 'OK',
					vendorSeverity: 0,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(hints).toEqual([]);
	});

	it("is the vendor's own object when Simplify is off", async () => {
		const { id } = opened();
		const { items } = await on.run(resolve(id, { simplify: false }), withToken(on));
		expect(items[0].json).toEqual({ ...inThread(on)[1] });
		expect(items[0].json).toMatchObject({ thread_id: THREAD, status: 0 });
	});
});

describe('a thread that is OK already', () => {
	it.each([
		['by its opening event', () => resolve(inThread(on)[0].id, { simplify: false })],
		['by its OK event', () => resolve(inThread(on)[1].id, { simplify: false })],
		['by its ID', () => byThread(THREAD, { simplify: false })],
	])('is success with a notice, given %s', async (_, parameters) => {
		opened();
		const ok = record(on, 5, { title: 'web-1 is OK', status: 0 });
		record(on, 2, { title: 'A comment afterwards', status: 10 });
		const { items, hints, error } = await on.run(parameters(), withToken(on));
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([{ ...ok }]);
		expect(hints.map(({ message }) => message)).toEqual([NOTICE]);
		expect(posts(on)).toEqual([]);
	});

	it('is told by when events happened, not by when they were recorded', async () => {
		const { id } = opened();
		const ok = record(on, 5, { title: 'OK', status: 0 });
		const happened_at = new Date(Date.now() - 8 * 60_000).toISOString();
		record(on, 1, { title: 'Recorded late', status: 1, happened_at });
		const { items } = await on.run(resolve(id), withToken(on));
		expect(items[0].json.id).toBe(ok.id);
		expect(posts(on)).toEqual([]);
	});

	it('is resolved anew after it was reopened', async () => {
		const { id } = opened();
		record(on, 5, { title: 'OK', status: 0 });
		record(on, 3, { title: 'Again', status: 2 });
		const { hints } = await on.run(resolve(id), withToken(on));
		expect(hints).toEqual([]);
		expect(posts(on)).toHaveLength(1);
	});

	it('is what a second item about the thread finds, however it is given', async () => {
		const { id } = opened();
		const worse = record(on, 5, { title: 'Worse', status: 3 });
		const { items, hints } = await on.run(resolve('={{ $json.id }}'), {
			...withToken(on),
			items: [{ id }, { id: worse.id }, { id: id.toUpperCase() }],
		});
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(1);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(posts(on)).toHaveLength(1);
		expect(hints.map(({ message }) => message)).toEqual([NOTICE]);
	});
});

describe('what cannot be resolved', () => {
	it('explains an event without a thread, and adds nothing', async () => {
		const { id } = opened({ thread_id: null, title: 'Alone' });
		const { error } = await on.run(resolve(id), withToken(on));
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'The event "Alone" belongs to no thread, so nothing can be added to one (item 0)',
			description: expect.stringContaining("Switch on 'Start Thread'"),
		});
		expect(posts(on)).toEqual([]);
	});

	it('explains a thread of which there is no event', async () => {
		const { error } = await on.run(byThread(OTHER_THREAD), withToken(on));
		expect(error?.message).toBe(
			`'Thread ID' is of no event that can be seen: "${OTHER_THREAD}" (item 0)`,
		);
		expect(posts(on)).toEqual([]);
	});

	it('refuses an end before the newest event of the thread', async () => {
		const { id, happened_at } = opened();
		const fields = { additionalFields: { happenedAt: '2026-01-01T00:00:00Z' } };
		const { error } = await on.run(resolve(id, fields), withToken(on));
		expect(error?.message).toBe(
			`'Happened At' lies before the newest event of the thread (${happened_at}) (item 0)`,
		);
		expect(posts(on)).toEqual([]);
	});

	it.each([
		['no event', resolve('={{ "" }}'), "'Event' is empty (item 0)"],
		['no ID', resolve('={{ "event 1" }}'), `'Event' is not an ID: "event 1" (item 0)`],
		['no thread', byThread('={{ " " }}'), "'Thread ID' is empty (item 0)"],
		['a word for a thread', byThread('thread-1'), `'Thread ID' is not an ID: "thread-1" (item 0)`],
		[
			'a time that is none',
			resolve(THREAD, { additionalFields: { happenedAt: 'later' } }),
			`'Happened At' is no date: "later" (item 0)`,
		],
		[
			'fields that are no object',
			resolve(THREAD, { additionalFields: { extraFields: '[1]' } }),
			"'Extra Fields (JSON)' must be a JSON object (item 0)",
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const { error } = await on.run(parameters, withToken(on));
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
		expect(on.requests()).toHaveLength(0);
	});

	it('names an event that is not there', async () => {
		const { error } = await on.run(resolve('00000000-0000-4000-8000-000000000000'), withToken(on));
		expect(error).toMatchObject({
			httpCode: '404',
			message: "Bleemeo refused 'Resolve thread of event' (item 0): Not found.",
		});
		expect(posts(on)).toEqual([]);
	});

	it('says so to a user who may only read', async () => {
		const { id } = opened();
		const { email, password } = bleemeoReader;
		const credentials = on.credentials({ email, password });
		const { error } = await on.run(resolve(id), { credentials });
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.description).toContain('the manager group is recommended');
		expect(inThread(on)).toHaveLength(1);
	});

	it('does not guess where a reply leaves out the thread', async () => {
		const { id } = opened();
		const path = `/v1/event/${id}/`;
		on.sandbox.fault('bleemeo', { path, status: 200, body: { id, status: 2 } });
		const { error } = await on.run(resolve(id), withToken(on));
		expect(error?.message).toContain('what Bleemeo tells of events leaves out "thread_id"');
		expect(posts(on)).toEqual([]);
	});
});
