import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { comparable, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const getMany = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'getAll',
	...fields,
});

const SYNC = 'don:integration:dvrv-eu-1:devo/aLpEnRaD01:sync_unit/7';
const HISTORY = 'don:integration:dvrv-eu-1:devo/aLpEnRaD01:sync_history/8';
const headers = {
	accept: 'application/json',
	authorization: 'Bearer sandbox-devrev-token',
	'content-type': 'application/json',
	'x-devrev-scope': 'beta',
};

const between = (after: string, before: string) => ({ values: { period: 'range', after, before } });

const everyFilter = (ids: ReturnType<typeof company>) => ({
	acknowledgedDate: between('2026-04-01T00:00:00', '2026-04-02T00:00:00Z'),
	actualCloseDate: between('2026-04-03T00:00:00Z', ''),
	appliesToPartIds: rowsOfIds('partId', [ids.checkout, 'PROD-1']),
	createdByIds: rowsOfIds('userId', [ids.juergen]),
	createdDate: { values: { period: 'last_n_days', days: 30 } },
	customFields: '{ "tnt__channel": ["web", "app"], "tnt__affected_orders": 0 }',
	externalReference: ['https://monitoring.example.com/alerts?ids=1,2', 'b'],
	identifiedDate: between('', '2026-04-04T00:00:00Z'),
	impactedCustomerIds: rowsOfIds('accountId', [ids.velo]),
	includeChildParts: true,
	isStaged: false,
	lastSyncIn: {
		values: {
			status: ['failed', 'staged'],
			syncDate: { values: { period: 'last_n_days', days: 1 } },
			syncHistoryIds: HISTORY,
			syncUnitIds: `${SYNC}, ${SYNC}1`,
		},
	},
	lastSyncOut: { values: { status: ['succeeded'], syncDate: between('2026-04-05T00:00:00Z', '') } },
	mitigatedDate: between('2026-04-06T00:00:00Z', '2026-04-07T00:00:00Z'),
	modifiedDate: between('2026-04-08T00:00:00Z', '2026-04-09T00:00:00Z'),
	originSystem: ['n8n'],
	ownedByIds: rowsOfIds('userId', [ids.anna]),
	piaIds: rowsOfIds('articleId', [ids.review]),
	playbookIds: rowsOfIds('articleId', [ids.runbook]),
	relatedDocIds: rowsOfIds('articleId', [ids.search]),
	reportedBy: ['1', '3'],
	severity: ['1', '2'],
	source: ['2'],
	stageIds: rowsOfIds('stageId', [ids.triage, ids.fixing]),
	subtype: ['security'],
	targetCloseDate: { values: { period: 'next_n_days', days: 7 } },
	title: ['Störung, „Kasse“', 'Checkout answers 502'],
});

const everyValue = (ids: ReturnType<typeof company>) => ({
	acknowledged_date: {
		type: 'range',
		after: '2026-03-31T22:00:00Z',
		before: '2026-04-02T00:00:00Z',
	},
	actual_close_date: { type: 'range', after: '2026-04-03T00:00:00Z' },
	created_date: { type: 'preset', preset_type: 'last_n_days', days: 30 },
	identified_date: { type: 'range', before: '2026-04-04T00:00:00Z' },
	mitigated_date: { type: 'range', after: '2026-04-06T00:00:00Z', before: '2026-04-07T00:00:00Z' },
	modified_date: { type: 'range', after: '2026-04-08T00:00:00Z', before: '2026-04-09T00:00:00Z' },
	target_close_date: { type: 'preset', preset_type: 'next_n_days', days: 7 },
	applies_to_parts: [ids.checkout, 'PROD-1'],
	created_by: [ids.juergen],
	impacted_customers: [ids.velo],
	include_child_parts: true,
	owned_by: [ids.anna],
	pia: [ids.review],
	playbooks: [ids.runbook],
	related_docs: [ids.search],
	stage: [ids.triage, ids.fixing],
	reported_by: [1, 3],
	severity: [1, 2],
	source: [2],
	subtype: ['security'],
	title: ['Störung, „Kasse“', 'Checkout answers 502'],
	custom_fields: { tnt__channel: ['web', 'app'], tnt__affected_orders: [0] },
	staged_info: { is_staged: false },
	sync_metadata: {
		external_reference: ['https://monitoring.example.com/alerts?ids=1,2', 'b'],
		origin_system: ['n8n'],
		last_sync_in: {
			status: ['failed', 'staged'],
			sync_date: { type: 'preset', preset_type: 'last_n_days', days: 1 },
			sync_history: [HISTORY],
			sync_unit: [SYNC, `${SYNC}1`],
		},
		last_sync_out: {
			status: ['succeeded'],
			sync_date: { type: 'range', after: '2026-04-05T00:00:00Z' },
		},
	},
});

