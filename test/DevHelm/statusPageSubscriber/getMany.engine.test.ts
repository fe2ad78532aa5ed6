import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, NOT_THERE } from '../statusPages';
import { about, addSubscriber, pathTo, subscribers } from '../subscribers';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getMany = (fields = {}) => about(on, 'getAll', fields);

it('reads who is confirmed', async () => {
	const { id, createdAt } = addSubscriber(on, 'ada@example.com');
	addSubscriber(on, 'eve@example.com', false);
	const { items } = await on.run(getMany({ limit: 10 }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: pathTo(on),
		query: { page: '0', size: '10' },
		headers: HEADERS,
		body: undefined,
	});
	const json = { provider: 'devhelm', id, email: 'ada@example.com', confirmed: true, createdAt };
	expect(items).toEqual([{ json, pairedItem: { item: 0 } }]);
});

it("returns the vendor's rows without Simplify", async () => {
	addSubscriber(on, 'ada@example.com');
	const { items } = await on.run(getMany({ simplify: false }));
	expect(items.map(({ json }) => json)).toEqual(subscribers(on));
});

it('reads to the last page', async () => {
	for (let count = 0; count < 250; count += 1) addSubscriber(on, `${count}@example.com`);
	const { items } = await on.run(getMany({ returnAll: true }));
	expect(items).toHaveLength(250);
	expect(on.requests().map(({ query }) => [query.page, query.size])).toEqual([
		['0', '200'],
		['1', '200'],
	]);
});

it('names a page that is not there', async () => {
	const { error } = await on.run(getMany({ statusPageId: byId(NOT_THERE) }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get many status page subscribers' (item 0): Status page not found",
	});
});

it('refuses an empty page before any request', async () => {
	const { error } = await on.run(getMany({ statusPageId: byId('={{ "" }}') }));
	expect(error?.message).toBe("'Status Page' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
