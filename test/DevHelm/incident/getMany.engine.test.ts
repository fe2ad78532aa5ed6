import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { loadSpec } from '../../support/specs';
import { byId, suite } from '../../support/suite';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getMany = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'getAll',
	...fields,
});
const store = () => on.sandbox.state('devHelm');
const seeded = 5;

/** The query of the official document, which models it as one object. docs/facts/devhelm.md#envelopes-and-pages. */
function documentedQuery(): string[] | undefined {
	const spec = loadSpec('devhelm.json') as
		| { components: { schemas: { [name: string]: { properties: object } } } }
		| undefined;
	return spec && Object.keys(spec.components.schemas.IncidentFilterParams.properties);
}

it('sends every filter as documented, flat and once', async () => {
	const { monitors, services, resourceGroups, tags, environments, incidents } = store();
	const [monitorId, serviceId, resourceGroupId, tagId, environmentId, excludeId] = [
		monitors,
		services,
		resourceGroups,
		tags,
		environments,
		incidents,
	].map((all: Map<string, unknown>) => [...all.keys()][0]);
	const filters = {
		environmentId: byId(environmentId),
		excludeId: byId(excludeId),
		monitorId: byId(monitorId),
		resourceGroupId: byId(resourceGroupId),
		serviceId: byId(serviceId),
		severity: 'DOWN',
		source: 'RESOURCE_GROUP',
		startedFrom: '2026-04-01T00:00:00',
		startedTo: '2026-04-15T12:00:00Z',
		status: 'CONFIRMED',
		tagId: byId(tagId),
	};
	const { error } = await on.run(getMany({ limit: 10, filters }), { timezone: 'Europe/Paris' });
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/api/v1/incidents',
		query: {
			status: 'CONFIRMED',
			severity: 'DOWN',
			source: 'RESOURCE_GROUP',
			monitorId,
			serviceId,
			resourceGroupId,
			tagId,
			environmentId,
			excludeId,
			startedFrom: '2026-03-31T22:00:00Z',
			startedTo: '2026-04-15T12:00:00Z',
			page: '0',
			size: '200',
		},
		headers: { accept: 'application/json', authorization: 'Bearer dh_live_sandbox_key' },
		body: undefined,
	});
	const documented = documentedQuery();
	if (documented) {
		// Newer than the document at hand (docs/facts/devhelm.md#filters-of-internal-incidents).
		const unknown = Object.keys(on.theRequest().query).filter((key) => !documented.includes(key));
		expect(unknown).toEqual(['excludeId']);
	}
});

it('asks for no more than it needs, and names where each one happens', async () => {
	const { items } = await on.run(getMany({ limit: 3 }));
	expect(on.theRequest().query).toEqual({ page: '0', size: '3' });
	const [, , , , group] = [...store().incidents.values()];
	expect(items).toHaveLength(3);
	expect(items[0]).toEqual({
		json: {
			provider: 'devhelm',
			id: group.id,
			number: null,
			title: 'Shop front unhealthy',
			status: 'triggered',
			severity: 'critical',
			url: null,
			service: 'Shop front',
			assignees: null,
			actor: null,
			createdAt: group.createdAt,
			updatedAt: group.updatedAt,
			vendorStatus: 'CONFIRMED',
			vendorSeverity: 'DOWN',
		},
		pairedItem: { item: 0 },
	});
	expect(items.map(({ json }) => json.service)).toEqual(['Shop front', 'Paylane', 'Checkout page']);
});

it("returns the vendor's rows without Simplify", async () => {
	const { items } = await on.run(getMany({ simplify: false, filters: { source: 'MONITORS' } }));
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ source: 'MONITORS', monitorName: 'Checkout page', title: null }),
	]);
});

it.each<[IDataObject, number]>([
	[{ status: 'RESOLVED' }, 1],
	[{ severity: 'DEGRADED' }, 2],
	[{ status: 'CONFIRMED', severity: 'DOWN' }, 2],
	[{ startedFrom: '2020-01-01T00:00:00Z' }, seeded],
	[{ startedTo: '2020-01-01T00:00:00Z' }, 0],
])('the filter %j finds %d', async (filters, count) => {
	const { items } = await on.run(getMany({ filters }));
	expect(items).toHaveLength(count);
});