describe('the request', () => {
	it('carries every filter and option as documented', async () => {
		const ids = company(on);
		const { items, error } = await on.run(
			getMany({
				limit: 10,
				filters: everyFilter(ids),
				options: { sortBy: 'severity:asc', thenBy: 'created_date:desc' },
			}),
			{ timezone: 'Europe/Berlin' },
		);
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: '/incidents.list',
			query: {},
			headers,
			body: {
				...everyValue(ids),
				sort_by: ['severity:asc', 'created_date:desc'],
				limit: 10,
			},
		});
	});

	it('holds a page size and the order, the newest first, without filters', async () => {
		const { items } = await on.run(getMany());
		expect(on.theRequest()).toMatchObject({ headers });
		expect(on.theRequest().body).toEqual({ sort_by: ['created_date:desc'], limit: 50 });
		expect(items.map(({ json }) => json.number)).toEqual(['INC-4', 'INC-3', 'INC-2', 'INC-1']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(4).fill({ item: 0 }));
	});

	it('holds nothing for filters that give nothing where they are ignored', async () => {
		await on.run(
			getMany({
				filters: {
					createdDate: between('', ''),
					customFields: '{}',
					lastSyncIn: { values: { status: [], syncHistoryIds: '' } },
					ownedByIds: rowsOfIds('userId', ['={{ [] }}']),
					severity: [],
					title: [''],
				},
				options: { ignoreEmptyFilters: true },
			}),
		);
		expect(on.theRequest().body).toEqual({ sort_by: ['created_date:desc'], limit: 50 });
	});

	if (contract) {
		it('fits the official schema', async () => {
			await on.run(getMany({ filters: everyFilter(company(on)) }));
			await on.run(getMany());
			const [full, minimal] = on.requests().map(comparable);
			expect(contract.bodyIssues('/incidents.list', full)).toEqual([]);
			expect(contract.bodyIssues('/incidents.list', minimal)).toEqual([]);
		});
	}
});

describe('the filters', () => {
	const numbers = async (filters: IDataObject) => {
		const { items, error } = await on.run(getMany({ filters }));
		expect(error).toBeUndefined();
		return items.map(({ json }) => json.number);
	};

	it.each([
		[{ title: ['Search is slow'] }, ['INC-2']],
		[{ title: ['={{ ["Search is slow", "Checkout answers 502"] }}'] }, ['INC-2', 'INC-1']],
		[{ severity: '={{ "1, 4" }}' }, ['INC-4', 'INC-1']],
		[{ severity: '={{ [2] }}' }, ['INC-3']],
		[{ createdDate: { values: { period: 'last_n_days', days: 3 } } }, ['INC-4', 'INC-3', 'INC-2']],
		[{ state: 'closed' }, ['INC-1']],
		[{ state: 'open' }, ['INC-4', 'INC-3', 'INC-2']],
	])('%j', async (filters, expected) => {
		expect(await numbers(filters)).toEqual(expected);
	});

	it('find what a create has left behind', async () => {
		const reference = 'https://monitoring.example.com/alerts/4711';
		await on.run({
			resource: 'incident',
			operation: 'create',
			title: 'Once only',
			additionalFields: { externalReference: reference },
		});
		expect(await numbers({ externalReference: [reference] })).toEqual(['INC-5']);
		expect(await numbers({ externalReference: ['another'] })).toEqual([]);
	});

	it('are read whole pages at a time where DevRev cannot filter', async () => {
		on.sandbox.seedMany('devRev', 300);
		const { items } = await on.run(getMany({ limit: 5, filters: { state: 'closed' } }));
		expect(items).toHaveLength(5);
		expect(new Set(items.map(({ json }) => json.status))).toEqual(new Set(['resolved']));
		expect(on.theRequest().body).toEqual({ sort_by: ['created_date:desc'], limit: 100 });
	});
});

