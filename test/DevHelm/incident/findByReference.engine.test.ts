import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { addIncident } from '../../sandbox/devhelm/incidents/build';
import { comparable, suite } from '../../support/suite';
import { READ_HEADERS, rowOf } from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const find = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'findByReference',
	reference: 'Q1XYZ2',
	...fields,
});
const asked = (query: IDataObject) => ({
	method: 'GET',
	path: '/api/v1/incidents',
	query: { ...query, page: '0', size: '200' },
	headers: READ_HEADERS,
	body: undefined,
});

/** Three with the same reference and title, of which the oldest is resolved; and one of another. */
function some() {
	const store = on.sandbox.state('devHelm');
	const add = (hoursAgo: number, status: 'CONFIRMED' | 'RESOLVED' | 'WATCHING', ref = 'Q1XYZ2') => {
		const at = store.clock.now() - hoursAgo * 3_600_000;
		const incident = addIncident(store, { title: `Shop ${ref}`, severity: 'DOWN', status, at });
		incident.externalRef = ref;
		return incident.id;
	};
	return {
		old: add(400, 'RESOLVED'),
		confirmed: add(3, 'CONFIRMED'),
		watching: add(2, 'WATCHING'),
		other: add(1, 'CONFIRMED', 'Q1XYZ2B'),
	};
}

it('reads the open ones and gives those with the reference, newest first', async () => {
	const { confirmed, watching } = some();
	const { items, hints } = await on.run(find());
	expect(on.requests().map(comparable)).toEqual(
		['CONFIRMED', 'TRIGGERED', 'WATCHING', 'TRIGGERED', 'CONFIRMED'].map((status) =>
			asked({ status }),
		),
	);
	expect(items).toEqual(
		[watching, confirmed].map((id) => ({ json: rowOf(on, id), pairedItem: { item: 0 } })),
	);
	expect(hints).toEqual([]);
});

it('gives all, from a time on', async () => {
	const { old, confirmed, watching } = some();
	const all = await on.run(find({ includeResolved: true }));
	expect(on.theRequest()).toEqual(asked({}));
	expect(all.items.map(({ json }) => json.id)).toEqual([watching, confirmed, old]);
	on.sandbox.clearRequests();
	const startedFrom = new Date(on.sandbox.state('devHelm').clock.now() - 86_400_000).toISOString();
	const late = await on.run(find({ includeResolved: true, filters: { startedFrom } }));
	expect(on.theRequest()).toEqual(asked({ startedFrom }));
	expect(late.items.map(({ json }) => json.id)).toEqual([watching, confirmed]);
});

it('finds by the whole title', async () => {
	const { other } = some();
	const { items } = await on.run(find({ findBy: 'title', reference: 'Shop Q1XYZ2B' }));
	expect(items.map(({ json }) => json.id)).toEqual([other]);
});

it('reads the incidents once for all items', async () => {
	const { confirmed, watching, other } = some();
	const { items } = await on.run(find({ reference: '={{ $json.ref }}' }), {
		items: [{ ref: 'Q1XYZ2B' }, { ref: 'Q1XYZ2' }, { ref: 'QNONE' }],
	});
	expect(on.requests()).toHaveLength(5);
	expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		[other, { item: 0 }],
		[watching, { item: 1 }],
		[confirmed, { item: 1 }],
	]);
});

it("gives DevHelm's own incident without Simplify", async () => {
	const { watching } = some();
	const { items } = await on.run(find({ simplify: false }));
	expect(items[0].json).toMatchObject({ id: watching, externalRef: 'Q1XYZ2', status: 'WATCHING' });
});

it('gives nothing for an unknown reference, or fails when told so', async () => {
	const none = await on.run(find());
	expect([none.items, none.error]).toEqual([[], undefined]);
	const { error } = await on.run(find({ whenNothingFound: 'fail' }));
	expect(error?.message).toBe(`Nothing open has the 'Reference' "Q1XYZ2" (item 0)`);
});

it.each<[IDataObject, string]>([
	[{ reference: '={{ "" }}' }, "'Reference' is empty (item 0)"],
	[{ findBy: '={{ "key" }}' }, `'Find By' cannot be "key" (item 0)`],
	[{ filters: { startedFrom: '={{ "soon" }}' } }, `'Started From' is no date: "soon" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(find(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('passes on what DevHelm refuses', async () => {
	on.sandbox.fault('devHelm', { status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(find());
	expect(error?.message).toBe("DevHelm refused 'Find incidents by reference' (item 0): Forbidden");
});
