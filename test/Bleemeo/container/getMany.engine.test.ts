import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const getMany = (fields: IDataObject = {}) => ({
	resource: 'container',
	operation: 'getAll',
	...fields,
});
const FIELDS =
	'id,name,host,container_id,container_status,container_runtime,container_image_id,container_image_name,command,container_created_at,container_started_at,container_finished_at,deleted_at';
const namesOf = async (fields: IDataObject = {}) => {
	const { items, error } = await on.run(getMany(fields), withToken(on));
	expect(error).toBeUndefined();
	return items.map(({ json }) => json.name);
};

it('asks for one page of the limit, deleted or not', async () => {
	expect(await namesOf()).toEqual(['shop', 'old-shop', 'backup']);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/v1/container/',
		query: { fields: FIELDS, page_size: '50' },
		headers: headersOf(on),
		body: undefined,
	});
});

it('carries the agent as the host, and the extra parameters', async () => {
	const { web } = company(on);
	const found = await namesOf({
		filters: { agentId: byId(web), deleted: false },
		options: { extraQueryParameters: { values: [{ name: 'name', value: 'shop' }] } },
	});
	expect(on.theRequest().query).toEqual({
		host: web,
		fields: FIELDS,
		name: 'shop',
		page_size: '500',
	});
	expect(found).toEqual(['shop']);
});

it('gives one flat record for each container', async () => {
	const { items } = await on.run(getMany({ limit: 1 }), withToken(on));
	const [stored] = on.sandbox.state('bleemeo').containers.values();
	expect(items).toEqual([
		{
			json: {
				id: stored.id,
				name: 'shop',
				host: company(on).web,
				container_id: stored.container_id,
				container_status: 'running',
				container_runtime: 'docker',
				container_image_id: 'sha256:shop',
				container_image_name: 'shop:latest',
				command: '/bin/shop',
				container_created_at: stored.container_created_at,
				container_started_at: stored.container_started_at,
				container_finished_at: null,
				deleted_at: null,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives the vendor's own objects when Simplify is off", async () => {
	const { items } = await on.run(getMany({ simplify: false, limit: 1 }), withToken(on));
	expect(on.theRequest().query).toEqual({ page_size: '1' });
	expect(items[0].json).toMatchObject({ name: 'shop', docker_api_version: '1.45' });
});

describe('a filter that the server ignores without a word is applied here', () => {
	/** Answers with all containers of the account, whatever is asked. */
	beforeEach(() => {
		const results = [...on.sandbox.state('bleemeo').containers.values()];
		on.sandbox.fault('bleemeo', { status: 200, body: { count: 3, next: null, results } });
	});

	const filters: Array<[string, () => IDataObject, string[]]> = [
		['agent', () => ({ agentId: byId(company(on).database.toUpperCase()) }), ['backup']],
		['not deleted', () => ({ deleted: false }), ['shop', 'backup']],
		['deleted', () => ({ deleted: true }), ['old-shop']],
	];
	it.each(filters)('%s', async (_, wanted, names) => {
		expect(await namesOf({ filters: wanted() })).toEqual(names);
	});
});

it('takes on trust what a row does not tell', async () => {
	on.sandbox.fault('bleemeo', {
		status: 200,
		body: { count: 1, next: null, results: [{ id: 'a', name: 'bare' }] },
	});
	const agentId = byId(company(on).web);
	expect(await namesOf({ filters: { agentId, deleted: false } })).toEqual(['bare']);
});

it('follows the pages to the end', async () => {
	const { containers } = on.sandbox.state('bleemeo');
	const [first] = containers.values();
	for (let index = 0; index < 600; index++) {
		const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
		containers.set(id, { ...first, id });
	}
	expect(await namesOf({ returnAll: true })).toHaveLength(603);
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
		{ deleted: '={{ "perhaps" }}' },
		`'Deleted' must be true or false, not "perhaps" (item 0)`,
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
		message: "Bleemeo refused 'Get many containers' (item 0): No permission.",
	});
});
