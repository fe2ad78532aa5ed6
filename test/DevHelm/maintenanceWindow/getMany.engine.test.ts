import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { searchList } from '../../support/lookup';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { monitor } from '../monitors';
import { addWindow, PATH } from '../windows';

const node = new DevHelm();
const on = suite('devHelm', 'devHelmApi', node);

const getMany = (fields: IDataObject = {}) => ({
	resource: 'maintenanceWindow',
	operation: 'getAll',
	...fields,
});
const reasons = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.reason);

/** One of each state, and one of the whole organization. */
function four() {
	return [
		addWindow(on, 'over', { reason: 'Past' }),
		addWindow(on, 'active', { reason: 'Now' }),
		addWindow(on, 'upcoming', { reason: 'Later' }),
		addWindow(on, 'active', { reason: null, monitorId: null }),
	];
}

it('sends every filter as documented', async () => {
	four();
	const monitorId = monitor(on, 'Checkout page').id;
	const filters = { monitorId: byId(monitorId), state: 'active' };
	const { items } = await on.run(getMany({ limit: 10, filters }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: PATH,
		query: { monitorId, filter: 'active', page: '0', size: '10' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(reasons(items)).toEqual(['Now']);
});

it('asks for no more than it needs, and puts out one item for each', async () => {
	const [{ id, monitorId, startsAt, endsAt, createdAt }] = four();
	const { items } = await on.run(getMany({ limit: 1 }));
	expect(on.theRequest().query).toEqual({ page: '0', size: '1' });
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				id,
				appliesTo: 'monitor',
				monitorId,
				startsAt,
				endsAt,
				reason: 'Past',
				suppressAlerts: true,
				createdAt,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("returns the vendor's rows without Simplify", async () => {
	const all = four();
	const { items } = await on.run(getMany({ returnAll: true, simplify: false }));
	expect(items.map(({ json }) => json)).toEqual(all);
});

it.each<[IDataObject, IDataObject, unknown[]]>([
	[{}, {}, ['Past', 'Now', 'Later', null]],
	[{ state: 'active' }, { filter: 'active' }, ['Now', null]],
	[{ state: 'upcoming' }, { filter: 'upcoming' }, ['Later']],
	[{ state: 'past' }, {}, ['Past']],
])('the filter %j asks for %j and finds %j', async (filters, query, found) => {
	four();
	const { items, error } = await on.run(getMany({ filters }));
	expect(error).toBeUndefined();
	expect(reasons(items)).toEqual(found);
	expect(on.theRequest().query).toMatchObject(query);
	expect('filter' in on.theRequest().query).toBe('filter' in query);
});

it('reads to the last page', async () => {
	for (let count = 0; count < 250; count += 1) addWindow(on, 'upcoming');
	const { items } = await on.run(getMany({ returnAll: true }));
	expect(items).toHaveLength(250);
	expect(on.requests().map(({ query }) => [query.page, query.size])).toEqual([
		['0', '200'],
		['1', '200'],
	]);
});

it.each<[IDataObject, string]>([
	[{ state: 'soon' }, `'State' cannot be "soon" (item 0)`],
	[{ monitorId: byId('={{ "" }}') }, "'Monitor' is a filter without a value (item 0)"],
	[{ monitorId: byId('={{ "shop" }}') }, `'Monitor' is not an ID: "shop" (item 0)`],
])('refuses %j before any request', async (filters, message) => {
	const { error } = await on.run(getMany({ filters }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('says when the key has no right', async () => {
	on.sandbox.fault('devHelm', { status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(getMany());
	expect(error?.message).toBe("DevHelm refused 'Get many maintenance windows' (item 0): Forbidden");
});

describe('the list of the form', () => {
	const search = async (operation: string, typed?: string) => {
		const parameters = { resource: 'maintenanceWindow', operation };
		const call = { node, credentials: on.credentials({}), parameters };
		return (await searchList(call, 'searchMaintenanceWindows', typed)).results;
	};
	const at = (time: string) => time.slice(0, 16).replace('T', ' ');

	it('tells windows apart by reason and time', async () => {
		const [past, , , whole] = four();
		const found = await search('get');
		expect(found).toHaveLength(4);
		expect([found[0], found[3]]).toEqual([
			{ name: `Past (${at(past.startsAt)} to ${at(past.endsAt)})`, value: past.id },
			{
				name: `Maintenance (whole organization, ${at(whole.startsAt)} to ${at(whole.endsAt)})`,
				value: whole.id,
			},
		]);
		expect((await search('get', 'LATER')).map(({ name }) => name.slice(0, 5))).toEqual(['Later']);
	});

	it('offers to cancel what is not over', async () => {
		const [, ...others] = four();
		expect((await search('cancel')).map(({ value }) => value)).toEqual(others.map(({ id }) => id));
	});
});
