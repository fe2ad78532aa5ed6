import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { HEADERS, hintsOf, recordOf, workOf } from '../works';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const FRAGMENT = 'don:core:dvrv-eu-1:devo/aLpEnRaD01:custom_type_fragment/8';
const update = (updateFields: IDataObject, fields: IDataObject = {}) => ({
	resource: 'issue',
	operation: 'update',
	issueId: byId('ISS-7'),
	updateFields,
	...fields,
});
const users = (change: string, ids: string[], name = 'ownedByIds') => ({
	values: [{ change, [name]: rowsOfIds('userId', ids) }],
});

const everyField = (ids: ReturnType<typeof company>) => ({
	allowInvalidTransition: true,
	appliesToPartId: byId(ids.checkout),
	apps: 'my-app',
	artifacts: { values: [{ change: 'add', artifactIds: ids.file }] },
	body: 'Neu **gefasst**',
	customFields: '{ "tnt__affected_orders": 3, "ctype__found_in": "9.5" }',
	customSchemaFragmentIds: FRAGMENT,
	developedWith: {
		values: [{ change: 'replace', developedWithIds: rowsOfIds('partId', [ids.shop]) }],
	},
	dropApps: 'old-app',
	ownedBy: users('replace', [ids.anna, ids.juergen]),
	priority: 'p0',
	priorityV2: '1',
	reportedBy: users('replace', [ids.juergen], 'reportedByIds'),
	sprintId: byId(ids.sprint),
	stageId: byId(ids.resolved),
	stagedInfo: '{ "unresolved_fields": ["owned_by"] }',
	subtype: 'bug',
	tags: {
		values: [{ change: 'add', tags: { values: [{ tagId: byId(ids.region), value: 'eu' }] } }],
	},
	targetCloseDate: '2026-04-30T16:00:00Z',
	targetStartDate: '2026-04-20T08:00:00Z',
	title: 'Alert at 80 %',
	validateRequiredFields: false,
});

const everyValue = (ids: ReturnType<typeof company>) => ({
	id: 'ISS-7',
	type: 'issue',
	title: 'Alert at 80 %',
	applies_to_part: ids.checkout,
	body: 'Neu **gefasst**',
	target_close_date: '2026-04-30T16:00:00Z',
	custom_schema_fragments: [FRAGMENT],
	stage: { stage: ids.resolved },
	stage_validation_options: ['allow_invalid_transition'],
	staged_info: { unresolved_fields: ['owned_by'] },
	priority: 'p0',
	priority_v2: 1,
	sprint: ids.sprint,
	target_start_date: '2026-04-20T08:00:00Z',
	custom_fields: { tnt__affected_orders: 3, ctype__found_in: '9.5' },
	custom_schema_spec: {
		tenant_fragment: true,
		subtype: 'bug',
		apps: ['my-app'],
		validate_required_fields: false,
		drop: { apps: ['old-app'] },
	},
	artifacts: { add: [ids.file] },
	owned_by: { set: [ids.anna, ids.juergen] },
	reported_by: { set: [ids.juergen] },
	tags: { add: [{ id: ids.region, value: 'eu' }] },
	developed_with: { set: [ids.shop] },
});

const request = (body: IDataObject) => ({
	method: 'POST',
	path: '/works.update',
	query: {},
	headers: HEADERS,
	body,
});
const sent = () =>
	on
		.requests()
		.filter(({ path }) => path === '/works.update')
		.map(comparable);

it('carries every field, and gives the flat record', async () => {
	const ids = company(on);
	const { items, error } = await on.run(update(everyField(ids)));
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual(request(everyValue(ids)));
	const work = workOf(on, 'ISS-7');
	expect(items).toEqual([
		{ json: { ...recordOf(work), priority: 'P0', sprint: 'Week 14' }, pairedItem: { item: 0 } },
	]);
	expect(items[0].json).toMatchObject({ title: 'Alert at 80 %', isOpen: false });
});

it('sends nothing but what is to be changed', async () => {
	await on.run(update({ priority: 'p3' }));
	expect(on.theRequest()).toEqual(request({ id: 'ISS-7', type: 'issue', priority: 'p3' }));
});

it('moves it by the name of a stage, and lets Extra Fields win', async () => {
	const { items } = await on.run(
		update({ stageName: 'resolved', extraFields: '{ "body": null }' }),
	);
	expect(on.theRequest().body).toEqual({
		id: 'ISS-7',
		type: 'issue',
		stage: { name: 'resolved' },
		body: null,
	});
	expect(items).toEqual([]);
});

if (contract) {
	it('fits the official schema', async () => {
		await on.run(update(everyField(company(on))));
		const [full] = on.requests().map(comparable);
		expect(contract.bodyIssues('/works.update', full)).toEqual([]);
	});
}

