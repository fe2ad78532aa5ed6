import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { HEADERS, newest, recordOf } from '../works';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const FRAGMENT = 'don:core:dvrv-eu-1:devo/aLpEnRaD01:custom_type_fragment/8';
const required = (ids: ReturnType<typeof company>) => ({
	title: 'Alert before the pool is full',
	appliesToPartId: byId(ids.checkout),
	ownedByIds: rowsOfIds('userId', [ids.anna]),
});
const create = (fields: IDataObject = {}) => ({
	resource: 'issue',
	operation: 'create',
	...required(company(on)),
	...fields,
});

const everyField = (ids: ReturnType<typeof company>) => ({
	allowNonStartStage: true,
	apps: 'my-app',
	artifactIds: ids.file,
	body: 'Der **Pool** war voll 🚨',
	customFields: '{ "tnt__affected_orders": 0, "ctype__found_in": "9.4" }',
	customSchemaFragmentIds: FRAGMENT,
	developedWithIds: rowsOfIds('partId', [ids.shop, 'CAPL-2']),
	dropApps: 'old-app',
	priority: 'p1',
	priorityV2: '2',
	reportedByIds: rowsOfIds('userId', [ids.juergen]),
	sprintId: byId(ids.sprint),
	stageId: byId(ids.inDevelopment),
	subtype: 'bug',
	tags: {
		values: [
			{ tagId: byId(ids.region), value: 'eu' },
			{ tagId: byId('TAG-1'), value: '' },
		],
	},
	targetCloseDate: '2026-04-30T18:00:00',
	targetStartDate: '2026-04-20T08:00:00Z',
	validateRequiredFields: false,
});

const everyValue = (ids: ReturnType<typeof company>) => ({
	type: 'issue',
	title: 'Alert before the pool is full',
	applies_to_part: ids.checkout,
	owned_by: [ids.anna],
	body: 'Der **Pool** war voll 🚨',
	target_close_date: '2026-04-30T16:00:00Z',
	custom_schema_fragments: [FRAGMENT],
	custom_fields: { tnt__affected_orders: 0, ctype__found_in: '9.4' },
	custom_schema_spec: {
		tenant_fragment: true,
		subtype: 'bug',
		apps: ['my-app'],
		validate_required_fields: false,
		drop: { apps: ['old-app'] },
	},
	reported_by: [ids.juergen],
	artifacts: [ids.file],
	tags: [{ id: ids.region, value: 'eu' }, { id: 'TAG-1' }],
	stage: { id: ids.inDevelopment },
	stage_validation_options: ['allow_non_start'],
	priority: 'p1',
	priority_v2: 2,
	sprint: ids.sprint,
	target_start_date: '2026-04-20T08:00:00Z',
	developed_with: [ids.shop, 'CAPL-2'],
});

const request = (body: IDataObject) => ({
	method: 'POST',
	path: '/works.create',
	query: {},
	headers: HEADERS,
	body,
});

