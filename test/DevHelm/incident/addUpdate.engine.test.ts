import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import {
	HEADERS,
	NOT_THERE,
	READ_HEADERS,
	recordOf,
	seeded,
	steps,
	storedIncident,
	updatesOf,
} from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const text = 'Störung: „Zahlung“ fällt aus 🚨\nZweite Zeile';
const addUpdate = (id: string, { body = '', ...additionalFields }: IDataObject, more = {}) => ({
	resource: 'incident',
	operation: 'addUpdate',
	incidentId: byId(id),
	body,
	additionalFields,
	...more,
});
const posts = () => on.requests().filter(({ method }) => method === 'POST');

it('carries every field, after a look at the incident', async () => {
	const { id } = seeded(on, 'TRIGGERED');
	const { items, hints } = await on.run(
		addUpdate(id, {
			body: `  ${text} `,
			newStatus: 'CONFIRMED',
			notifySubscribers: true,
			reopen: false,
			extraFields: '{}',
		}),
	);
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'GET',
			path: `/api/v1/incidents/${id}`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		},
		{
			method: 'POST',
			path: `/api/v1/incidents/${id}/updates`,
			query: {},
			headers: HEADERS,
			body: { body: text, newStatus: 'CONFIRMED', notifySubscribers: true },
		},
	]);
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(items[0].json.vendorStatus).toBe('CONFIRMED');
	expect(hints).toEqual([]);
});

