import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, comparable, suite } from '../../support/suite';
import { company, withToken } from '../sandbox';
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
/** A thread that is critical since ten minutes ago. */
function opened(fields: IDataObject = {}) {
	const { web, metric } = company(on);
	return record(on, 10, { title: 'web-1 – Störung', status: 2, agent: web, metric, ...fields });
}
const bodyOf = () => {
	expect(posts(on)).toHaveLength(1);
	return comparable(posts(on)[0]).body as IDataObject;
};

describe('a server that does not filter by thread', () => {
	beforeEach(() => {
		on.sandbox.state('bleemeo').eventFilters = new Set();
	});

	it('is not taken at its word: the OK event of another thread does not count', async () => {
		const { id } = opened();
		record(on, 5, { title: 'OK of another', status: 0, thread_id: OTHER_THREAD });
		record(on, 4, { title: 'OK of none', status: 0, thread_id: null });
		await on.run(resolve(id), withToken(on));
		expect(bodyOf().thread_id).toBe(THREAD);
	});

	it('is read back to the event, and no further, where it lists the newest first', async () => {
		on.sandbox.seedMany('bleemeo', 1600);
		const { id } = opened();
		await on.run(resolve(id), withToken(on));
		expect(on.requests().filter(({ path }) => path === '/v1/event/')).toHaveLength(2);
	});

	it('is read back to the alarm when a comment is given', async () => {
		record(on, 3000, { title: 'Alarm', status: 2 });
		on.sandbox.seedMany('bleemeo', 1100);
		const { id } = record(on, 1, { title: 'Acknowledged', status: 10 });
		await on.run(resolve(id), withToken(on));
		expect(bodyOf().title).toBe('Alarm');
	});

	it.each(['asc', 'mixed'] as const)('is read to the end where its order is %s', async (order) => {
		const store = on.sandbox.state('bleemeo');
		store.eventOrder = order;
		on.sandbox.seedMany('bleemeo', 1100);
		const { id } = opened();
		const ok = record(on, 5, { title: 'OK', status: 0 });
		const { items } = await on.run(resolve(id), withToken(on));
		expect(items[0].json.id).toBe(ok.id);
		expect(posts(on)).toEqual([]);
	});

	it('names the limit of 20,000 events, and the way around', async () => {
		opened();
		on.sandbox.seedMany('bleemeo', 20_100);
		const { error } = await on.run(byThread(THREAD), withToken(on));
		expect(error).toMatchObject({
			message:
				'The thread was not found among 20,000 events, because this Bleemeo does not filter by thread (item 0)',
			description: expect.stringContaining("Set 'Find Thread By' to 'Event'"),
		});
		expect(posts(on)).toEqual([]);
	});
});

it('asks again without a filter or an order that the server refuses', async () => {
	const { id } = opened();
	on.sandbox.fault('bleemeo', {
		path: '/v1/event/',
		method: 'GET',
		status: 400,
		body: { thread_id: ['Unknown filter.'], ordering: ['Unknown.'] },
	});
	const { error } = await on.run(resolve(id), withToken(on));
	expect(error).toBeUndefined();
	expect(comparable(on.requests()[2]).query).toEqual({ fields: FIELDS, page_size: '500' });
	expect(posts(on)).toHaveLength(1);
});

describe('lost replies', () => {
	it.each([
		['a lost reply', { drop: 'after' as const }],
		['half a reply', { truncate: true }],
		['a 500 after the event was recorded', { status: 500, after: true }],
	])('%s of the OK event makes exactly one', async (_, fault) => {
		const { id } = opened();
		on.sandbox.fault('bleemeo', { method: 'POST', ...fault });
		const { items, error, hints } = await on.run(resolve(id), withToken(on));
		expect(error).toBeUndefined();
		expect(inThread(on)).toHaveLength(2);
		expect(items[0].json.id).toBe(inThread(on)[1].id);
		expect(posts(on)).toHaveLength(1);
		expect(hints).toEqual([]);
	});

	it('one that was not recorded is sent again', async () => {
		const { id } = opened();
		on.sandbox.fault('bleemeo', { method: 'POST', drop: 'before' });
		const { error } = await on.run(resolve(id), withToken(on));
		expect(error).toBeUndefined();
		expect(inThread(on)).toHaveLength(2);
		expect(posts(on)).toHaveLength(2);
	});

	it('does not take the OK event of another thread of the same title for its own', async () => {
		const { id } = opened();
		const happenedAt = '2099-01-01T00:00:00Z';
		const { agent, metric, title } = inThread(on)[0];
		record(on, 0, {
			...{ agent, metric, title, status: 0, happened_at: happenedAt, thread_id: OTHER_THREAD },
		});
		on.sandbox.fault('bleemeo', { method: 'POST', drop: 'before' });
		const fields = { additionalFields: { happenedAt } };
		const { items } = await on.run(resolve(id, fields), withToken(on));
		expect(inThread(on)).toHaveLength(2);
		expect(items[0].json.id).toBe(inThread(on)[1].id);
	});

	it.each([0, 1, 2])('a cut connection at request %d is got over', async (skip) => {
		const { id } = opened();
		on.sandbox.fault('bleemeo', { drop: 'before', skip });
		const { error } = await on.run(resolve(id), withToken(on));
		expect(error).toBeUndefined();
		expect(inThread(on)).toHaveLength(2);
	});

	it('says what to look at when nobody can tell', async () => {
		const { id } = opened();
		on.sandbox.fault('bleemeo', { method: 'POST', drop: 'after' });
		on.sandbox.fault('bleemeo', {
			method: 'GET',
			path: '/v1/event/',
			skip: 1,
			status: 403,
			times: Infinity,
			body: { detail: 'No.' },
		});
		const { error } = await on.run(resolve(id), withToken(on));
		expect(error?.description).toContain(
			"The outcome is unknown: Bleemeo may have done it or not. Look in Bleemeo for an OK event in this event's thread before you run this item again.",
		);
	});
});