describe('the request', () => {
	it('carries every field of the form as the vendor documents it', async () => {
		const ids = company(on);
		const { error } = await on.run(create({ additionalFields: everyField(ids) }), {
			timezone: 'Europe/Berlin',
		});
		expect(error).toBeUndefined();
		expect(on.theRequest()).toEqual(request(everyValue(ids)));
	});

	it('holds nothing but what DevRev demands where nothing else is filled in', async () => {
		const ids = company(on);
		await on.run(create());
		expect(on.theRequest()).toEqual(
			request({
				type: 'issue',
				title: 'Alert before the pool is full',
				applies_to_part: ids.checkout,
				owned_by: [ids.anna],
			}),
		);
	});

	it('names a stage by its name, and lets Extra Fields win', async () => {
		await on.run(
			create({
				additionalFields: { stageName: 'triage', extraFields: '{ "title": "Other", "new": 0 }' },
			}),
		);
		expect(on.theRequest().body).toMatchObject({
			title: 'Other',
			stage: { name: 'triage' },
			new: 0,
		});
	});

	it('is known again by every field when its answer is lost', async () => {
		const before = on.sandbox.state('devRev').linking.works.size;
		on.sandbox.fault('devRev', { path: '/works.create', drop: 'after' });
		const { error, items } = await on.run(create({ additionalFields: everyField(company(on)) }), {
			timezone: 'Europe/Berlin',
		});
		expect(error).toBeUndefined();
		expect(on.sandbox.state('devRev').linking.works.size).toBe(before + 1);
		expect(items[0].json.id).toBe(newest(on).id);
	});

	it('looks for what a lost answer has made among the newest issues', async () => {
		on.sandbox.fault('devRev', { path: '/works.create', drop: 'after' });
		await on.run(create());
		// The first look asks for the newest one alone: it tells the vendor's clock.
		const [, look] = on.requests().filter(({ path }) => path === '/works.list');
		expect(comparable(look)).toEqual({
			...request({
				type: ['issue'],
				created_date: { type: 'range', after: expect.any(String) as string },
				limit: 100,
			}),
			path: '/works.list',
		});
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
});

describe('the output', () => {
	it('is one flat record', async () => {
		const { items } = await on.run(
			create({
				additionalFields: {
					priorityV2: '1',
					sprintId: byId(company(on).sprint),
					targetCloseDate: '2026-04-30T16:00:00Z',
				},
			}),
		);
		expect(items).toEqual([
			{
				json: { ...recordOf(newest(on)), priority: 'P0', sprint: 'Week 14' },
				pairedItem: { item: 0 },
			},
		]);
	});

	it("is DevRev's own object when Simplify is off", async () => {
		const { items } = await on.run(
			create({ additionalFields: everyField(company(on)), simplify: false }),
		);
		expect(items).toEqual([
			{ json: JSON.parse(JSON.stringify(newest(on))) as IDataObject, pairedItem: { item: 0 } },
		]);
	});
});

it.each([
	['an empty title', { title: '={{ "" }}' }, {}, "'Title' is empty (item 0)"],
	[
		'a long title',
		{ title: 'x'.repeat(257) },
		{},
		"'Title' has 257 characters, and DevRev takes 256 at most (item 0)",
	],
	['no part', { appliesToPartId: byId('={{ "" }}') }, {}, "'Applies to Part' is empty (item 0)"],
	['no owner', { ownedByIds: {} }, {}, "'Owned By' is empty (item 0)"],
	['a stage by name', {}, { stageId: byId('triage') }, `'Stage' is not an ID: "triage" (item 0)`],
	[
		'two stages',
		{},
		{ stageId: byId('don:core:dvrv-eu-1:devo/a:custom_stage/1'), stageName: 'triage' },
		"'Stage Name' and 'Stage' are both set (item 0)",
	],
	[
		'nine parts',
		{},
		{
			developedWithIds: rowsOfIds('partId', [
				[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `PROD-${n}`).join(),
			]),
		},
		"'Developed With' holds 9 entries, and DevRev takes 8 at most (item 0)",
	],
	[
		'a priority of its own',
		{},
		{ priority: '={{ "urgent" }}' },
		`'Priority' cannot be "urgent" (item 0)`,
	],
	[
		'a field of a subtype without one',
		{},
		{ customFields: '{ "ctype__found_in": "9.4" }' },
		"'Custom Fields (JSON)' sets a field of a subtype (ctype__found_in), but 'Subtype Name or ID' is empty (item 0)",
	],
])('refuses %s before anything is sent', async (_, fields, additionalFields, message) => {
	const { error } = await on.run(create({ ...fields, additionalFields }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('says what to do about a stage in which no issue may start', async () => {
	const { error } = await on.run(
		create({ additionalFields: { stageId: byId(company(on).resolved) } }),
	);
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.message).toContain("DevRev refused 'Create issue' (item 0)");
	expect(error?.description).toContain("switch on 'Allow Non-Start Stage'");
});

it('says which right is missing', async () => {
	on.sandbox.fault('devRev', {
		status: 403,
		body: { type: 'forbidden', message: 'Forbidden' },
	});
	const { error } = await on.run(create());
	expect(error).toMatchObject({
		httpCode: '403',
		message: "DevRev refused 'Create issue' (item 0): Forbidden",
	});
	expect(error?.description).toContain('and so are issues and tickets');
	expect(on.requests()).toHaveLength(1);
});
