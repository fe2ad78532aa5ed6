import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import { BODY_HEADERS, HEADERS, NOT_THERE } from '../statusPages';
import { about, addSubscriber, pathTo, subscribers } from '../subscribers';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const EMAIL = 'Ada@example.com';
const add = (fields: IDataObject = {}) => about(on, 'add', { email: EMAIL, ...fields });
const posts = () => on.requests().filter(({ method }) => method === 'POST');

it('adds an address', async () => {
	const { items, hints } = await on.run(add({ email: ` ${EMAIL} ` }));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: pathTo(on),
		query: {},
		headers: BODY_HEADERS,
		body: { email: EMAIL },
	});
	const [{ id, createdAt }] = subscribers(on);
	const json = { provider: 'devhelm', id, email: 'ada@example.com', confirmed: true, createdAt };
	expect(items).toEqual([{ json, pairedItem: { item: 0 } }]);
	expect(hints).toEqual([]);
});

it('sends what the API will have tomorrow', async () => {
	const { error } = await on.run(
		add({ additionalFields: { extraFields: '{ "language": "de" }' } }),
	);
	expect(comparable(on.requests()[0]).body).toEqual({ email: EMAIL, language: 'de' });
	expect(error?.message).toContain('language is not known');
});

it("gives the vendor's own object without Simplify", async () => {
	const { items } = await on.run(add({ simplify: false }));
	expect(items.map(({ json }) => json)).toEqual(subscribers(on));
});

it('leaves alone who is subscribed already, and says so', async () => {
	addSubscriber(on, 'bob@example.com');
	const known = addSubscriber(on, 'ada@example.com');
	const { items, hints, error } = await on.run(add());
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.id)).toEqual([known.id]);
	expect(hints.map(({ message }) => message)).toEqual([
		'Some addresses were subscribed already: nothing was changed for them',
	]);
	expect(on.requests().map(({ method }) => method)).toEqual(['POST', 'GET']);
	expect(subscribers(on)).toHaveLength(2);
});

it('does not take another conflict for that', async () => {
	const body = { message: 'This page takes no subscribers' };
	on.sandbox.fault('devHelm', { method: 'POST', status: 409, body });
	const { error } = await on.run(add());
	expect(error?.message).toBe(
		"DevHelm refused 'Add status page subscriber' (item 0): This page takes no subscribers",
	);
});

describe('when the answer is lost', () => {
	it('finds the subscriber that was made', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(add());
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.id)).toEqual(subscribers(on).map(({ id }) => id));
		expect(posts()).toHaveLength(1);
		const looks = on.requests().filter(({ method }) => method === 'GET');
		expect(looks.map(comparable)).toContainEqual({
			method: 'GET',
			path: pathTo(on),
			query: { page: '0', size: '200' },
			headers: HEADERS,
			body: undefined,
		});
	});

	it('makes it when it was not made', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'before' });
		const { error } = await on.run(add());
		expect(error).toBeUndefined();
		expect(posts()).toHaveLength(2);
		expect(subscribers(on)).toHaveLength(1);
	});
});

it('names a page that is not there', async () => {
	const { error } = await on.run(add({ statusPageId: byId(NOT_THERE) }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Add status page subscriber' (item 0): Status page not found",
	});
});

it.each<[IDataObject, string]>([
	[{ email: '={{ "" }}' }, "'Email' is empty (item 0)"],
	[{ email: 'ada' }, `'Email' is no e-mail address: "ada" (item 0)`],
	[{ statusPageId: byId('={{ "" }}') }, "'Status Page' is empty (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(add(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