it('needs a text alone, tells nobody, and leaves the status', async () => {
	const { id } = seeded(on, 'WATCHING');
	const { items } = await on.run(addUpdate(id, { body: 'Looking into it' }));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/api/v1/incidents/${id}/updates`,
		query: {},
		headers: HEADERS,
		body: { body: 'Looking into it', notifySubscribers: false },
	});
	expect(items[0].json.vendorStatus).toBe('WATCHING');
});

it('needs a status alone', async () => {
	const { id } = seeded(on, 'CONFIRMED');
	const { items } = await on.run(addUpdate(id, { newStatus: 'resolved' }));
	expect(posts().map(({ body }) => body)).toEqual([
		{ newStatus: 'RESOLVED', notifySubscribers: false },
	]);
	expect(items[0].json.status).toBe('resolved');
});

it("gives the vendor's own object without Simplify", async () => {
	const { id } = seeded(on, 'CONFIRMED');
	const { items } = await on.run(addUpdate(id, { body: '={{ 0 }}' }, { simplify: false }));
	expect(items[0].json).toMatchObject({
		id,
		source: 'MONITORS',
		updates: [expect.anything(), expect.objectContaining({ body: '0', newStatus: null })],
	});
});

it('posts on a resolved incident without opening it', async () => {
	const { id } = seeded(on, 'RESOLVED');
	const { items } = await on.run(addUpdate(id, { body: 'Post-mortem follows' }));
	expect(items[0].json.status).toBe('resolved');
	expect(updatesOf(on, id)).toHaveLength(2);
});

describe('a status that would reopen', () => {
	it.each(['WATCHING', 'TRIGGERED', 'CONFIRMED'])('is not set: %s', async (newStatus) => {
		const { id } = seeded(on, 'RESOLVED');
		const { error } = await on.run(addUpdate(id, { body: 'Again', newStatus }));
		expect(error?.message).toBe(
			`Incident "Card payments fail" is resolved, and 'New Status' would reopen it (item 0)`,
		);
		expect(error?.description).toMatch(/^Nothing was sent\. Take 'New Status' out/);
		expect(steps(on, id)).toEqual(['GET']);
		expect(storedIncident(on, id).status).toBe('RESOLVED');
	});

	it('is not set through Extra Fields either', async () => {
		const { id } = seeded(on, 'RESOLVED');
		const extraFields = '{ "newStatus": "CONFIRMED" }';
		const { error } = await on.run(addUpdate(id, { extraFields }));
		expect(error?.message).toContain("'New Status' would reopen it");
		expect(posts()).toEqual([]);
	});

	it('is set when that is asked for', async () => {
		const { id } = seeded(on, 'RESOLVED');
		const { items } = await on.run(addUpdate(id, { newStatus: 'CONFIRMED', reopen: true }));
		expect(items[0].json.vendorStatus).toBe('CONFIRMED');
		expect(storedIncident(on, id).reopenCount).toBe(1);
	});
});

describe('a status that holds already', () => {
	const message = (status: string) =>
		`Some incidents had the status '${status}' already: it was not set again`;

	it('is not set again, and the text is posted', async () => {
		const { id } = seeded(on, 'RESOLVED');
		const { hints } = await on.run(addUpdate(id, { body: 'More', newStatus: 'RESOLVED' }));
		expect(posts().map(({ body }) => body)).toEqual([{ body: 'More', notifySubscribers: false }]);
		expect(hints.map((hint) => hint.message)).toEqual([message('Resolved')]);
	});

	it('is success where there is no text', async () => {
		const { id } = seeded(on, 'CONFIRMED');
		const { items, hints } = await on.run(addUpdate(id, { newStatus: 'CONFIRMED' }));
		expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
		expect(hints.map((hint) => hint.message)).toEqual([message('Confirmed')]);
		expect(posts()).toEqual([]);
	});
});

it('keeps the order of the items on one incident', async () => {
	const { id } = seeded(on, 'CONFIRMED');
	on.sandbox.fault('devHelm', { status: 503, times: 1 });
	const texts = ['One', 'Two', 'Three', 'Four', 'Five'];
	await on.run(addUpdate(id, { body: '={{ $json.text }}' }), {
		items: texts.map((one) => ({ text: one })),
	});
	expect(
		updatesOf(on, id)
			.slice(1)
			.map(({ body }) => body),
	).toEqual(texts);
});

describe('when the answer is lost', () => {
	it.each<[IDataObject]>([[{ body: text }], [{ newStatus: 'WATCHING' }]])(
		'finds what was posted, and posts no second one: %j',
		async (fields) => {
			const { id } = seeded(on, 'CONFIRMED');
			on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
			const { items, error } = await on.run(addUpdate(id, fields));
			expect(error).toBeUndefined();
			expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
			expect(updatesOf(on, id)).toHaveLength(2);
			expect(posts()).toHaveLength(1);
		},
	);

	it('posts it again when it was not posted', async () => {
		const { id } = seeded(on, 'CONFIRMED');
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before' });
		const { error } = await on.run(addUpdate(id, { body: text }));
		expect(error).toBeUndefined();
		expect(updatesOf(on, id)).toHaveLength(2);
		expect(posts()).toHaveLength(2);
	});

	it('does not take one of the same run for another', async () => {
		const { id } = seeded(on, 'CONFIRMED');
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before', skip: 1 });
		await on.run(addUpdate(id, { body: text }), { items: [{}, {}] });
		expect(updatesOf(on, id)).toHaveLength(3);
	});

	it('stays unknown when it cannot be looked for either', async () => {
		const { id } = seeded(on, 'CONFIRMED');
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		on.sandbox.fault('devHelm', { method: 'GET', status: 403, times: Infinity });
		const { error } = await on.run(addUpdate(id, { body: text }));
		expect(error?.description).toContain(
			'The outcome is unknown: DevHelm may have done it or not. Look among the updates of the incident',
		);
		expect(posts()).toHaveLength(1);
	});
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(addUpdate(NOT_THERE, { body: text }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Add update to incident' (item 0): Incident not found",
	});
});

it.each<[string, IDataObject, string]>([
	['nothing', {}, "Nothing to add: 'Message' and 'New Status' are both empty (item 0)"],
	[
		'a wish to notify alone',
		{ notifySubscribers: true, body: '={{ " " }}' },
		"Nothing to add: 'Message' and 'New Status' are both empty (item 0)",
	],
	['an unknown status', { newStatus: 'OPEN' }, `'New Status' cannot be "OPEN" (item 0)`],
	[
		'a word for the switch',
		{ body: 'x', notifySubscribers: '={{ "yes" }}' },
		`'Notify Subscribers' must be true or false, not "yes" (item 0)`,
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(addUpdate(NOT_THERE, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