describe('lists', () => {
	it('reads the issue where DevRev knows nothing but the replacement', async () => {
		const { id } = workOf(on, 'ISS-7');
		const { anna, juergen } = company(on);
		await on.run(update({ ownedBy: users('add', [juergen]) }));
		expect(comparable(on.requests()[0])).toEqual({
			...request({ id: 'ISS-7' }),
			path: '/works.get',
		});
		expect(sent()).toEqual([request({ id, type: 'issue', owned_by: { set: [anna, juergen] } })]);
	});

	it('says so where nothing is left to change', async () => {
		const result = await on.run(update({ ownedBy: users('add', ['DEVU-3']) }));
		expect(sent()).toEqual([]);
		expect(hintsOf(result)).toEqual([
			'Some issues had all of it already: nothing was changed on them',
		]);
		expect(result.items[0].json.number).toBe('ISS-7');
	});

	it('refuses to take the last owner off', async () => {
		const { error } = await on.run(update({ ownedBy: users('remove', ['DEVU-3']) }));
		expect(error).toMatchObject({
			message: "'Owned By' would be left empty, and DevRev wants one at least (item 0)",
		});
		expect(error?.description).toContain('Nothing was changed');
		expect(sent()).toEqual([]);
	});

	it('adds tags and files without reading, and takes others off', async () => {
		const { region, security, file } = company(on);
		const tag = (change: string, id: string, value = '') => ({
			change,
			tags: { values: [{ tagId: byId(id), value }] },
		});
		await on.run(
			update({
				tags: { values: [tag('add', security), tag('add', region, 'us'), tag('remove', security)] },
				artifacts: { values: [{ change: 'remove', artifactIds: file }] },
			}),
		);
		expect(on.theRequest().body).toEqual({
			id: 'ISS-7',
			type: 'issue',
			artifacts: { remove: [file] },
			tags: { add: [{ id: region, value: 'us' }], remove: [{ id: security }] },
		});
	});

	it('replaces tags, and clears files', async () => {
		const { region } = company(on);
		await on.run(
			update({
				tags: {
					values: [
						{ change: 'remove', tags: { values: [{ tagId: byId('TAG-1'), value: '' }] } },
						{ change: 'replace', tags: { values: [{ tagId: byId(region), value: 'eu' }] } },
					],
				},
				artifacts: { values: [{ change: 'clear' }] },
			}),
		);
		expect(on.theRequest().body).toEqual({
			id: 'ISS-7',
			type: 'issue',
			artifacts: { set: [] },
			tags: { set: [{ id: region, value: 'eu' }] },
		});
	});
});

describe('a field of a subtype', () => {
	it("goes with the issue's own", async () => {
		const work = workOf(on, 'ISS-7');
		work.subtype = 'bug';
		await on.run(update({ customFields: '{ "ctype__found_in": "9.6" }' }));
		expect(sent()).toEqual([
			request({
				id: work.id,
				type: 'issue',
				custom_fields: { ctype__found_in: '9.6' },
				custom_schema_spec: { subtype: 'bug' },
			}),
		]);
	});

	it('is refused on an issue without one', async () => {
		const { error } = await on.run(update({ customFields: '{ "ctype__found_in": "9.6" }' }));
		expect(error?.message).toBe(
			'The issue ISS-7 "Gateway drops connections" has no subtype, so its field ctype__found_in cannot be set (item 0)',
		);
		expect(sent()).toEqual([]);
	});
});

it.each([
	['nothing', {}, "Nothing to update: 'Update Fields' and 'Custom Fields' are empty (item 0)"],
	[
		'two stages',
		{ stageId: byId('don:core:dvrv-eu-1:devo/a:custom_stage/1'), stageName: 'triage' },
		"'Stage Name' and 'Stage' are both set (item 0)",
	],
	[
		'a list that is replaced by nothing',
		{ reportedBy: { values: [{ change: 'replace', reportedByIds: {} }] } },
		"'Users' is empty, and 'Reported By' cannot be replaced by nothing (item 0)",
	],
])('refuses %s before anything is sent', async (_, updateFields, message) => {
	const { error } = await on.run(update(updateFields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('says what the stage diagram does not allow', async () => {
	const { error } = await on.run(
		update({ stageId: byId(company(on).triage) }, { issueId: byId('ISS-8') }),
	);
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.description).toContain("switch on 'Allow Invalid Transition'");
});

it('leaves a ticket alone', async () => {
	const { error } = await on.run(update({ title: 'x' }, { issueId: byId('TKT-3') }));
	expect(error?.message).toBe(
		"DevRev refused 'Update issue' (item 0): The work is of the type ticket",
	);
	expect(workOf(on, 'TKT-3').title).toBe('Kann nicht bezahlen');
});

it('is sent again when its answer is lost', async () => {
	on.sandbox.fault('devRev', { drop: 'after' });
	const { error } = await on.run(update({ title: 'Once more' }));
	expect(error).toBeUndefined();
	expect(sent()).toEqual([
		request({ id: 'ISS-7', type: 'issue', title: 'Once more' }),
		request({ id: 'ISS-7', type: 'issue', title: 'Once more' }),
	]);
});
