import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, NOT_THERE } from '../statusPages';
import { about, addSubscriber, pathTo, subscribers } from '../subscribers';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const remove = (id: string, fields = {}) =>
	about(on, 'remove', { subscriberId: byId(id), ...fields });

it('removes a subscriber', async () => {
	const { id } = addSubscriber(on, 'ada@example.com');
	const other = addSubscriber(on, 'bob@example.com');
	const { items } = await on.run(remove(id));
	expect(on.theRequest()).toEqual({
		method: 'DELETE',
		path: `${pathTo(on)}/${id}`,
		query: {},
		headers: HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(subscribers(on)).toEqual([other]);
});

it('is done when the answer was lost and the subscriber is gone', async () => {
	on.sandbox.fault('devHelm', { drop: 'after' });
	const { items, error } = await on.run(remove(addSubscriber(on, 'ada@example.com').id));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: true });
	expect(on.requests().map(({ status }) => status)).toEqual([0, 404]);
});

it('names a subscriber that is not there', async () => {
	addSubscriber(on, 'ada@example.com');
	const { error } = await on.run(remove(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Remove status page subscriber' (item 0): Subscriber not found",
	});
	expect(subscribers(on)).toHaveLength(1);
});

it.each([
	[{ subscriberId: byId('={{ "" }}') }, "'Subscriber' is empty (item 0)"],
	[
		{ subscriberId: byId('={{ "ada@example.com" }}') },
		`'Subscriber' is not an ID: "ada@example.com" (item 0)`,
	],
	[{ statusPageId: byId('={{ "" }}') }, "'Status Page' is empty (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(remove(NOT_THERE, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
