import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const create = (fields: IDataObject) => ({ resource: 'incident', operation: 'create', ...fields });
const SYNC = 'don:integration:dvrv-eu-1:devo/aLpEnRaD01:sync_unit/7';
const HISTORY = 'don:integration:dvrv-eu-1:devo/aLpEnRaD01:sync_history/8';

const headers = {
	accept: 'application/json',
	authorization: 'Bearer sandbox-devrev-token',
	'content-type': 'application/json',
	'x-devrev-scope': 'beta',
};

/** All that the current API takes, as somebody fills in the form. */
const everyField = (ids: ReturnType<typeof company>) => ({
	acknowledgedDate: '2026-04-15T12:00:00',
	allowNonStartStage: true,
	appliesToPartIds: rowsOfIds('partId', [ids.checkout, 'PROD-1']),
	apps: 'my-app, other-app',
	artifactIds: ids.file,
	body: 'Störung im **Warenkorb**: 502 seit 03:00 „UTC“ 🚨',
	customFields: '{ "tnt__affected_orders": 0, "ctype__data_leaked": false, "tnt__runbook": "⚙️" }',
	dropApps: 'old-app',
	externalReference: 'https://monitoring.example.com/alerts/4711',
	externalSourceData: {
		values: {
			closedDate: '2026-04-03T00:00:00Z',
			createdDate: '2026-04-01T00:00:00Z',
			modifiedDate: '2026-04-02T00:00:00Z',
		},
	},
	identifiedDate: '2026-04-15T11:00:00.123Z',
	impactCount: '2',
	impactCustomerIds: rowsOfIds('accountId', [ids.velo, ids.town]),
	lastSyncIn: {
		values: {
			status: 'staged',
			syncDate: '2026-04-15T10:00:00Z',
			syncHistoryId: HISTORY,
			syncUnitId: SYNC,
		},
	},
	lastSyncOut: { values: { status: 'failed', syncDate: '2026-04-15T10:30:00Z' } },
	mitigatedDate: '2026-04-15T14:00:00+02:00',
	originSystem: 'n8n',
	ownedByIds: rowsOfIds('userId', [ids.anna, ids.juergen]),
	piaIds: rowsOfIds('articleId', [ids.review]),
	playbookIds: rowsOfIds('articleId', [ids.runbook]),
	relatedDocIds: rowsOfIds('articleId', [ids.search]),
	reportedBy: '2',
	severity: '1',
	stageId: byId(ids.fixing),
	stageNotes: 'Raised by the monitoring',
	stagedInfo: '{ "is_staged": false, "unresolved_fields": ["owned_by"] }',
	subtype: 'security',
	tags: {
		values: [
			{ tagId: byId(ids.region), value: 'eu' },
			{ tagId: byId('TAG-1'), value: '' },
		],
	},
	targetCloseDate: '2026-04-16T00:00:00Z',
	validateRequiredFields: false,
});

const everyValue = (ids: ReturnType<typeof company>) => ({
	title: 'Checkout answers with 502',
	body: 'Störung im **Warenkorb**: 502 seit 03:00 „UTC“ 🚨',
	severity: 1,
	reported_by: 2,
	acknowledged_date: '2026-04-15T10:00:00Z',
	identified_date: '2026-04-15T11:00:00.123Z',
	mitigated_date: '2026-04-15T12:00:00Z',
	target_close_date: '2026-04-16T00:00:00Z',
	custom_fields: { tnt__affected_orders: 0, ctype__data_leaked: false, tnt__runbook: '⚙️' },
	custom_schema_spec: {
		tenant_fragment: true,
		subtype: 'security',
		apps: ['my-app', 'other-app'],
		validate_required_fields: false,
		drop: { apps: ['old-app'] },
	},
	external_source_data: {
		closed_date: '2026-04-03T00:00:00Z',
		created_date: '2026-04-01T00:00:00Z',
		modified_date: '2026-04-02T00:00:00Z',
	},
	sync_metadata: {
		external_reference: 'https://monitoring.example.com/alerts/4711',
		origin_system: 'n8n',
		last_sync_in: {
			status: 'staged',
			sync_date: '2026-04-15T10:00:00Z',
			sync_history: HISTORY,
			sync_unit: SYNC,
		},
		last_sync_out: { status: 'failed', sync_date: '2026-04-15T10:30:00Z' },
	},
	staged_info: { is_staged: false, unresolved_fields: ['owned_by'] },
	owned_by: [ids.anna, ids.juergen],
	applies_to_parts: [ids.checkout, 'PROD-1'],
	pia: [ids.review],
	playbooks: [ids.runbook],
	related_docs: [ids.search],
	artifacts: [ids.file],
	tags: [{ tag_id: ids.region, value: 'eu' }, { tag_id: 'TAG-1' }],
	stage: { stage: ids.fixing, notes: 'Raised by the monitoring' },
	stage_validation_options: ['allow_non_start'],
	impact: { count: 2, customer_ids: [ids.velo, ids.town] },
});