describe('Active', () => {
	const active = (more: IDataObject = {}) => getMany({ filters: { status: 'ACTIVE' }, ...more });
	const statuses = () => on.requests().map(({ query }) => query.status);

	it('reads every state that is not resolved, with the other filters, and gives each once', async () => {
		const { items } = await on.run(
			getMany({ filters: { status: 'ACTIVE', startedFrom: '2020-01-01T00:00:00Z' } }),
		);
		expect(items.map(({ json }) => json.vendorStatus)).toEqual([
			'CONFIRMED',
			'CONFIRMED',
			'TRIGGERED',
			'WATCHING',
		]);
		expect(statuses()).toEqual(['CONFIRMED', 'TRIGGERED', 'WATCHING', 'TRIGGERED', 'CONFIRMED']);
		const times = on.requests().map(({ query }) => query.startedFrom);
		expect(new Set(times)).toEqual(new Set(['2020-01-01T00:00:00Z']));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(4).fill({ item: 0 }));
	});

	it('stops at the limit, the confirmed ones first', async () => {
		const { items } = await on.run(active({ limit: 2 }));
		expect(items.map(({ json }) => json.vendorStatus)).toEqual(['CONFIRMED', 'CONFIRMED']);
		expect(statuses()).toEqual(['CONFIRMED']);
	});

	it('reads each state to its last page', async () => {
		on.sandbox.seedMany('devHelm', 500);
		const { items } = await on.run(active({ returnAll: true }));
		expect(items).toHaveLength(254);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(254);
	});

	it('does not lose an incident that moves on while the lists are read', async () => {
		const moving = [...store().incidents.values()].find(({ status }) => status === 'TRIGGERED');
		// Confirmed after the confirmed ones were read, and before the triggered ones are.
		const states = ['TRIGGERED'];
		Object.defineProperty(moving, 'status', { get: () => states.pop() ?? 'CONFIRMED' });
		const { items } = await on.run(active());
		expect(items.map(({ json }) => json.id)).toContain(moving?.id);
		expect(items).toHaveLength(4);
	});
});

describe('Exclude Incident', () => {
	it('holds also where the API does not know the filter', async () => {
		const [id] = [...store().incidents.keys()];
		const { items } = await on.run(getMany({ filters: { excludeId: byId(id.toUpperCase()) } }));
		expect(items).toHaveLength(seeded - 1);
		expect(items.map(({ json }) => json.id)).not.toContain(id);
	});

	it('does not shorten a list that has enough', async () => {
		on.sandbox.seedMany('devHelm', 2_600);
		const [id] = [...store().incidents.keys()].slice(-1);
		const { items, hints } = await on.run(
			getMany({ limit: 2_500, filters: { excludeId: byId(id) } }),
		);
		expect(items).toHaveLength(2_500);
		expect(hints).toEqual([]);
	});
});

describe('paging', () => {
	const count = 2_350;
	beforeEach(() => on.sandbox.seedMany('devHelm', count - seeded));

	it('Return All gives each incident once', async () => {
		const { items } = await on.run(getMany({ returnAll: true }));
		expect(items).toHaveLength(count);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(count);
		expect(on.requests()).toHaveLength(12);
		expect(on.requests().map(({ query }) => query.page)).toEqual(
			Array.from({ length: 12 }, (_, page) => String(page)),
		);
	});

	it.each([
		[1, 1],
		[100, 1],
		[101, 1],
		[200, 1],
		[201, 2],
	])('limit %d takes %d request(s)', async (limit, requests) => {
		const { items } = await on.run(getMany({ limit }));
		expect(items).toHaveLength(limit);
		expect(on.requests()).toHaveLength(requests);
	});

	it('keeps the filters on every page', async () => {
		const { items } = await on.run(getMany({ returnAll: true, filters: { severity: 'DOWN' } }));
		expect(new Set(items.map(({ json }) => json.vendorSeverity))).toEqual(new Set(['DOWN']));
		expect(new Set(on.requests().map(({ query }) => query.severity))).toEqual(new Set(['DOWN']));
	});

	it('goes on with a page after a fault in the middle', async () => {
		on.sandbox.fault('devHelm', { skip: 4, drop: 'before' });
		const { items } = await on.run(getMany({ returnAll: true }));
		expect(items).toHaveLength(count);
		expect(on.requests()).toHaveLength(13);
	});
});

it('gives no item for an empty list', async () => {
	const { items, error } = await on.run(getMany({ filters: { severity: 'MAINTENANCE' } }));
	expect({ items, error }).toEqual({ items: [], error: undefined });
});

it.each<[IDataObject, string]>([
	[
		{ startedFrom: '2026-04-02T00:00:00Z', startedTo: '2026-04-01T00:00:00Z' },
		"'Started To' lies before 'Started From' (item 0)",
	],
	[{ startedFrom: 'yesterday' }, `'Started From' is no date: "yesterday" (item 0)`],
	[{ status: 'OPEN' }, `'Status' cannot be "OPEN" (item 0)`],
	[{ source: 'SERVICE' }, `'Source' cannot be "SERVICE" (item 0)`],
	[{ tagId: byId('={{ "payments" }}') }, `'Tag' is not an ID: "payments" (item 0)`],
	[{ excludeId: byId('={{ 42 }}') }, `'Exclude Incident' is not an ID: "42" (item 0)`],
])('refuses %j before any request', async (filters, message) => {
	const { error } = await on.run(getMany({ filters }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
