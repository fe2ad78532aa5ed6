import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { addPageIncident } from '../../sandbox/devhelm/statusPages/build';
import { byId, suite } from '../../support/suite';
import { draft, HEADERS, incident, NOT_THERE, page, recordOf } from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getMany = (fields: IDataObject = {}, name?: 'Partner') => ({
	resource: 'statusPageIncident',
	operation: 'getAll',
	statusPageId: byId(page(on, name).id),
	...fields,
});
const titles = async (fields: IDataObject, name?: 'Partner') =>
	(await on.run(getMany(fields, name))).items.map(({ json }) => json.title);

it('sends every filter, the states one by one', async () => {
	const { items } = await on.run(
		getMany({
			returnAll: true,
			filters: { statuses: ['IDENTIFIED', 'MONITORING'], publication: 'published' },
			options: { sort: 'createdAt,desc' },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/api/v1/status-pages/${page(on).id}/incidents`,
		query: {
			status: ['IDENTIFIED', 'MONITORING'],
			sort: 'createdAt,desc',
			page: '0',
			size: '200',
		},
		headers: HEADERS,
		body: undefined,
	});
	// A list holds no updates, and so does not tell who wrote last.
	const json = { ...recordOf(on, incident(on).id), actor: null };
	expect(items).toEqual([{ json, pairedItem: { item: 0 } }]);
});

it('asks for no more than it needs', async () => {
	expect(await titles({ limit: 1 })).toEqual(['Card payments fail']);
	expect(on.theRequest().query).toEqual({ page: '0', size: '1' });
});

it("returns the vendor's rows without Simplify", async () => {
	const { items } = await on.run(getMany({ simplify: false, limit: 1 }));
	expect(items[0].json).toEqual({ ...incident(on), updates: null });
});

it('reads on to the end, page by page', async () => {
	for (let count = 0; count < 250; count += 1) {
		addPageIncident(on.sandbox.state('devHelm'), page(on).id, {
			title: `Incident ${count}`,
			impact: 'NONE',
			body: 'Over',
			status: 'RESOLVED',
		});
	}
	const all = await titles({ returnAll: true });
	expect(new Set(all).size).toBe(252);
	expect(on.requests().map(({ query }) => query.page)).toEqual(['0', '1']);
});

it.each<[IDataObject, 'Partner' | undefined, string[]]>([
	[{ filters: { statuses: ['RESOLVED'] } }, undefined, ['Slow pages']],
	[
		{ filters: { statuses: '={{ "RESOLVED, identified" }}' } },
		undefined,
		['Card payments fail', 'Slow pages'],
	],
	[
		{ filters: { statuses: [] }, options: { ignoreEmptyFilters: true } },
		undefined,
		['Card payments fail', 'Slow pages'],
	],
	[{ filters: { publication: 'draft' } }, undefined, []],
	[{ filters: { publication: 'draft' } }, 'Partner', ['Partner API unreachable']],
	[{ filters: { publication: 'published' } }, 'Partner', []],
	[{ options: { sort: 'title,asc' } }, undefined, ['Card payments fail', 'Slow pages']],
	[{ options: { sort: 'title,desc' } }, undefined, ['Slow pages', 'Card payments fail']],
])('%j finds what it should', async (fields, name, expected) => {
	expect(await titles(fields, name)).toEqual(expected);
});

it('gives no item for a page without incidents', async () => {
	on.sandbox.state('devHelm').pageIncidents.delete(draft(on).id);
	const { items, error } = await on.run(getMany({}, 'Partner'));
	expect({ items, error }).toEqual({ items: [], error: undefined });
});

it.each<[IDataObject, string]>([
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ statusPageId: byId('={{ "" }}') }, "'Status Page' is empty (item 0)"],
	[{ filters: { statuses: '={{ "OPEN" }}' } }, `'Statuses' cannot be "OPEN" (item 0)`],
	[{ options: { sort: 'colour,desc' } }, `'Sort By' cannot be "colour,desc" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});

it('names a page that is not there', async () => {
	const { error } = await on.run(getMany({ statusPageId: byId(NOT_THERE) }));
	expect(error?.message).toBe(
		"DevHelm refused 'Get many status page incidents' (item 0): Status page not found",
	);
});
