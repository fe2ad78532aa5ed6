import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { monitor, recordOf } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getMany = (fields: IDataObject = {}) => ({
	resource: 'monitor',
	operation: 'getAll',
	...fields,
});
const store = () => on.sandbox.state('devHelm');
const environment = (name: string) =>
	[...store().environments.values()].find((one) => one.name === name)?.id ?? '';
const namesOf = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.name);
const everyone = ['Checkout page', 'Müller Zahlungen API', 'Nightly backup', 'Staging shop'];

it('sends every filter as documented', async () => {
	const filters = {
		environmentId: byId(environment('Staging')),
		managedBy: 'DASHBOARD',
		search: ' SHOP ',
		state: 'paused',
		tags: 'payments, internal',
		type: 'HTTP',
	};
	const { error } = await on.run(getMany({ limit: 10, filters }));
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/api/v1/monitors',
		query: {
			search: 'SHOP',
			enabled: 'false',
			type: 'HTTP',
			managedBy: 'DASHBOARD',
			tags: 'payments,internal',
			environmentId: environment('Staging'),
			page: '0',
			size: '10',
		},
		headers: READ_HEADERS,
		body: undefined,
	});
});

it('asks for no more than it needs, and puts out one item for each', async () => {
	const { items } = await on.run(getMany({ limit: 2 }));
	expect(on.theRequest().query).toEqual({ page: '0', size: '2' });
	expect(items).toEqual(
		everyone.slice(0, 2).map((name) => ({ json: recordOf(on, name), pairedItem: { item: 0 } })),
	);
});

it("returns the vendor's rows without Simplify", async () => {
	const { items } = await on.run(getMany({ simplify: false, limit: 1 }));
	expect(items[0].json).toEqual(monitor(on, 'Checkout page'));
});

it.each<[IDataObject, string[]]>([
	[{}, everyone],
	[{ state: 'paused' }, ['Staging shop']],
	[{ state: 'active' }, everyone.slice(0, 3)],
	[{ type: 'HEARTBEAT' }, ['Nightly backup']],
	[{ search: 'müller' }, ['Müller Zahlungen API']],
	[{ search: '={{ 0 }}' }, []],
	[{ tags: 'internal' }, ['Nightly backup']],
	[{ tags: '={{ ["internal", "payments"] }}' }, everyone.slice(0, 3)],
	[{ tags: ' , ' }, everyone],
	[{ managedBy: 'TERRAFORM' }, []],
])('the filter %j finds %j', async (filters, names) => {
	const { items, error } = await on.run(getMany({ filters }));
	expect(error).toBeUndefined();
	expect(namesOf(items)).toEqual(names);
});

it('reads to the last page', async () => {
	const { monitors } = store();
	const first = monitor(on, 'Checkout page');
	for (let count = 0; count < 300; count += 1) {
		const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
		monitors.set(id, { ...first, id });
	}
	const { items } = await on.run(getMany({ returnAll: true }));
	expect(new Set(items.map(({ json }) => json.id)).size).toBe(304);
	expect(on.requests().map(({ query }) => [query.page, query.size])).toEqual([
		['0', '200'],
		['1', '200'],
	]);
});

it.each<[IDataObject, string]>([
	[{ state: 'broken' }, `'State' cannot be "broken" (item 0)`],
	[{ type: 'SMTP' }, `'Type' cannot be "SMTP" (item 0)`],
	[{ managedBy: 'HAND' }, `'Managed By' cannot be "HAND" (item 0)`],
	[{ tags: '={{ [{}] }}' }, "'Tag Names' is a filter without a value (item 0)"],
	[{ tags: '={{ [{ name: "a" }] }}' }, "'Tag Names' must be names (item 0)"],
	[{ environmentId: byId('={{ "prod" }}') }, `'Environment' is not an ID: "prod" (item 0)`],
])('refuses %j before any request', async (filters, message) => {
	const { error } = await on.run(getMany({ filters }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('says when the key has no right', async () => {
	on.sandbox.fault('devHelm', { status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(getMany());
	expect(error?.message).toBe("DevHelm refused 'Get many monitors' (item 0): Forbidden");
});
