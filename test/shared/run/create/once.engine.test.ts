import type { IDataObject } from 'n8n-workflow';

import { suite } from '../../../support/suite';
import { formOf } from '../../../support/vendorCases';
import { VENDOR_FILES } from '../../../support/vendorFile';

/** Those whose create has no key, and therefore _Skip If Already Open_. */
const CASES = VENDOR_FILES.filter(({ create }) => !create.key);

describe.each(CASES)('$name', ({ vendor, credential, node, create: one }) => {
	const on = suite(vendor, credential, node);
	const create = (title: string, options: IDataObject = {}) => ({
		...formOf(one, on.sandbox),
		title,
		options,
	});
	const titled = (title: string) =>
		[...one.stored(on.sandbox)].filter((object) => object.title === title);
	const creates = () =>
		on.requests().filter(({ method, path }) => method === 'POST' && path === one.path);

	it('tells identical items apart when replies are lost', async () => {
		on.sandbox.fault(vendor, { method: 'POST', path: one.path, drop: 'after', every: 2, times: 3 });
		const { items, error } = await on.run(create('Same'), { items: Array(8).fill({}) });
		expect(error).toBeUndefined();
		expect(titled('Same')).toHaveLength(8);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(8);
	});

	it('does not take an older one of the same title for its own', async () => {
		await on.run(create('Again'));
		const [older] = titled('Again');
		on.sandbox.fault(vendor, { method: 'POST', path: one.path, drop: 'before' });
		const { items } = await on.run(create('Again'));
		expect(titled('Again')).toHaveLength(2);
		expect(items[0].json.id).not.toBe(older.id);
	});

	it.each([-3_600_000, 3_600_000])(
		"finds its own although the vendor's clock is %d ms off",
		async (skew) => {
			on.sandbox.skew(vendor, skew);
			on.sandbox.fault(vendor, { method: 'POST', path: one.path, drop: 'after' });
			const { items, error } = await on.run(create('Skewed'));
			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
			expect(titled('Skewed')).toHaveLength(1);
			expect(creates()).toHaveLength(1);
		},
	);

	describe('Skip If Already Open', () => {
		const skip = (title: string) => create(title, { skipIfOpen: true });

		it('creates the first and returns it for the rest, and says so', async () => {
			const { items, hints } = await on.run(skip('Open'), { items: Array(5).fill({}) });
			expect(titled('Open')).toHaveLength(1);
			expect(new Set(items.map(({ json }) => json.id)).size).toBe(1);
			expect(items).toHaveLength(5);
			expect(hints.map(({ message }) => message)).toEqual([
				'Some items met something that was open already: it is returned, and nothing was created for them',
			]);
		});

		it('is off unless switched on', async () => {
			await on.run(create('Twice'), { items: [{}, {}] });
			expect(titled('Twice')).toHaveLength(2);
		});

		it('is not met by another title', async () => {
			await on.run(skip('Open'));
			await on.run(skip('Other'));
			expect([titled('Open').length, titled('Other').length]).toEqual([1, 1]);
		});

		it('creates a new one when the old one is over', async () => {
			await on.run(skip('Over'));
			one.close?.(titled('Over')[0]);
			await on.run(skip('Over'));
			expect(titled('Over')).toHaveLength(2);
		});
	});
});