describe('paging', () => {
	const count = 2_350;
	beforeEach(() => on.sandbox.seedMany('devRev', count - 4));

	it('Return All gives each incident once', async () => {
		const { items } = await on.run(getMany({ returnAll: true, filters: { isStaged: false } }));
		expect(items).toHaveLength(count);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(count);
		expect(on.requests()).toHaveLength(24);
		const bodies = on.requests().map(({ body }) => body as IDataObject);
		expect(bodies[0]).toEqual({
			staged_info: { is_staged: false },
			sort_by: ['created_date:desc'],
			limit: 100,
		});
		expect(bodies[1]).toEqual({ ...bodies[0], cursor: expect.any(String) });
		expect(new Set(bodies.map(({ cursor }) => cursor)).size).toBe(24);
	});

	it.each([
		[1, 1],
		[100, 1],
		[101, 2],
	])('limit %d takes %d request(s)', async (limit, requests) => {
		const { items } = await on.run(getMany({ limit }));
		expect(items).toHaveLength(limit);
		expect(on.requests()).toHaveLength(requests);
	});
});

it('gives no item for an empty list', async () => {
	const { items, error } = await on.run(getMany({ filters: { title: ['nobody wrote this'] } }));
	expect({ items, error }).toEqual({ items: [], error: undefined });
});

it('returns the objects untouched without Simplify', async () => {
	const { items } = await on.run(getMany({ simplify: false, limit: 1 }));
	const [stored] = [...on.sandbox.state('devRev').incidents.values()].slice(-1);
	expect(items[0].json).toMatchObject({ id: stored.id, stage: stored.stage, body: stored.body });
});

it.each([
	[
		{ createdDate: between('2026-04-02T00:00:00Z', '2026-04-01T00:00:00Z') },
		"'Before' lies before 'After' (item 0)",
	],
	[{ modifiedDate: between('soon', '') }, `'After' is no date: "soon" (item 0)`],
	[
		{ createdDate: { values: { period: 'last_n_days', days: '={{ 0 }}' } } },
		"'Days' must be 1 or more (item 0)",
	],
	[
		{ createdDate: { values: { period: 'last_n_days', days: '={{ "many" }}' } } },
		`'Days' must be a whole number, not "many" (item 0)`,
	],
	[{ createdDate: { values: { period: 'yesterday' } } }, `'Period' cannot be "yesterday" (item 0)`],
	[{ state: 'half' }, `'State' cannot be "half" (item 0)`],
	[{ stageIds: rowsOfIds('stageId', ['={{ "triage" }}']) }, `'Stage' is not an ID: "triage"`],
	[{ title: ['={{ { a: 1 } }}'] }, `'Titles' must hold texts only, not {"a":1} (item 0)`],
	[
		{ lastSyncIn: { values: { syncUnitIds: 'unit 7' } } },
		`'Sync Unit IDs' holds something that is not an ID: "unit 7" (item 0)`,
	],
	[{ customFields: '{' }, "'Custom Fields (JSON)' is not valid JSON"],
])('refuses %j before any request', async (filters, message) => {
	const { error } = await on.run(getMany({ filters: { ...filters } }));
	expect(error?.message).toContain(message);
	expect(error?.description).toMatch(/\.$|looks like/);
	expect(on.requests()).toEqual([]);
});

it('reads for each item with its own filters', async () => {
	const { items } = await on.run(getMany({ filters: { title: ['={{ $json.t }}'] } }), {
		items: [{ t: 'Search is slow' }, { t: 'Checkout answers 502' }],
	});
	expect(items.map(({ json, pairedItem }) => [json.number, pairedItem])).toEqual([
		['INC-2', { item: 0 }],
		['INC-1', { item: 1 }],
	]);
});
