import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import {
	bodyOf,
	HEADERS,
	hintsOf,
	paths,
	recordOf,
	seeded,
	setWays,
	theUpdate,
} from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const update = (id: string, updateFields: IDataObject = {}, more = {}) => ({
	resource: 'incident',
	operation: 'update',
	incidentId: byId(id),
	updateFields,
	...more,
});
const HISTORY = 'don:integration:dvrv-eu-1:devo/aLpEnRaD01:sync_history/8';

/** A list that is replaced. */
const replace = (name: string, rowName: string, ids: string[]) => ({
	values: [{ change: 'replace', [name]: rowsOfIds(rowName, ids) }],
});

const everyField = (ids: ReturnType<typeof company>) => ({
	acknowledgedDate: '2026-04-15T12:00:00',
	allowInvalidTransition: true,
	appliesToParts: replace('appliesToPartIds', 'partId', [ids.checkout, 'PROD-1']),
	apps: 'my-app',
	artifacts: { values: [{ change: 'replace', artifactIds: ids.file }] },
	body: 'Störung „502“ 🚨',
	customFields: '{ "tnt__affected_orders": 0, "ctype__data_leaked": false }',
	dropApps: 'old-app',
	externalReference: 'https://monitoring.example.com/alerts/4711',
	externalSourceData: { values: { createdDate: '2026-04-01T00:00:00Z' } },
	extraFields: '{ "severity": 1 }',
	identifiedDate: '2026-04-15T11:00:00.123Z',
	impactCount: '2',
	impactCustomerIds: replace('impactCustomerIds', 'accountId', [ids.velo]),
	lastSyncIn: { values: { status: 'staged', syncHistoryId: HISTORY } },
	lastSyncOut: { values: { status: 'failed', syncDate: '2026-04-15T10:30:00Z' } },
	mitigatedDate: '2026-04-15T14:00:00+02:00',
	originSystem: 'n8n',
	ownedBy: replace('ownedByIds', 'userId', [ids.anna, ids.juergen]),
	pia: replace('piaIds', 'articleId', [ids.review]),
	playbooks: replace('playbookIds', 'articleId', [ids.runbook]),
	relatedDocs: replace('relatedDocIds', 'articleId', [ids.search]),
	reportedBy: '3',
	severity: '4',
	stageId: byId(ids.fixing),
	stageNotes: 'Warum? Darum 🚲',
	stagedInfo: '{ "is_staged": false }',
	subtype: 'security',
	tags: {
		values: [
			{
				change: 'replace',
				tags: { values: [{ tagId: byId(ids.region), value: 'eu' }, { tagId: byId('TAG-1') }] },
			},
		],
	},
	targetCloseDate: '2026-04-16T00:00:00Z',
	title: ' Neuer Titel ',
	validateRequiredFields: false,
});

