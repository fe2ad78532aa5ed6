import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { comparable, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { HEADERS, recordOf, workOf } from '../works';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const getMany = (fields: IDataObject = {}) => ({
	resource: 'issue',
	operation: 'getAll',
	...fields,
});
const range = { values: { period: 'range', after: '2026-04-01T00:00:00Z' } };
const last = { values: { period: 'last_n_days', days: 3 } };
const AFTER = { type: 'range', after: '2026-04-01T00:00:00Z' };
const LAST = { type: 'preset', preset_type: 'last_n_days', days: 3 };
const UNIT = 'don:integration:dvrv-eu-1:devo/aLpEnRaD01:sync_unit/7';

const everyFilter = (ids: ReturnType<typeof company>) => ({
	accountIds: rowsOfIds('accountId', [ids.velo]),
	actualCloseDate: range,
	actualStartDate: range,
	appliesToPartIds: rowsOfIds('partId', [ids.checkout, 'PROD-1']),
	createdByIds: rowsOfIds('userId', [ids.anna]),
	createdDate: last,
	customFields: '{ "tnt__channel": "web" }',
	externalReference: ['https://tracker.example/7, 8'],
	isStaged: false,
	lastSyncIn: { values: { status: ['failed'], syncDate: range, syncUnitIds: UNIT } },
	lastSyncOut: { values: { status: ['succeeded'] } },
	modifiedByIds: rowsOfIds('userId', [ids.juergen]),
	modifiedDate: range,
	originSystem: ['n8n'],
	ownedByIds: rowsOfIds('userId', [ids.anna]),
	priority: ['p0', 'p1'],
	priorityV2: ['1', '2'],
	reportedByIds: rowsOfIds('userId', [ids.juergen]),
	sla: { values: { stages: ['breached', 'warning'], targetTime: last } },
	sprintIds: rowsOfIds('sprintId', [ids.sprint]),
	stageNames: ['in_development'],
	states: ['open', 'in_progress'],
	subtype: ['bug'],
	tagIds: rowsOfIds('tagId', [ids.region]),
	targetCloseDate: range,
	targetStartDate: range,
	workspaceIds: rowsOfIds('workspaceId', [ids.workspace, 'REV-AbCdEfGh']),
});

const everyValue = (ids: ReturnType<typeof company>) => ({
	type: ['issue'],
	actual_close_date: AFTER,
	created_date: LAST,
	modified_date: AFTER,
	target_close_date: AFTER,
	applies_to_part: [ids.checkout, 'PROD-1'],
	created_by: [ids.anna],
	modified_by: [ids.juergen],
	owned_by: [ids.anna],
	reported_by: [ids.juergen],
	tags: [ids.region],
	custom_fields: { tnt__channel: ['web'] },
	stage: { name: ['in_development'] },
	state: ['open', 'in_progress'],
	staged_info: { is_staged: false },
	sync_metadata: {
		external_reference: ['https://tracker.example/7, 8'],
		origin_system: ['n8n'],
		last_sync_in: { status: ['failed'], sync_date: AFTER, sync_unit: [UNIT] },
		last_sync_out: { status: ['succeeded'] },
	},
	issue: {
		accounts: [ids.velo],
		actual_start_date: AFTER,
		target_start_date: AFTER,
		priority: ['p0', 'p1'],
		priority_v2: [1, 2],
		sprint: [ids.sprint],
		rev_orgs: [ids.workspace, 'REV-AbCdEfGh'],
		subtype: ['bug'],
		sla_summary: { stage: ['breached', 'warning'], target_time: LAST },
	},
	sort_by: ['title:asc'],
	limit: 20,
});

const request = (body: IDataObject) => ({
	method: 'POST',
	path: '/works.list',
	query: {},
	headers: HEADERS,
	body,
});

it('carries every filter', async () => {
	const ids = company(on);
	const { error } = await on.run(
		getMany({ limit: 20, filters: everyFilter(ids), options: { sortBy: 'title:asc' } }),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual(request(everyValue(ids)));
});

it('asks for the newest issues where nothing else is chosen', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest()).toEqual(
		request({ type: ['issue'], sort_by: ['created_date:desc'], limit: 50 }),
	);
	expect(items).toEqual(
		[
			{ ...recordOf(workOf(on, 'ISS-8')), priority: 'P3', sprint: null },
			{ ...recordOf(workOf(on, 'ISS-7')), priority: 'P1', sprint: null },
		].map((json) => ({ json, pairedItem: { item: 0 } })),
	);
});

it.each([
	['states', { states: ['in_progress'] }, ['ISS-7']],
	['stage names', { stageNames: ['resolved'] }, ['ISS-8']],
	['priorities', { priority: ['p1'] }, ['ISS-7']],
	['a time', { createdDate: { values: { period: 'last_n_days', days: 1 } } }, []],
	['parts', { appliesToPartIds: rowsOfIds('partId', ['PROD-1']) }, ['ISS-8', 'ISS-7']],
])('reads those that match %s', async (_, filters, numbers) => {
	const { items } = await on.run(getMany({ filters }));
	expect(items.map(({ json }) => json.number)).toEqual(numbers);
});

it('reads page by page to the end', async () => {
	const { items } = await on.run(getMany({ returnAll: true }));
	expect(items).toHaveLength(2);
	expect(on.theRequest().body).toMatchObject({ limit: 100 });
});

if (contract) {
	it('fits the official schema', async () => {
		await on.run(getMany({ filters: everyFilter(company(on)) }));
		const [full] = on.requests().map(comparable);
		expect(contract.bodyIssues('/works.list', full)).toEqual([]);
	});
}

it.each([
	[
		'a time range the wrong way round',
		{
			createdDate: {
				values: { period: 'range', after: '2026-04-02T00:00:00Z', before: '2026-04-01T00:00:00Z' },
			},
		},
		"'Before' lies before 'After' (item 0)",
	],
	[
		'a filter that gives nothing',
		{ ownedByIds: rowsOfIds('userId', ['={{ "" }}']) },
		"'Owned By' is a filter without a value (item 0)",
	],
	['a tag by name', { tagIds: rowsOfIds('tagId', ['eu']) }, `'Tag' is not an ID: "eu" (item 0)`],
])('refuses %s before anything is sent', async (_, filters, message) => {
	const { error } = await on.run(getMany({ filters }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('says what is wrong with a custom field that no list can be filtered by', async () => {
	const { error } = await on.run(getMany({ filters: { customFields: '{ "tnt__notes": ["x"] }' } }));
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.message).toContain('not filterable');
});
