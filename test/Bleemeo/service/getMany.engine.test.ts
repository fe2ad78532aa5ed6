import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const getMany = (fields: IDataObject = {}) => ({
	resource: 'service',
	operation: 'getAll',
	...fields,
});
const FIELDS =
	'id,label,instance,agent,active,monitor_url,listen_addresses,exe_path,tags,created_at,account';
const labelsOf = async (fields: IDataObject = {}) => {
	const { items, error } = await on.run(getMany(fields), withToken(on));
	expect(error).toBeUndefined();
	return items.map(({ json }) => json.label);
};

it('asks for one page of the limit, active or not', async () => {
	expect(await labelsOf()).toEqual(['nginx', 'postgresql', 'redis', 'http']);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/v1/service/',
		query: { fields: FIELDS, page_size: '50' },
		headers: headersOf(on),
		body: undefined,
	});
});

it('carries every filter and the extra parameters', async () => {
	const { web } = company(on);
	const found = await labelsOf({
		filters: { active: true, agentId: byId(web), monitor: true },
		options: { extraQueryParameters: { values: [{ name: 'label', value: 'nginx' }] } },
	});
	expect(on.theRequest().query).toEqual({
		active: 'true',
		agent: web,
		monitor: 'true',
		fields: FIELDS,
		label: 'nginx',
		page_size: '500',
	});
	expect(found).toEqual([]);
});

it('sends no filter that is switched off, as official callers know none', async () => {
	expect(await labelsOf({ filters: { monitor: false } })).toHaveLength(4);
	expect(on.theRequest().query).toEqual({ fields: FIELDS, page_size: '50' });
});

it('gives one flat record for each service', async () => {
	const { items } = await on.run(getMany({ limit: 1 }), withToken(on));
	const [stored] = on.sandbox.state('bleemeo').services.values();
	expect(items).toEqual([
		{
			json: {
				id: stored.id,
				label: 'nginx',
				instance: '',
				agent: company(on).web,
				active: true,
				monitor_url: '',
				listen_addresses: '0.0.0.0:443/tcp',
				exe_path: '/usr/sbin/nginx',
				tags: ['Räder'],
				created_at: stored.created_at,
				account: company(on).main,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives the vendor's own objects when Simplify is off", async () => {
	const { items } = await on.run(getMany({ simplify: false, limit: 1 }), withToken(on));
	expect(on.theRequest().query).toEqual({ page_size: '1' });
	expect(items[0].json).toMatchObject({ label: 'nginx', active: true });
	expect(items[0].json).not.toHaveProperty('exe_path');
});

it('knows nothing of what Bleemeo leaves out', async () => {
	on.sandbox.fault('bleemeo', {
		status: 200,
		body: { count: 1, next: null, results: [{ id: 'a' }] },
	});
	const { items } = await on.run(getMany(), withToken(on));
	expect(items[0].json).toEqual({
		...Object.fromEntries(FIELDS.split(',').map((name) => [name, null])),
		id: 'a',
		tags: [],
	});
});

describe('a filter that the server ignores without a word is applied here', () => {
	/** Answers with all services of the account, whatever is asked. */
	beforeEach(() => {
		const results = [...on.sandbox.state('bleemeo').services.values()];
		on.sandbox.fault('bleemeo', { status: 200, body: { count: 4, next: null, results } });
	});

	const filters: Array<[string, () => IDataObject, string[]]> = [
		['agent', () => ({ agentId: byId(company(on).web.toUpperCase()) }), ['nginx']],
		['active', () => ({ active: true }), ['nginx', 'postgresql', 'http']],
		['not active', () => ({ active: false }), ['redis']],
		['monitors', () => ({ monitor: true }), ['http']],
	];
	it.each(filters)('%s', async (_, wanted, labels) => {
		expect(await labelsOf({ filters: wanted() })).toEqual(labels);
	});
});

it('follows the pages to the end', async () => {
	const { services } = on.sandbox.state('bleemeo');
	const [first] = services.values();
	for (let index = 0; index < 600; index++) {
		const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
		services.set(id, { ...first, id });
	}
	expect(await labelsOf({ returnAll: true })).toHaveLength(604);
	expect(on.requests().map((request) => comparable(request).query)).toEqual([
		{ fields: FIELDS, page_size: '500' },
		{ fields: FIELDS, page_size: '500', page: '2' },
	]);
});

it.each([
	[
		'an agent by name',
		{ agentId: byId('={{ "web-1" }}') },
		`'Agent' is not an ID: "web-1" (item 0)`,
	],
	[
		'a filter that is neither',
		{ active: '={{ "perhaps" }}' },
		`'Active' must be true or false, not "perhaps" (item 0)`,
	],
])('refuses %s before any request', async (_, filters, message) => {
	const { error } = await on.run(getMany({ filters }), withToken(on));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});

it('says what is missing to a user without the right', async () => {
	on.sandbox.fault('bleemeo', { status: 403, body: { detail: 'No permission.' } });
	const { error } = await on.run(getMany(), withToken(on));
	expect(error).toMatchObject({
		httpCode: '403',
		message: "Bleemeo refused 'Get many services' (item 0): No permission.",
	});
	expect(error?.description).toContain("check 'Account ID' there");
});
