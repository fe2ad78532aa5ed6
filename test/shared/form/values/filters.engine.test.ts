import { suite } from '../../../support/suite';
import { VENDORS } from '../../../support/vendorCases';

const NOTHING = ['{{ $json.missing }}', '{{ null }}', '{{ "" }}', '{{ "  " }}', '{{ [] }}'];

describe.each(VENDORS)('$name', (one) => {
	const { vendor, credential, node, list, listPath, create, count, filters: known } = one;
	const on = suite(vendor, credential, node);
	const more = () => one.more(on);
	const cases = known.flatMap(([label, filter]) =>
		NOTHING.map((expression) => ({ label, filter, expression })),
	);

	it.each(cases)(
		"refuses the filter '$label' that gives $expression before any request",
		async ({ label, filter, expression }) => {
			const items = [{ known: 1 }];
			const filters = filter(`=${expression}`);
			const { error } = await on.run({ ...list, filters }, { ...more(), items });
			expect(error?.message).toBe(`'${label}' is a filter without a value (item 0)`);
			expect(error?.description).toBe(
				"It would let everything through. Look at what the expression gives for this item, or remove the filter, or switch on 'Ignore Empty Filters' under 'Options'.",
			);
			expect(on.requests()).toEqual([]);
		},
	);

	it('names the item whose filter gives nothing', async () => {
		const [[label, filter]] = known;
		const { error } = await on.run(
			{ ...list, filters: filter('={{ $json.id }}') },
			{ ...more(), items: [{ id: one.filterValue }, {}, { id: one.filterValue }] },
		);
		expect(error?.message).toBe(`'${label}' is a filter without a value (item 1, counted from 0)`);
		expect(on.requests()).toEqual([]);
	});

	it.each(known)("lets '%s' pass where empty filters are ignored", async (_, filter) => {
		const all = await on.run(list, more());
		const filters = filter('={{ $json.missing }}');
		const options = { ignoreEmptyFilters: true };
		const { items, error } = await on.run({ ...list, filters, options }, more());
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.id)).toEqual(all.items.map(({ json }) => json.id));
		expect(on.requests().every(({ path }) => path === listPath)).toBe(true);
	});

	it('creates although an optional field gives nothing', async () => {
		const before = count(on);
		const additionalFields = { [one.text]: '={{ $json.missing }}' };
		const { error } = await on.run({ ...create(on), additionalFields }, more());
		expect(error).toBeUndefined();
		expect(count(on)).toBe(before + 1);
	});
});
