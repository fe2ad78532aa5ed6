import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const getMany = (fields: IDataObject = {}) => ({
	resource: 'metric',
	operation: 'getAll',
	...fields,
});
const FIELDS =
	'id,label,item,labels_text,agent,service,unit_text,current_status,status_descriptions,deactivated_at';
const run = async (fields: IDataObject = {}) => {
	const { items, error } = await on.run(getMany(fields), withToken(on));
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};

it('asks for one page of the limit, active or not', async () => {
	// Five metrics of each of the four agents.
	expect(await run()).toHaveLength(20);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/v1/metric/',
		query: { fields: FIELDS, page_size: '50' },
		headers: headersOf(on),
		body: undefined,
	});
});

it('carries every filter and the extra parameters', async () => {
	const { web } = company(on);
	const found = await run({
		filters: {
			active: true,
			agentId: byId(web.toUpperCase()),
			label: ' disk_used_perc ',
			item: '/var',
			labelsText: '__name__="disk_used_perc",item="/var"',
		},
		options: { extraQueryParameters: { values: [{ name: 'service', value: 'null' }] } },
	});
	expect(on.theRequest().query).toEqual({
		active: 'true',
		agent: web.toUpperCase(),
		label: 'disk_used_perc',
		item: '/var',
		labels_text: '__name__="disk_used_perc",item="/var"',
		fields: FIELDS,
		service: 'null',
		page_size: '500',
	});
	expect(found).toMatchObject([{ label: 'disk_used_perc', item: '/var', agent: web }]);
});

it('gives one flat record for each metric', async () => {
	const { web, metric } = company(on);
	const { items } = await on.run(getMany({ limit: 1 }), withToken(on));
	expect(items).toEqual([
		{
			json: {
				id: metric,
				label: 'cpu_used',
				item: '',
				labels_text: '__name__="cpu_used"',
				agent: web,
				service: null,
				unit_text: '%',
				current_status: 0,
				status_descriptions: '',
				deactivated_at: null,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives the vendor's own objects when Simplify is off", async () => {
	const [json] = await run({ simplify: false, limit: 1 });
	expect(on.theRequest().query).toEqual({ page_size: '1' });
	expect(json).toMatchObject({ unit: 0, container: null });
	expect(json).not.toHaveProperty('threshold_high_warning');
});

describe('a filter that the server ignores without a word is applied here', () => {
	/** Answers with all metrics of the account, whatever is asked. */
	beforeEach(() => {
		const { main } = company(on);
		const all = [...on.sandbox.state('bleemeo').metrics.values()];
		const results = all.filter(({ account }) => account === main);
		on.sandbox.fault('bleemeo', { status: 200, body: { count: 20, next: null, results } });
	});

	const filters: Array<[string, () => IDataObject, number]> = [
		['agent', () => ({ agentId: byId(company(on).web.toUpperCase()) }), 5],
		['label', () => ({ label: 'disk_used_perc' }), 8],
		['item', () => ({ item: '/var' }), 4],
		['labels text', () => ({ labelsText: '__name__="cpu_used"' }), 4],
		['active', () => ({ active: true }), 16],
		['not active', () => ({ active: false }), 4],
		['two of them', () => ({ active: false, agentId: byId(company(on).web) }), 1],
	];
	it.each(filters)('%s', async (_, wanted, count) => {
		expect(await run({ filters: wanted() })).toHaveLength(count);
	});
});

it('takes a filter on trust where the rows do not show its field', async () => {
	const rows = [{ id: 'a' }, { id: 'b', label: 'other' }];
	on.sandbox.fault('bleemeo', { status: 200, body: { results: rows } });
	const filters = { active: true, agentId: byId(company(on).web), label: 'cpu_used' };
	expect(await run({ simplify: false, filters })).toEqual([{ id: 'a' }]);
});

describe('paging', () => {
	beforeEach(() => {
		const { metrics } = on.sandbox.state('bleemeo');
		const [first] = metrics.values();
		for (let index = 0; index < 1100; index++) {
			const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
			metrics.set(id, { ...first, id, label: `custom_${index}` });
		}
	});

	it('goes on to the end', async () => {
		expect(await run({ returnAll: true })).toHaveLength(1120);
		expect(on.requests().map((request) => comparable(request).query.page)).toEqual([
			undefined,
			'2',
			'3',
		]);
	});

	it.each([
		[1, 1],
		[501, 2],
	])('gives %d with a limit of so many, in %d requests', async (limit, requests) => {
		expect(await run({ limit })).toHaveLength(limit);
		expect(on.requests()).toHaveLength(requests);
	});

	it('keeps the limit with a filter', async () => {
		const filters = { agentId: byId(company(on).web) };
		expect(await run({ limit: 7, filters })).toHaveLength(7);
		expect(on.requests()).toHaveLength(1);
	});
});

it.each([
	['a limit of 0', { limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[
		'an agent that is no ID',
		{ filters: { agentId: byId('={{ "web-1" }}') } },
		`'Agent' is not an ID: "web-1" (item 0)`,
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(getMany(fields), withToken(on));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});

it('says what is missing to a user without the right', async () => {
	on.sandbox.fault('bleemeo', { status: 403, body: { detail: 'No permission.' } });
	const { error } = await on.run(getMany(), withToken(on));
	expect(error?.message).toBe("Bleemeo refused 'Get many metrics' (item 0): No permission.");
	expect(error?.description).toContain('the manager group is recommended');
});
