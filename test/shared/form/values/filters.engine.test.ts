import type { IDataObject } from 'n8n-workflow';

import { withToken } from '../../../Bleemeo/sandbox';
import { byId, suite } from '../../../support/suite';
import { VENDORS } from '../../../support/vendorCases';

/** Filters of each vendor's list of what is on fire, fed by an expression. */
const FILTERS: { [vendor: string]: Array<[string, (expression: string) => IDataObject]> } = {
	bleemeo: [
		['Agent', (expression) => ({ agentId: byId(expression) })],
		['Happened After', (expression) => ({ happenedAfter: expression })],
		['Statuses', (expression) => ({ statuses: expression })],
		['Thread ID', (expression) => ({ threadId: expression })],
	],
	devHelm: [
		['Monitor', (expression) => ({ monitorId: byId(expression) })],
		['Severity', (expression) => ({ severity: expression })],
		['Started From', (expression) => ({ startedFrom: expression })],
	],
	devRev: [
		['Owned By', (expression) => ({ ownedByIds: { values: [{ userId: byId(expression) }] } })],
		['Severity Names or IDs', (expression) => ({ severity: expression })],
		['Titles', (expression) => ({ title: [expression] })],
	],
	pagerDuty: [
		['Incident Key', (expression) => ({ incidentKey: expression })],
		['Services', (expression) => ({ serviceIds: { values: [{ serviceId: byId(expression) }] } })],
		['Statuses', (expression) => ({ statuses: expression })],
		['Priority Names or IDs', (expression) => ({ priorityIds: expression })],
	],
};

/** A value that the first of them takes. */
const VALID: { [vendor: string]: string } = {
	bleemeo: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
	devHelm: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
	devRev: 'DEVU-1',
	pagerDuty: 'checkout-502',
};

const NOTHING = ['{{ $json.missing }}', '{{ null }}', '{{ "" }}', '{{ "  " }}', '{{ [] }}'];

/** A create with a field that may be empty. */
const OPTIONAL: { [vendor: string]: IDataObject } = {
	bleemeo: { additionalFields: { text: '={{ $json.missing }}' } },
	devHelm: { additionalFields: { body: '={{ $json.missing }}' } },
	devRev: { additionalFields: { body: '={{ $json.missing }}' } },
	pagerDuty: { additionalFields: { body: '={{ $json.missing }}' } },
};

describe.each(VENDORS)('$name', ({ vendor, credential, node, list, listPath, create, count }) => {
	const on = suite(vendor, credential, node);
	const more = () => (vendor === 'bleemeo' ? withToken(on) : {});
	const cases = FILTERS[vendor].flatMap(([label, filter]) =>
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
		const [[label, filter]] = FILTERS[vendor];
		const { error } = await on.run(
			{ ...list, filters: filter('={{ $json.id }}') },
			{ ...more(), items: [{ id: VALID[vendor] }, {}, { id: VALID[vendor] }] },
		);
		expect(error?.message).toBe(`'${label}' is a filter without a value (item 1, counted from 0)`);
		expect(on.requests()).toEqual([]);
	});

	it.each(FILTERS[vendor])("lets '%s' pass where empty filters are ignored", async (_, filter) => {
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
		const { error } = await on.run({ ...create(on), ...OPTIONAL[vendor] }, more());
		expect(error).toBeUndefined();
		expect(count(on)).toBe(before + 1);
	});
});
