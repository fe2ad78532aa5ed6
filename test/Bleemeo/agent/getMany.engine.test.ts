import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const getMany = (fields: IDataObject = {}) => ({
	resource: 'agent',
	operation: 'getAll',
	...fields,
});
const FIELDS =
	'id,display_name,fqdn,agent_type,account,created_at,is_cluster_leader,next_config_at,tags';
const namesOf = async (fields: IDataObject = {}) => {
	const { items, error } = await on.run(getMany(fields), withToken(on));
	expect(error).toBeUndefined();
	return items.map(({ json }) => json.display_name);
};

it('asks for one page of the limit, active or not', async () => {
	expect(await namesOf()).toEqual(['web-1', 'db-1', 'Shop für Räder', 'old-1']);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/v1/agent/',
		query: { fields: FIELDS, page_size: '50' },
		headers: headersOf(on),
		body: undefined,
	});
});

it.each([
	[true, ['web-1', 'db-1', 'Shop für Räder']],
	[false, ['old-1']],
])('filters by active: %s', async (active, names) => {
	expect(await namesOf({ filters: { active } })).toEqual(names);
	expect(on.theRequest().query).toMatchObject({ active: String(active) });
});

it('adds extra parameters, which win over its own', async () => {
	const values = [
		{ name: 'fields', value: 'id,display_name' },
		{ name: 'agent_type', value: 'a' },
		{ name: 'agent_type', value: 'b' },
		{ name: 'empty', value: '' },
	];
	await namesOf({ options: { extraQueryParameters: { values } } });
	expect(on.theRequest().query).toEqual({
		fields: 'id,display_name',
		agent_type: ['a', 'b'],
		page_size: '50',
	});
});

it('gives one flat record for each agent', async () => {
	const [shop] = [...on.sandbox.state('bleemeo').agents.values()].slice(2);
	shop.tags = [{ id: 't1', name: 'Räder' }];
	const { items } = await on.run(getMany(), withToken(on));
	expect(items).toHaveLength(4);
	expect(items[2]).toEqual({
		json: {
			id: shop.id,
			display_name: 'Shop für Räder',
			fqdn: 'shop.alpenrad.example',
			agent_type: shop.agent_type,
			tags: ['Räder'],
			created_at: shop.created_at,
			is_cluster_leader: false,
			next_config_at: null,
			account: company(on).main,
		},
		pairedItem: { item: 0 },
	});
});

it("gives the vendor's own objects when Simplify is off", async () => {
	const { items } = await on.run(getMany({ simplify: false }), withToken(on));
	expect(on.theRequest().query).toEqual({ page_size: '50' });
	expect(Object.keys(items[0].json).sort()).toEqual([
		'account',
		'agent_type',
		'created_at',
		'display_name',
		'fqdn',
		'id',
	]);
});

describe('paging', () => {
	beforeEach(() => {
		const { agents } = on.sandbox.state('bleemeo');
		const [first] = agents.values();
		for (let index = 0; index < 1100; index++) {
			const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
			agents.set(id, { ...first, id, display_name: `node-${index}` });
		}
	});

	it('follows the link to the next page to the end', async () => {
		expect(await namesOf({ returnAll: true })).toHaveLength(1104);
		expect(on.requests().map((request) => comparable(request).query)).toEqual([
			{ fields: FIELDS, page_size: '500' },
			{ fields: FIELDS, page_size: '500', page: '2' },
			{ fields: FIELDS, page_size: '500', page: '3' },
		]);
	});

	it.each([
		[1, 1],
		[500, 1],
		[501, 2],
	])('gives %d with a limit of so many, in %d requests', async (limit, requests) => {
		expect(await namesOf({ limit })).toHaveLength(limit);
		expect(on.requests()).toHaveLength(requests);
	});

	it('ends where a page is gone by now', async () => {
		on.sandbox.fault('bleemeo', { skip: 2, status: 404, body: { detail: 'Invalid page.' } });
		expect(await namesOf({ returnAll: true })).toHaveLength(1000);
	});
});

it.each([
	['a limit of 0', { limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[
		'a filter that is neither',
		{ filters: { active: '={{ "perhaps" }}' } },
		`'Active' must be true or false, not "perhaps" (item 0)`,
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(getMany(fields), withToken(on));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});

it('says what is missing to a user without the right', async () => {
	on.sandbox.fault('bleemeo', { status: 403, body: { detail: 'No permission.' } });
	const { error } = await on.run(getMany(), withToken(on));
	expect(error).toMatchObject({
		httpCode: '403',
		message: "Bleemeo refused 'Get many agents' (item 0): No permission.",
	});
	expect(error?.description).toContain("check 'Account ID' there");
});
