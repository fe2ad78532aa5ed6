import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import {
	about,
	BODY_HEADERS,
	component,
	incident,
	methods,
	NOT_THERE,
	pathTo,
	posts,
	recordOf,
	rows,
} from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const addUpdate = (fields: IDataObject = {}, title?: string) =>
	about('addUpdate', incident(on, title), { body: 'The cause is found.', ...fields });
const texts = (title?: string) => incident(on, title).updates.map(({ body }) => body);

it('carries every field', async () => {
	const one = incident(on);
	const { items } = await on.run(
		addUpdate({
			body: '  Ursache: „Zertifikat“ 🔑\n**Behoben** ',
			status: 'RESOLVED',
			notifySubscribers: true,
			additionalFields: {
				affectedComponents: rows([component(on), 'OPERATIONAL']),
				extraFields: '{}',
			},
			options: { reopenIfResolved: true },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `${pathTo(one)}/updates`,
		query: {},
		headers: BODY_HEADERS,
		body: {
			status: 'RESOLVED',
			body: 'Ursache: „Zertifikat“ 🔑\n**Behoben**',
			affectedComponents: [{ componentId: component(on).id, status: 'OPERATIONAL' }],
			notifySubscribers: true,
		},
	});
	expect(items).toEqual([{ json: recordOf(on, one.id), pairedItem: { item: 0 } }]);
	expect(one.updates[1].notifySubscribers).toBe(true);
});

it('keeps the status unless told otherwise, and mails nobody', async () => {
	const one = incident(on);
	const { items } = await on.run(addUpdate({ simplify: false }));
	expect(methods(on)).toEqual(['GET', 'POST']);
	expect(comparable(posts(on)[0])).toEqual({
		method: 'POST',
		path: `${pathTo(one)}/updates`,
		query: {},
		headers: BODY_HEADERS,
		body: { status: 'IDENTIFIED', body: 'The cause is found.', notifySubscribers: false },
	});
	expect(items[0].json).toMatchObject({ id: one.id, status: 'IDENTIFIED' });
	expect(items[0].json.updates).toHaveLength(2);
});

it('keeps the order of the items on one incident', async () => {
	on.sandbox.fault('devHelm', { method: 'POST', status: 503 });
	const bodies = ['One', 'Two', 'Three', 'Four'];
	await on.run(addUpdate({ body: '={{ $json.body }}' }), {
		items: bodies.map((body) => ({ body })),
	});
	expect(texts().slice(1)).toEqual(bodies);
});

describe('a resolved incident', () => {
	it('is not opened again by a late message', async () => {
		const { error } = await on.run(addUpdate({ status: 'IDENTIFIED' }, 'Slow pages'));
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message:
				'Incident "Slow pages" is resolved, and the status IDENTIFIED would open it again for customers (item 0)',
		});
		expect(error?.description).toContain('Nothing was sent.');
		expect(methods(on)).toEqual(['GET']);
	});

	it('takes a message that keeps its status', async () => {
		const { items } = await on.run(addUpdate({}, 'Slow pages'));
		expect(items[0].json).toMatchObject({ status: 'resolved' });
		expect(texts('Slow pages')).toHaveLength(2);
	});

	it('is opened when that is asked for', async () => {
		const { items } = await on.run(
			addUpdate({ status: 'INVESTIGATING', options: { reopenIfResolved: true } }, 'Slow pages'),
		);
		expect(items[0].json).toMatchObject({ status: 'triggered' });
		expect(methods(on)).toEqual(['POST']);
	});
});

describe('when the answer is lost', () => {
	const status = 'MONITORING';

	it.each([{ drop: 'after' as const }, { status: 500, after: true }, { truncate: true }])(
		'finds the update that was posted, and posts no second one: %j',
		async (fault) => {
			on.sandbox.fault('devHelm', { method: 'POST', ...fault });
			const { items, error } = await on.run(addUpdate({ status }));
			expect(error).toBeUndefined();
			expect(texts()).toHaveLength(2);
			expect(posts(on)).toHaveLength(1);
			expect(items).toEqual([{ json: recordOf(on, incident(on).id), pairedItem: { item: 0 } }]);
		},
	);

	it('posts it again when it was not posted, although an older one says the same', async () => {
		await on.run(addUpdate({ status }));
		Object.assign(incident(on).updates[1], { createdAt: '2026-01-01T10:00:00.000Z' });
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before' });
		await on.run(addUpdate({ status }));
		expect(texts()).toHaveLength(3);
	});

	it('posts each of two equal ones once, whatever is lost', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', skip: 1, drop: 'before' });
		await on.run(addUpdate({ status }), { items: [{}, {}] });
		expect(texts()).toHaveLength(3);
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after', times: 2 });
		await on.run(addUpdate({ status }), { items: [{}, {}] });
		expect(texts()).toHaveLength(5);
	});

	it('says so when the vendor does not show the updates', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		const { id } = incident(on);
		on.sandbox.fault('devHelm', {
			method: 'GET',
			skip: 1,
			times: Infinity,
			status: 200,
			body: { data: { id } },
		});
		const { error } = await on.run(addUpdate({ status }));
		expect(error?.description).toContain('The outcome is unknown');
		expect(error?.description).toContain('customers would read it twice');
		expect(posts(on)).toHaveLength(1);
	});
});

it.each<[IDataObject, string]>([
	[{ body: '={{ " " }}' }, "'Message' is empty (item 0)"],
	[{ status: '={{ "" }}' }, "'Status' is empty (item 0)"],
	[{ status: '={{ "OPEN" }}' }, `'Status' cannot be "OPEN" (item 0)`],
	[{ statusPageIncidentId: byId('={{ "" }}') }, "'Status Page Incident' is empty (item 0)"],
	[{ notifySubscribers: '={{ "yes" }}' }, `'Notify Subscribers' must be true or false`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(addUpdate(fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toHaveLength(0);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(
		addUpdate({ statusPageIncidentId: byId(NOT_THERE), status: 'RESOLVED' }),
	);
	expect(error).toMatchObject({
		httpCode: '404',
		message:
			"DevHelm refused 'Add update to status page incident' (item 0): Status page incident not found",
	});
});