describe('the request', () => {
	it('carries every field of the form as the vendor documents it', async () => {
		const ids = company(on);
		const { error } = await on.run(
			create({ title: 'Checkout answers with 502', additionalFields: everyField(ids) }),
			{ timezone: 'Europe/Berlin' },
		);
		expect(error).toBeUndefined();
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: '/incidents.create',
			query: {},
			headers,
			body: everyValue(ids),
		});
	});

	it('is known again by every field when its answer is lost', async () => {
		const ids = company(on);
		const before = on.sandbox.state('devRev').incidents.size;
		on.sandbox.fault('devRev', { path: '/incidents.create', drop: 'after' });
		const { error } = await on.run(
			create({ title: 'Checkout answers with 502', additionalFields: everyField(ids) }),
			{ timezone: 'Europe/Berlin' },
		);
		expect(error).toBeUndefined();
		expect(on.sandbox.state('devRev').incidents.size).toBe(before + 1);
	});

	it('holds nothing that was not filled in', async () => {
		await on.run(create({ title: 'Minimal' }));
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: '/incidents.create',
			query: {},
			headers,
			body: { title: 'Minimal' },
		});
	});

	it('holds nothing for fields that were added and left empty', async () => {
		const empty = {
			allowNonStartStage: false,
			appliesToPartIds: rowsOfIds('partId', ['={{ "" }}']),
			artifactIds: '',
			body: '',
			customFields: '{}',
			externalSourceData: { values: {} },
			identifiedDate: '',
			lastSyncIn: { values: { status: '' } },
			severity: '',
			stageId: byId('={{ "" }}'),
			stagedInfo: '={{ {} }}',
			tags: { values: [{ tagId: byId('={{ "" }}'), value: '' }] },
			extraFields: '{}',
		};
		await on.run(create({ title: 'Empty', additionalFields: empty, legacyFields: { source: '' } }));
		expect(on.theRequest().body).toEqual({ title: 'Empty' });
	});

	it('carries the fields of older APIs', async () => {
		const ids = company(on);
		await on.run(
			create({
				title: 'Old',
				legacyFields: {
					impactedCustomerIds: rowsOfIds('accountId', [ids.velo]),
					source: '2',
					stakeholderIds: rowsOfIds('userId', [ids.anna]),
				},
			}),
		);
		expect(on.theRequest().body).toEqual({
			title: 'Old',
			impacted_customers: [ids.velo],
			stakeholders: [ids.anna],
			source: 2,
		});
	});

	it('lets Extra Fields win', async () => {
		await on.run(
			create({
				title: 'Extra',
				additionalFields: { severity: '3', extraFields: '{ "severity": 4, "new_field": 0 }' },
			}),
		);
		expect(on.theRequest().body).toEqual({ title: 'Extra', severity: 4, new_field: 0 });
	});

	it('takes lists and numbers from expressions', async () => {
		const ids = company(on);
		await on.run(
			create({
				title: '={{ $json.title }}',
				additionalFields: {
					severity: '={{ $json.severity }}',
					ownedByIds: rowsOfIds('userId', ['={{ $json.owners }}']),
					artifactIds: '={{ $json.files }}',
				},
			}),
			{
				items: [
					{ title: 'Numbers', severity: 2, owners: [ids.anna, 'DEVU-2'], files: ['ARTIFACT-1'] },
				],
			},
		);
		expect(on.theRequest().body).toEqual({
			title: 'Numbers',
			severity: 2,
			owned_by: [ids.anna, 'DEVU-2'],
			artifacts: ['ARTIFACT-1'],
		});
	});

	if (contract) {
		it('fits the official schema, with every field and with the required ones only', async () => {
			await on.run(create({ title: 'Schema', additionalFields: everyField(company(on)) }));
			await on.run(create({ title: 'Schema' }));
			const [full, minimal] = on.requests().map(comparable);
			expect(contract.bodyIssues('/incidents.create', full)).toEqual([]);
			expect(contract.bodyIssues('/incidents.create', minimal)).toEqual([]);
		});
	}
});

