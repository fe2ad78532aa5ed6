import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { HEADERS, newest, recordOf } from '../works';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const CHANNEL = 'don:core:dvrv-eu-1:devo/aLpEnRaD01:external_communication_channel/5';
const FRAGMENT = 'don:core:dvrv-eu-1:devo/aLpEnRaD01:custom_type_fragment/9';
const create = (fields: IDataObject = {}) => ({
	resource: 'ticket',
	operation: 'create',
	title: 'Kann nicht bezahlen',
	appliesToPartId: byId('CAPL-2'),
	ownedByIds: rowsOfIds('userId', ['DEVU-3']),
	...fields,
});

const everyField = (ids: ReturnType<typeof company>) => ({
	accountId: byId(ids.velo),
	allowNonStartStage: true,
	apps: 'my-app',
	artifactIds: ids.file,
	body: 'Seit *heute* früh',
	channelIds: CHANNEL,
	channels: ['email', 'twilio_sms'],
	customFields: '{ "ctype__order": "4711" }',
	customSchemaFragmentIds: FRAGMENT,
	dropApps: 'old-app',
	groupId: byId(ids.onCall),
	isSpam: false,
	needsResponse: true,
	reportedByIds: rowsOfIds('userId', [ids.juergen]),
	severity: 'blocker',
	sourceChannel: 'email',
	sourceChannelId: CHANNEL,
	stageId: byId(ids.awaiting),
	subtype: 'complaint',
	tags: { values: [{ tagId: byId(ids.region), value: 'eu' }] },
	targetCloseDate: '2026-04-30T16:00:00Z',
	validateRequiredFields: false,
	workspaceId: byId(ids.workspace),
});

const everyValue = (ids: ReturnType<typeof company>) => ({
	type: 'ticket',
	title: 'Kann nicht bezahlen',
	applies_to_part: 'CAPL-2',
	owned_by: ['DEVU-3'],
	body: 'Seit *heute* früh',
	target_close_date: '2026-04-30T16:00:00Z',
	custom_schema_fragments: [FRAGMENT],
	custom_fields: { ctype__order: '4711' },
	custom_schema_spec: {
		subtype: 'complaint',
		apps: ['my-app'],
		validate_required_fields: false,
		drop: { apps: ['old-app'] },
	},
	reported_by: [ids.juergen],
	artifacts: [ids.file],
	tags: [{ id: ids.region, value: 'eu' }],
	stage: { id: ids.awaiting },
	stage_validation_options: ['allow_non_start'],
	account: ids.velo,
	channels_v2: [CHANNEL],
	group: ids.onCall,
	is_spam: false,
	needs_response: true,
	rev_org: ids.workspace,
	severity: 'blocker',
	source_channel_v2: CHANNEL,
	channels: ['email', 'twilio_sms'],
	source_channel: 'email',
});

const request = (body: IDataObject) => ({
	method: 'POST',
	path: '/works.create',
	query: {},
	headers: HEADERS,
	body,
});
const NO_MORE = {
	severity: null,
	account: null,
	workspace: null,
	group: null,
	needsResponse: null,
};

it('carries every field, and gives a flat record', async () => {
	const ids = company(on);
	const { error, items } = await on.run(create({ additionalFields: everyField(ids) }));
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual(request(everyValue(ids)));
	expect(items).toEqual([
		{
			json: {
				...recordOf(newest(on)),
				severity: 'blocker',
				account: 'Velo Zürich AG',
				workspace: 'Velo Zürich AG workspace',
				group: 'On-call',
				needsResponse: true,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('holds nothing but what DevRev demands where nothing else is filled in', async () => {
	const { items } = await on.run(create());
	expect(on.theRequest()).toEqual(
		request({
			type: 'ticket',
			title: 'Kann nicht bezahlen',
			applies_to_part: 'CAPL-2',
			owned_by: ['DEVU-3'],
		}),
	);
	expect(items[0].json).toEqual({ ...recordOf(newest(on)), ...NO_MORE });
});

it('takes a workspace by its short ID', async () => {
	await on.run(create({ additionalFields: { workspaceId: byId('REV-1') } }));
	expect(on.theRequest().body).toMatchObject({ rev_org: 'REV-1' });
});

it('is known again by every field when its answer is lost', async () => {
	const { works } = on.sandbox.state('devRev').linking;
	const before = works.size;
	on.sandbox.fault('devRev', { path: '/works.create', drop: 'after' });
	const { error } = await on.run(create({ additionalFields: everyField(company(on)) }));
	expect(error).toBeUndefined();
	expect(works.size).toBe(before + 1);
});

if (contract) {
	it('fits the official schema, with every field and with the required ones only', async () => {
		await on.run(create({ additionalFields: everyField(company(on)) }));
		await on.run(create());
		const [full, minimal] = on.requests().map(comparable);
		expect(contract.bodyIssues('/works.create', full)).toEqual([]);
		expect(contract.bodyIssues('/works.create', minimal)).toEqual([]);
	});
}

it.each([
	['no owner', { ownedByIds: {} }, {}, "'Owned By' is empty (item 0)"],
	['no part', { appliesToPartId: byId('={{ "" }}') }, {}, "'Applies to Part' is empty (item 0)"],
	[
		'a severity of its own',
		{},
		{ severity: '={{ "sev-1" }}' },
		`'Severity' cannot be "sev-1" (item 0)`,
	],
	[
		'a channel by name',
		{},
		{ channelIds: 'email' },
		`'Channel IDs' holds something that is not an ID: "email" (item 0)`,
	],
	[
		'two source channels',
		{},
		{ sourceChannelId: `${CHANNEL}, ${CHANNEL}1` },
		"'Source Channel ID' holds more than one ID (item 0)",
	],
])('refuses %s before anything is sent', async (_, fields, additionalFields, message) => {
	const { error } = await on.run(create({ ...fields, additionalFields }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('names a part that is not there', async () => {
	const { error } = await on.run(create({ appliesToPartId: byId('PROD-99') }));
	expect(error).toMatchObject({
		httpCode: '400',
		message: "DevRev refused 'Create ticket' (item 0): Invalid ID in applies_to_part",
	});
	expect(error?.description).toContain('There is no such object');
});
