import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, comparable, suite } from '../../support/suite';
import { company } from '../company';
import { BETA_HEADERS, HEADERS, incidentOf } from '../timeline';

const on = suite('devRev', 'devRevApi', new DevRev());

const linking = () => on.sandbox.state('devRev').linking;
const workOf = (number: string) => {
	const found = [...linking().works.values()].find(({ display_id }) => display_id === number);
	if (!found) throw new TypeError(`no ${number}`);
	return found;
};
const create = (target: string, fields: IDataObject = {}) => ({
	resource: 'link',
	operation: 'create',
	incidentId: byId(incidentOf(on).id),
	targetId: byId(target),
	...fields,
});
const posts = () => on.requests().filter(({ path }) => path === '/links.create');
const sent = () => posts().map(comparable);

it('links the incident with the target, and gives a flat record', async () => {
	const { id } = incidentOf(on);
	const issue = workOf('ISS-7');
	const { items } = await on.run(create(issue.id));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/links.create',
		query: {},
		headers: HEADERS,
		body: { source: id, target: issue.id, link_type: 'is_related_to' },
	});
	const [stored] = linking().links;
	expect(items).toEqual([
		{
			json: {
				provider: 'devrev',
				id: stored.id,
				linkType: 'is_related_to',
				customLinkTypeId: null,
				sourceId: id,
				sourceNumber: 'INC-3',
				sourceType: 'incident',
				sourceTitle: 'Zahlung schlägt fehl',
				targetId: issue.id,
				targetNumber: 'ISS-7',
				targetType: 'issue',
				targetTitle: 'Gateway drops connections',
				createdAt: stored.created_date,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('carries every field', async () => {
	const [custom] = linking().customTypes.values();
	const issue = workOf('ISS-7');
	const { items, error } = await on.run(
		create(issue.id, {
			linkType: 'custom_link',
			customLinkTypeId: byId(custom.id),
			targetType: 'issue',
			additionalFields: { extraFields: '{}' },
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest().body).toEqual({
		source: incidentOf(on).id,
		target: issue.id,
		link_type: 'custom_link',
		custom_link_type: custom.id,
	});
	expect(items[0].json.customLinkTypeId).toBe(custom.id);
});

it('adds fields of tomorrow, which win', async () => {
	const target = workOf('ISS-7').id;
	await on.run(
		create(target, {
			additionalFields: { extraFields: '{ "link_type": "is_dependent_on", "new_field": 0 }' },
		}),
	);
	expect(on.theRequest().body).toMatchObject({
		link_type: 'is_dependent_on',
		new_field: 0,
		target,
	});
});

it("gives DevRev's own link without Simplify", async () => {
	const { items } = await on.run(create(workOf('TKT-3').id, { simplify: false }));
	expect(items[0].json).toEqual(JSON.parse(JSON.stringify(linking().links[0])));
});

it.each([
	['ISS-7', '/works.get', HEADERS],
	['TASK-5', '/works.get', BETA_HEADERS],
	['INC-1', '/incidents.get', BETA_HEADERS],
	['CONV-4', '/atoms.get', HEADERS],
	['ARTICLE-1', '/atoms.get', HEADERS],
])('asks for the long ID of %s, as links take no other', async (number, path, headers) => {
	const { error } = await on.run(create(number));
	expect(error).toBeUndefined();
	expect(comparable(on.requests()[0])).toEqual({
		method: 'POST',
		path,
		query: {},
		headers,
		body: { id: number },
	});
	expect(sent()[0].body).toMatchObject({ target: expect.stringMatching(/^don:/) as string });
	expect(linking().links[0].target.display_id).toBe(number);
});

it('takes the number of the incident, and a part', async () => {
	on.sandbox.fault('devRev', { path: '/links.create', status: 400, body: { message: 'No' } });
	await on.run(create('CAPL-2', { incidentId: byId('INC-3'), linkType: 'serves' }));
	expect(on.requests().map(({ path }) => path)).toEqual([
		'/incidents.get',
		'/parts.get',
		'/links.create',
		'/links.list',
	]);
	expect(sent()[0].body).toEqual({
		source: incidentOf(on).id,
		target: company(on).checkout,
		link_type: 'serves',
	});
});

describe('a link that is there already', () => {
	it('is returned, with a notice', async () => {
		const target = workOf('ISS-7').id;
		await on.run(create(target));
		on.sandbox.clearRequests();
		const { items, error, hints } = await on.run(create(target));
		expect(error).toBeUndefined();
		expect(items[0].json.id).toBe(linking().links[0].id);
		expect(linking().links).toHaveLength(1);
		expect(hints.map(({ message }) => message)).toEqual([
			'Some links were there already: they are returned, and nothing was created',
		]);
		expect(comparable(on.requests()[1])).toEqual({
			method: 'POST',
			path: '/links.list',
			query: {},
			headers: HEADERS,
			body: {
				object: incidentOf(on).id,
				direction: 'is_source',
				link_type: ['is_related_to'],
				limit: 100,
			},
		});
	});

	it('is recognised by a conflict, too', async () => {
		const target = workOf('ISS-7').id;
		await on.run(create(target));
		on.sandbox.fault('devRev', {
			path: '/links.create',
			status: 409,
			body: { type: 'conflict', message: 'Exists' },
		});
		const { items, hints } = await on.run(create(target));
		expect(items[0].json.id).toBe(linking().links[0].id);
		expect(hints).toHaveLength(1);
	});

	it('is another one with another type or target', async () => {
		await on.run(create(workOf('ISS-7').id));
		await on.run(create(workOf('ISS-8').id));
		const { hints } = await on.run(create(workOf('ISS-7').id, { linkType: 'is_dependent_on' }));
		expect(hints).toEqual([]);
		expect(linking().links).toHaveLength(3);
	});
});

describe('when the answer is lost', () => {
	it('finds the link that was made', async () => {
		on.sandbox.fault('devRev', { path: '/links.create', drop: 'after' });
		const { items, error, hints } = await on.run(create(workOf('ISS-7').id));
		expect({ error, hints }).toEqual({ error: undefined, hints: [] });
		expect(items[0].json.id).toBe(linking().links[0].id);
		expect(posts()).toHaveLength(1);
	});

	it('makes it again when it was not made', async () => {
		on.sandbox.fault('devRev', { path: '/links.create', drop: 'before' });
		const { error } = await on.run(create(workOf('ISS-7').id));
		expect(error).toBeUndefined();
		expect(linking().links).toHaveLength(1);
		expect(posts()).toHaveLength(2);
	});

	it('returns an older link when it was there before', async () => {
		const target = workOf('ISS-7').id;
		await on.run(create(target));
		linking().links[0].created_date = '2026-01-01T00:00:00.000Z';
		on.sandbox.fault('devRev', { path: '/links.create', drop: 'before' });
		const { items, error } = await on.run(create(target));
		expect(error).toBeUndefined();
		expect(items[0].json.id).toBe(linking().links[0].id);
		expect(linking().links).toHaveLength(1);
	});
});

describe('DevRev refuses', () => {
	it('a type that does not go between such objects, which it does not say', async () => {
		const { error } = await on.run(create(workOf('ISS-7').id, { linkType: 'is_duplicate_of' }));
		expect(error).toMatchObject({
			httpCode: '400',
			message: "DevRev refused 'Create link' (item 0): Bad Request",
		});
		expect(error?.description).toContain('between certain kinds of objects only');
		expect(error?.description).toContain("Choose another 'Link Type'");
		expect(linking().links).toEqual([]);
	});

	it('a target that is not there', async () => {
		const { error } = await on.run(create('ISS-999'));
		expect(error).toMatchObject({
			httpCode: '404',
			message: "DevRev refused 'Create link' (item 0): No such work",
		});
		expect(posts()).toEqual([]);
	});

	it('a long ID of nothing, by the label of the field', async () => {
		const { error } = await on.run(create(workOf('ISS-7').id.replace(/\d+$/, '99')));
		expect(error?.message).toBe("DevRev refused 'Create link' (item 0): Invalid ID in target");
		expect(error?.description).toContain("Look at 'Target'.");
	});

	it('a token without the right', async () => {
		on.sandbox.fault('devRev', { status: 403, body: { type: 'forbidden', message: 'No' } });
		const { error } = await on.run(create(workOf('ISS-7').id));
		expect(error?.httpCode).toBe('403');
		expect(error?.description).toContain('which comments and links need');
	});
});

it.each<[string, () => IDataObject, string]>([
	['no target', () => create('={{ "" }}'), "'Target' is empty (item 0)"],
	[
		'a target that is no ID',
		() => create('={{ "the issue" }}'),
		`'Target' is not an ID: "the issue" (item 0)`,
	],
	[
		'no incident',
		() => create('ISS-7', { incidentId: byId('={{ "" }}') }),
		"'Incident' is empty (item 0)",
	],
	[
		'a link with itself',
		() => create('INC-3', { incidentId: byId('INC-3') }),
		"'Target' is the incident itself (item 0)",
	],
	[
		'a type that there is not',
		() => create('ISS-7', { linkType: '={{ "is_friend_of" }}' }),
		`'Link Type' cannot be "is_friend_of" (item 0)`,
	],
	[
		'a custom link without its type',
		() => create('ISS-7', { linkType: 'custom_link', customLinkTypeId: byId('={{ "" }}') }),
		"'Custom Link Type' is empty (item 0)",
	],
])('refuses %s before any request', async (_, parameters, message) => {
	const { error } = await on.run(parameters());
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('notices that a number is that of the incident itself', async () => {
	const { error } = await on.run(create('INC-3'));
	expect(error?.message).toBe("'Target' is the incident itself (item 0)");
	expect(posts()).toEqual([]);
});

it('takes the type from an expression, without one of a custom link', async () => {
	const { error } = await on.run(
		create(workOf('ISS-7').id, { linkType: '={{ "is_dependent_on" }}' }),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest().body).toMatchObject({ link_type: 'is_dependent_on' });
	expect(on.theRequest().body).not.toHaveProperty('custom_link_type');
});

it('keeps the order of the items on one incident', async () => {
	on.sandbox.fault('devRev', { path: '/links.create', status: 503, times: 1 });
	const targets = ['ISS-7', 'ISS-8', 'TKT-3'].map((number) => workOf(number).id);
	await on.run(create('={{ $json.target }}'), { items: targets.map((target) => ({ target })) });
	expect(linking().links.map(({ target }) => target.id)).toEqual(targets);
});