describe('the output', () => {
	const stored = () => [...on.sandbox.state('devRev').incidents.values()].slice(-1)[0];

	it('is the common record', async () => {
		const ids = company(on);
		const { items } = await on.run(
			create({
				title: 'Form und Größe 🚨',
				additionalFields: {
					severity: '2',
					appliesToPartIds: rowsOfIds('partId', [ids.checkout, ids.shop]),
				},
			}),
		);
		expect(items).toEqual([
			{
				json: {
					provider: 'devrev',
					id: stored().id,
					number: stored().display_id,
					title: 'Form und Größe 🚨',
					status: 'triggered',
					severity: 'error',
					url: null,
					service: 'Checkout',
					assignees: [],
					actor: { id: stored().modified_by.id, name: 'Ops Bot', type: 'dev_user' },
					createdAt: stored().created_date,
					updatedAt: stored().modified_date,
					vendorStatus: 'triage',
					vendorSeverity: 'sev-1',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it("is the vendor's own object when Simplify is off", async () => {
		const { items } = await on.run(
			create({ title: 'Raw', additionalFields: everyField(company(on)), simplify: false }),
		);
		expect(items).toEqual([
			{
				json: expect.objectContaining({
					id: stored().id,
					title: 'Raw',
					custom_fields: stored().custom_fields,
					impact: stored().impact,
					stage: stored().stage,
				}),
				pairedItem: { item: 0 },
			},
		]);
	});
});

describe('bad input is refused before any request', () => {
	const refusals: Array<[string, IDataObject, string]> = [
		['an empty title', { title: '={{ "" }}' }, "'Title' is empty (item 0)"],
		['a stage by name', { stageId: byId('={{ "fixing" }}') }, `'Stage' is not an ID: "fixing"`],
		['a short stage ID', { stageId: byId('={{ "STAGE-1" }}') }, `'Stage' is not an ID: "STAGE-1"`],
		['notes without a stage', { stageNotes: 'why' }, "'Stage Notes' is set, but 'Stage' is empty"],
		[
			'a user by name',
			{ ownedByIds: rowsOfIds('userId', ['={{ "anna" }}']) },
			`'User' is not an ID: "anna"`,
		],
		[
			'a file by name',
			{ artifactIds: 'ARTIFACT-1, graph.png' },
			`'Artifact IDs' holds something that is not an ID: "graph.png"`,
		],
		[
			'an object as a file',
			{ artifactIds: '={{ [{ id: 1 }] }}' },
			`'Artifact IDs' must hold texts only, not {"id":1}`,
		],
		[
			'a value without its tag',
			{ tags: { values: [{ tagId: byId('={{ "" }}'), value: 'eu' }] } },
			`'Tag' is empty beside the value "eu"`,
		],
		['no date', { identifiedDate: 'yesterday' }, `'Identified Date' is no date: "yesterday"`],
		[
			'a day that is not in the calendar',
			{ mitigatedDate: '2026-02-30T00:00:00Z' },
			"'Mitigated Date' is no date",
		],
		[
			'malformed custom fields',
			{ customFields: '{ nope' },
			"'Custom Fields (JSON)' is not valid JSON",
		],
		[
			'custom fields as a list',
			{ customFields: '[1]' },
			"'Custom Fields (JSON)' must be a JSON object",
		],
		[
			'fields of no subtype',
			{ customFields: '{ "ctype__data_leaked": true }' },
			"'Custom Fields (JSON)' sets a field of a subtype (ctype__data_leaked), but 'Subtype Name or ID' is empty",
		],
		[
			'a custom field without prefix',
			{ customFields: '{ "runbook": "a" }' },
			`'Custom Fields (JSON)' has a name without a prefix: "runbook"`,
		],
		[
			'a subtype set and dropped',
			{ subtype: 'security', dropSubtype: true },
			"'Drop Subtype' and 'Subtype Name or ID' cannot both be set",
		],
		[
			'an app set and dropped',
			{ apps: 'a, b', dropApps: 'b' },
			`'Drop Schema Apps' and 'Schema Apps' cannot both hold "b"`,
		],
		[
			'an unknown status',
			{ lastSyncOut: { values: { status: 'staged' } } },
			`'Status' cannot be "staged"`,
		],
		[
			'two sync units',
			{ lastSyncIn: { values: { syncUnitId: `${SYNC},${SYNC}1` } } },
			"'Sync Unit ID' holds more than one ID",
		],
		['malformed staged info', { stagedInfo: '{' }, "'Staged Info (JSON)' is not valid JSON"],
		['malformed extra fields', { extraFields: 'x' }, "'Extra Fields (JSON)' is not valid JSON"],
	];

	it.each(refusals)('%s', async (_, { title = 'Fine', ...additionalFields }, message) => {
		const { error } = await on.run(create({ title, additionalFields }));
		expect(error?.message).toContain(message);
		expect(error?.message).toContain('(item 0)');
		expect(error?.name).toBe('NodeOperationError');
		expect(error?.description).toMatch(/\.$/);
		expect(on.requests()).toEqual([]);
	});

	it('in one item, although the others are fine', async () => {
		const { error } = await on.run(create({ title: '={{ $json.t }}' }), {
			items: [{ t: 'One' }, { t: '' }],
		});
		expect(error?.message).toBe("'Title' is empty (item 1, counted from 0)");
		expect(on.requests()).toEqual([]);
	});
});
