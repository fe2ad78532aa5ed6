import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import { component, HEADERS, NOT_THERE, page } from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getMany = (fields: IDataObject = {}) => ({
	resource: 'statusPageComponent',
	operation: 'getAll',
	statusPageId: byId(page(on).id),
	...fields,
});
const names = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.name);

it('reads the components of a page', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/api/v1/status-pages/${page(on).id}/components`,
		query: {},
		headers: HEADERS,
		body: undefined,
	});
	expect(names(items)).toEqual(['Shop', 'Website', 'Zahlungen']);
	const { id, updatedAt, currentStatus } = component(on, 'Website');
	expect(items[1]).toEqual({
		json: {
			provider: 'devhelm',
			id,
			statusPageId: page(on).id,
			name: 'Website',
			description: null,
			type: 'STATIC',
			status: currentStatus,
			groupId: null,
			monitorId: null,
			resourceGroupId: null,
			updatedAt,
		},
		pairedItem: { item: 0 },
	});
});

it("returns the vendor's rows without Simplify, up to the limit", async () => {
	const { items } = await on.run(getMany({ limit: 2, simplify: false }));
	expect(items.map(({ json }) => json)).toEqual([component(on, 'Shop'), component(on, 'Website')]);
});

it('filters by state here', async () => {
	component(on, 'Website').currentStatus = 'PARTIAL_OUTAGE';
	component(on, 'Zahlungen').currentStatus = 'MAJOR_OUTAGE';
	const filters = { statuses: ['MAJOR_OUTAGE', 'PARTIAL_OUTAGE'] };
	const { items } = await on.run(getMany({ filters }));
	expect(names(items)).toEqual(['Website', 'Zahlungen']);
	expect(on.theRequest().query).toEqual({});
});

it('names a page that is not there', async () => {
	const { error } = await on.run(getMany({ statusPageId: byId(NOT_THERE) }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get many status page components' (item 0): Status page not found",
	});
});

it.each<[IDataObject, string]>([
	[{ statusPageId: byId('={{ "" }}') }, "'Status Page' is empty (item 0)"],
	[{ filters: { statuses: ['BROKEN'] } }, `'Statuses' cannot be "BROKEN" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