it('carries every field as the vendor documents it', async () => {
	const ids = company(on);
	const { id } = seeded(on, 'triage');
	const { items, error } = await on.run(update('INC-4', everyField(ids)), {
		timezone: 'Europe/Berlin',
	});
	expect(error).toBeUndefined();
	expect(paths(on)).toEqual(['/incidents.get', '/stage-diagrams.list', '/incidents.update']);
	expect(theUpdate(on)).toEqual({
		method: 'POST',
		path: '/incidents.update',
		query: {},
		headers: HEADERS,
		body: {
			id,
			title: 'Neuer Titel',
			body: 'Störung „502“ 🚨',
			severity: 1,
			reported_by: 3,
			acknowledged_date: '2026-04-15T10:00:00Z',
			identified_date: '2026-04-15T11:00:00.123Z',
			mitigated_date: '2026-04-15T12:00:00Z',
			target_close_date: '2026-04-16T00:00:00Z',
			custom_fields: { tnt__affected_orders: 0, ctype__data_leaked: false },
			custom_schema_spec: {
				tenant_fragment: true,
				subtype: 'security',
				apps: ['my-app'],
				validate_required_fields: false,
				drop: { apps: ['old-app'] },
			},
			external_source_data: { created_date: '2026-04-01T00:00:00Z' },
			sync_metadata: {
				external_reference: 'https://monitoring.example.com/alerts/4711',
				origin_system: 'n8n',
				last_sync_in: { status: 'staged', sync_history: HISTORY },
				last_sync_out: { status: 'failed', sync_date: '2026-04-15T10:30:00Z' },
			},
			staged_info: { is_staged: false },
			owned_by: { set: [ids.anna, ids.juergen] },
			applies_to_parts: { set: [ids.checkout, 'PROD-1'] },
			artifacts: { set: [ids.file] },
			pia: { set: [ids.review] },
			playbooks: { set: [ids.runbook] },
			related_docs: { set: [ids.search] },
			tags: { set: [{ tag_id: ids.region, value: 'eu' }, { tag_id: 'TAG-1' }] },
			impact: { count: 2, customer_ids: { set: [ids.velo] } },
			stage: { stage: ids.fixing, notes: 'Warum? Darum 🚲' },
		},
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
});

it('carries the deprecated source for a service account', async () => {
	const { devRevServiceToken } = await import('../../sandbox/devrev/seed');
	const { error } = await on.run(update('INC-4', { source: '2' }), {
		credentials: on.credentials({ accessToken: devRevServiceToken }),
	});
	expect(error).toBeUndefined();
	expect(on.theRequest().body).toEqual({ id: 'INC-4', source: 2 });
});

it('sends one field alone, without a look before', async () => {
	const { id } = seeded(on, 'triage');
	const { items } = await on.run(update(id, { severity: '={{ 2 }}' }, { simplify: false }));
	expect(on.theRequest().body).toEqual({ id, severity: 2 });
	expect(items[0].json).toMatchObject({ id, severity: { id: 2, label: 'sev-1' } });
});

it('holds nothing for fields that were added and left empty', async () => {
	const empty = {
		allowInvalidTransition: false,
		artifacts: { values: [{ change: 'add', artifactIds: '' }] },
		body: '',
		customFields: '{}',
		identifiedDate: '',
		impactCount: '',
		ownedBy: { values: [{ change: 'remove', ownedByIds: rowsOfIds('userId', ['={{ "" }}']) }] },
		severity: '',
		stageId: byId('={{ "" }}'),
		stageNotes: '',
		tags: { values: [{ change: 'add', tags: {} }] },
		title: 'Only this',
	};
	await on.run(update('INC-4', empty));
	expect(on.theRequest().body).toEqual({ id: 'INC-4', title: 'Only this' });
});

it('passes on null from the JSON fields, which DevRev documents nowhere', async () => {
	on.sandbox.fault('devRev', { status: 400, body: { type: 'bad_request', message: 'No null' } });
	await on.run(
		update('INC-4', {
			customFields: { tnt__runbook: null },
			extraFields: { target_close_date: null },
		}),
	);
	expect(on.requests()[0].body).toEqual({
		id: 'INC-4',
		custom_fields: { tnt__runbook: null },
		custom_schema_spec: { tenant_fragment: true },
		target_close_date: null,
	});
});

describe('the stage', () => {
	it('is moved by the ways of the diagram only, explained before anything is sent', async () => {
		setWays(on, 'triage', ['acknowledged', 'canceled']);
		const { fixing } = company(on);
		const { error } = await on.run(update('INC-4', { stageId: byId(fixing), title: 'T' }));
		expect(error?.message).toBe(
			`Incident INC-4 "Stock figures stale" cannot go from stage 'triage' to 'fixing' (item 0)`,
		);
		expect(error?.description).toContain('acknowledged, canceled');
		expect(paths(on)).toEqual(['/incidents.get', '/stage-diagrams.list']);
		await on.run(update('INC-4', { stageId: byId(fixing), allowInvalidTransition: true }));
		expect(bodyOf(on)).toMatchObject({ stage_validation_options: ['allow_invalid_transition'] });
	});

	it('is not sent again when it holds, but a note is', async () => {
		const { id } = seeded(on, 'triage');
		const { triage } = company(on);
		await on.run(update(id, { stageId: byId(triage), stageNotes: 'Waiting', severity: '1' }));
		expect(bodyOf(on)).toEqual({ id, severity: 1, stage: { notes: 'Waiting' } });
		on.sandbox.clearRequests();
		const result = await on.run(update(id, { stageId: byId(triage) }));
		expect(hintsOf(result)).toEqual([
			'Some incidents had all of it already: nothing was changed on them',
		]);
		expect(paths(on)).toEqual(['/incidents.get']);
	});

	it('takes a note alone', async () => {
		await on.run(update('INC-4', { stageNotes: 'Waiting' }));
		expect(on.theRequest().body).toEqual({ id: 'INC-4', stage: { notes: 'Waiting' } });
	});
});

it.each([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	['nothing', {}, "Nothing to update: 'Update Fields' and 'Custom Fields' are empty (item 0)"],
	[
		'a list replaced by nothing',
		{ updateFields: { ownedBy: { values: [{ change: 'replace', ownedByIds: {} }] } } },
		"'Users' is empty, and 'Owned By' cannot be replaced by nothing",
	],
	[
		'an owner by name',
		{
			updateFields: {
				ownedBy: {
					values: [{ change: 'add', ownedByIds: rowsOfIds('userId', ['={{ "anna" }}']) }],
				},
			},
		},
		`'User' is not an ID: "anna"`,
	],
	[
		'additions to a list that DevRev does not return',
		{ updateFields: { relatedDocs: { values: [{ change: '={{ "add" }}', relatedDocIds: {} }] } } },
		`'Change' cannot be "add"`,
	],
	[
		'a subtype field of a subtype that is dropped',
		{ updateFields: { customFields: '{ "ctype__data_leaked": true }', dropSubtype: true } },
		"'Custom Fields (JSON)' sets a field of the subtype (ctype__data_leaked) that 'Drop Subtype' takes off",
	],
	[
		'a bare name in the form',
		{ customFields: { mappingMode: 'defineBelow', value: { runbook: 'A' }, schema: [] } },
		`'Custom Fields' has a name without a prefix: "runbook"`,
	],
	[
		'malformed JSON',
		{ updateFields: { extraFields: '={{ "{ nope" }}' } },
		"'Extra Fields (JSON)' is not valid JSON",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(update('INC-4', {}, fields));
	expect(error?.message).toContain(message);
	expect(error?.name).toBe('NodeOperationError');
	expect(on.requests()).toEqual([]);
});

it.each<[string, IDataObject, string, string]>([
	['an unknown severity', { severity: '9' }, 'Invalid value in severity', "'Severity Name or ID'"],
	[
		'an owner who is not there',
		{ ownedBy: replace('ownedByIds', 'userId', ['DEVU-99']) },
		'Invalid ID in owned_by',
		"Look at 'Owned By'",
	],
	[
		'a customer who is not there',
		{ impactCustomerIds: replace('impactCustomerIds', 'accountId', ['ACC-99']) },
		'Invalid ID in impact.customer_ids',
		"Look at 'Impact Customers'",
	],
	['the source', { source: '1' }, 'Value not permitted in source', "Clear 'Source Name or ID'"],
])('passes on what DevRev says about %s', async (_, fields, message, advice) => {
	const { error } = await on.run(update('INC-4', fields));
	expect(error?.message).toContain(`DevRev refused 'Update incident' (item 0): ${message}`);
	expect(error?.description).toContain(advice);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(update('INC-99', { title: 'T' }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Update incident' (item 0): No such incident",
	});
});

it('is sent again when its answer was lost: twice is the same as once', async () => {
	on.sandbox.fault('devRev', { path: '/incidents.update', truncate: true });
	const { items, error } = await on.run(update('INC-4', { title: 'Einmal' }));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ title: 'Einmal' });
	expect(paths(on)).toEqual(['/incidents.update', '/incidents.update']);
});
