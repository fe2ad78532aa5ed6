import { searchList } from '../../support/lookup';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

describe.each(VENDORS.map((one) => [one.name, one] as const))('%s', (name, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	const lists = () => on.requests().filter(({ path }) => path === one.listPath);

	it.each([
		['the same page', 1, { returnAll: true }],
		['a circle of two pages', 2, { returnAll: true }],
		['the same page', 1, { returnAll: false, limit: 2_000 }],
		['a circle of three pages', 3, { returnAll: false, limit: 2_000 }],
	])('a list that sends %s (%i) for ever ends: %j', async (_, repeat, how) => {
		on.sandbox.seedMany(one.vendor, 1_400);
		on.sandbox.fault(one.vendor, { path: one.listPath, repeat, times: Infinity });
		const { items, error, hints } = await on.run({ ...one.list, ...how });
		expect(error).toBeUndefined();
		const ids = items.map(({ json }) => json.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(lists()).toHaveLength(repeat + 2);
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringContaining(
				`${name} kept sending the same entries: the list ends after ${items.length}.`,
			),
		);
	});

	it('a create that is looked for in such a list is not called absent', async () => {
		on.sandbox.fault(one.vendor, {
			method: 'POST',
			path: one.createPath,
			drop: 'after',
			times: Infinity,
		});
		on.sandbox.fault(one.vendor, { path: one.listPath, repeat: 1, times: Infinity, skip: 0 });
		const before = one.count(on);
		await on.run(one.create(on), { onError: 'continueRegularOutput' });
		expect(one.count(on) - before).toBeLessThanOrEqual(1);
	});

	it('a list search follows its token, and ends', async () => {
		const call = { node: one.node, credentials: on.credentials({}) };
		on.sandbox.fault(one.vendor, { path: one.searchPath, repeat: 1, times: Infinity });
		const first = await searchList(call, one.search);
		expect(first.paginationToken).toMatch(/^[\w.~+/=:-]+$/);
		const second = await searchList(call, one.search, undefined, first.paginationToken as string);
		expect(second.results).toEqual(first.results);
	});
});
