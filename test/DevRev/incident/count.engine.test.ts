import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { comparable, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { HEADERS, seeded } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const count = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'count',
	...fields,
});
const request = (body: IDataObject) => ({
	method: 'POST',
	path: '/incidents.group',
	query: {},
	headers: HEADERS,
	body,
});
const rowsOf = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => [json.key, json.keyName, json.count]);

it('counts by severity where nothing else is chosen, one item for each', async () => {
	const { items } = await on.run(count());
	expect(on.theRequest()).toEqual(request({ group_by: 'severity', limit_per_group: 1, limit: 50 }));
	const of = (key: string, keyName: string) => ({
		json: { provider: 'devrev', groupBy: 'severity', key, keyName, count: 1 },
		pairedItem: { item: 0 },
	});
	expect(items).toEqual([of('4', 'sev-3'), of('2', 'sev-1'), of('3', 'sev-2'), of('1', 'sev-0')]);
});

it('carries filters and options', async () => {
	const { velo, anna } = company(on);
	const { error, items } = await on.run(
		count({
			groupBy: 'stage',
			limit: 5,
			filters: {
				createdDate: { values: { period: 'last_n_days', days: 30 } },
				impactedCustomerIds: rowsOfIds('accountId', [velo]),
				includeChildParts: true,
				ownedByIds: rowsOfIds('userId', [anna]),
				severity: ['1'],
			},
			options: { limitPerGroup: 3, sortBy: 'title:asc' },
		}),
	);
	expect({ error, items }).toEqual({ error: undefined, items: [] });
	expect(on.theRequest()).toEqual(
		request({
			group_by: 'stage',
			created_date: { type: 'preset', preset_type: 'last_n_days', days: 30 },
			impacted_customers: [velo],
			include_child_parts: true,
			owned_by: [anna],
			severity: [1],
			sort_by: ['title:asc'],
			limit_per_group: 3,
			limit: 5,
		}),
	);
	if (contract) {
		expect(contract.bodyIssues('/incidents.group', comparable(on.requests()[0]))).toEqual([]);
	}
});

it('counts more than are read along, in pages', async () => {
	on.sandbox.seedMany('devRev', 30);
	const { items } = await on.run(count({ groupBy: 'owned_by', returnAll: true }));
	expect(on.theRequest().body).toMatchObject({ limit: 100, limit_per_group: 1 });
	const { juergen } = company(on);
	expect(rowsOf(items)).toEqual([
		['don:identity:dvrv-eu-1:devo/aLpEnRaD01:devu/1', 'Ops Bot', 30],
		[juergen, 'Jürgen Müßig', 4],
	]);
});

it('names a stage, several parts, and a subtype', async () => {
	const { checkout, shop } = company(on);
	const incident = seeded(on, 'triage');
	incident.subtype = 'security';
	incident.applies_to_parts = [
		{ id: checkout, type: 'capability', name: 'Checkout', owned_by: [] },
		{ id: shop, type: 'product', name: 'Shop', owned_by: [] },
	];
	const by = async (groupBy: string) => rowsOf((await on.run(count({ groupBy }))).items);
	expect(await by('stage')).toEqual(
		expect.arrayContaining([
			['triage', 'triage', 1],
			['mitigated', 'mitigated', 1],
		]),
	);
	expect(await by('applies_to_parts')).toEqual([[`${checkout}, ${shop}`, null, 1]]);
	expect(await by('subtype')).toEqual([['security', null, 1]]);
});

it("gives DevRev's own groups without Simplify", async () => {
	const { items } = await on.run(count({ simplify: false, limit: 1 }));
	expect(items).toEqual([
		{
			json: {
				key: { type: 'int', value: 4 },
				incidents: [expect.objectContaining({ id: seeded(on, 'triage').id })],
				total: 1,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('does not guess where DevRev tells no total', async () => {
	on.sandbox.fault('devRev', {
		status: 200,
		body: {
			groups: [
				{ key: { type: 'int', value: 1 }, incidents: [{ id: 'a', title: 'x' }], next_cursor: 'm' },
				{ key: { type: 'bool', value: false }, incidents: [{ id: 'b', title: 'y' }] },
			],
		},
	});
	const { items } = await on.run(count());
	expect(rowsOf(items)).toEqual([
		['1', null, null],
		['false', null, 1],
	]);
});

it('passes on a field of the organization', async () => {
	const { error } = await on.run(count({ groupBy: 'other', groupByField: 'tnt__root_cause' }));
	expect(on.theRequest().body).toMatchObject({ group_by: 'tnt__root_cause' });
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.message).toContain("DevRev refused 'Count incidents' (item 0)");
});

it.each([
	[{ groupBy: 'other' }, "'Field Name' is empty (item 0)"],
	[{ groupBy: '={{ "colour" }}' }, `'Group By' cannot be "colour" (item 0)`],
	[{ options: { limitPerGroup: '={{ 0 }}' } }, "'Incidents per Group' cannot be 0 (item 0)"],
	[
		{ filters: { ownedByIds: rowsOfIds('userId', ['={{ "" }}']) } },
		"'Owned By' is a filter without a value (item 0)",
	],
])('refuses %j before anything is sent', async (fields, message) => {
	const { error } = await on.run(count(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
