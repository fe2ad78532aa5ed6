import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../nodes/shared/ground/values';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

/*
 * That each operation sends what its preview shows is held by `test/support/preview-check.ts` in the tests of
 * the operations themselves.
 */
describe.each(VENDORS)('$name: Preview Only', (vendor) => {
	const on = suite(vendor.vendor, vendor.credential, vendor.node);
	const form = (previewOnly: unknown, more: IDataObject = {}) => ({
		...vendor.create(on),
		options: { previewOnly },
		...more,
	});
	const writes = () =>
		on.requests().filter(({ method, path }) => method === 'POST' && path === vendor.createPath);

	it('nothing is created, and the request is put out', async () => {
		const before = vendor.count(on);
		const { items, error, hints } = await on.run(form(true), vendor.more(on));
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		expect(items).toHaveLength(1);
		const [{ json, pairedItem }] = items;
		expect(pairedItem).toEqual({ item: 0 });
		const shape = ['preview', 'method', 'url', 'path', 'query', 'body', 'found'];
		expect(Object.keys(json)).toEqual(shape);
		expect(json).toMatchObject({ preview: true, method: 'POST', path: vendor.createPath });
		expect(json.url).toBe(`${on.sandbox.url(vendor.vendor)}${vendor.createPath}`);
		expect(json.found).toBeNull();
		expect(isObject(json.body)).toBe(true);
		expect(writes()).toEqual([]);
		expect(vendor.count(on)).toBe(before);
	});

	it('an item is looked at and the next one is created', async () => {
		const before = vendor.count(on);
		const items = [{ look: true }, { look: false }];
		const made = await on.run(form('={{ $json.look }}'), { items, ...vendor.more(on) });
		expect(made.items.map(({ json }) => json.preview)).toEqual([true, undefined]);
		expect(made.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(vendor.count(on)).toBe(before + 1);
	});

	it.each([
		['null', '={{ null }}'],
		['an empty text', "={{ '' }}"],
		['what the item does not have', '={{ $json.nothing }}'],
	])('an expression that gives %s is refused: it was meant to hold back', async (_, given) => {
		const before = vendor.count(on);
		const { error } = await on.run(form(given), vendor.more(on));
		expect(error?.message).toBe("'Preview Only' is empty (item 0)");
		expect(error?.description).toMatch(/^Nothing was sent\. Look at what the expression gives/);
		expect(on.requests()).toEqual([]);
		expect(vendor.count(on)).toBe(before);
	});

	it('what would be refused is refused', async () => {
		const blank = "={{ '' }}";
		const { error } = await on.run(form(true, { title: blank }), vendor.more(on));
		expect(error?.message).toMatch(/ is empty \(item 0\)$/);
	});

	it('what was looked at counts as not done when a later item fails', async () => {
		const refused = { path: vendor.createPath, times: Infinity, status: 400, body: {} };
		on.sandbox.fault(vendor.vendor, refused);
		const items = [{ look: true }, { look: false }];
		const { error } = await on.run(form('={{ $json.look }}'), { items, ...vendor.more(on) });
		expect(error).toBeDefined();
		expect(error?.description ?? '').not.toContain('Already done');
	});
});
