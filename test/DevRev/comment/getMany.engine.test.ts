import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, comparable, suite } from '../../support/suite';
import { BETA_HEADERS, commentsOn, HEADERS, incidentOf, recordOf, write } from '../timeline';

const on = suite('devRev', 'devRevApi', new DevRev());

const getMany = (incidentId: string, fields: IDataObject = {}) => ({
	resource: 'comment',
	operation: 'getAll',
	incidentId: byId(incidentId),
	...fields,
});
const texts = (count: number) => Array.from({ length: count }, (_, index) => `Comment ${index}`);

it('gives one item for each comment, and none for what was changed on the incident', async () => {
	const { id } = incidentOf(on);
	const comments = await write(on, id, ['Erster „Kommentar“', 'Zweiter']);
	const { items, hints } = await on.run(getMany(id));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/timeline-entries.list',
		query: {},
		headers: HEADERS,
		body: { object: id, limit: 100 },
	});
	expect(items).toEqual(
		comments.map((comment) => ({ json: recordOf(comment), pairedItem: { item: 0 } })),
	);
	const { timelines } = on.sandbox.state('devRev');
	expect(timelines.entries.get(id)).toHaveLength(3);
	expect(hints).toEqual([]);
});

it('carries every filter, with the header of the beta for those that are new', async () => {
	const { id } = incidentOf(on);
	await write(on, id, ['Labelled'], {
		additionalFields: { labels: 'runbook', collections: ['discussions'] },
	});
	await write(on, id, ['Customers read this'], {
		visibility: 'external',
		additionalFields: { labels: 'runbook' },
	});
	await write(on, id, ['Not labelled']);
	const { items } = await on.run(
		getMany(id, {
			filters: {
				collections: ['discussions', 'events'],
				labels: 'automatic, runbook',
				visibilities: ['internal', 'private'],
			},
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/timeline-entries.list',
		query: {},
		headers: BETA_HEADERS,
		body: {
			object: id,
			collections: ['discussions', 'events'],
			labels: ['automatic', 'runbook'],
			visibility: ['internal', 'private'],
			limit: 100,
		},
	});
	expect(items.map(({ json }) => json.text)).toEqual(['Labelled']);
});

it('filters by visibility without the header of the beta', async () => {
	const { id } = incidentOf(on);
	await write(on, id, ['Ours']);
	await write(on, id, ['For customers'], { visibility: 'external' });
	const { items } = await on.run(getMany(id, { filters: { visibilities: ['external'] } }));
	expect(on.theRequest().headers).toEqual(HEADERS);
	expect(items.map(({ json }) => json.text)).toEqual(['For customers']);
});

it('filters by time and by panel, as newer versions of the API do', async () => {
	const { id } = incidentOf(on);
	await write(on, id, ['Now']);
	const read = async (filters: IDataObject) => {
		on.sandbox.clearRequests();
		const { items } = await on.run(getMany(id, { filters }));
		return items.map(({ json }) => json.text);
	};
	const past = { createdAfter: '2020-01-01T00:00:00Z', createdBefore: '2020-01-02T00:00:00' };
	expect(await read({ ...past, panels: ['discussions'] })).toEqual([]);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/timeline-entries.list',
		query: {},
		headers: HEADERS,
		body: {
			object: id,
			created_date: { after: '2020-01-01T00:00:00Z', before: '2020-01-02T00:00:00Z' },
			panels: ['discussions'],
			limit: 100,
		},
	});
	expect(await read({ createdAfter: '2020-01-01T00:00:00Z' })).toEqual(['Now']);
	expect(await read({ panels: ['events'] })).toEqual([]);
});

it('refuses times the wrong way round before any request', async () => {
	const filters = { createdAfter: '2026-04-02T00:00:00Z', createdBefore: '2026-04-01T00:00:00Z' };
	const { error } = await on.run(getMany(incidentOf(on).id, { filters }));
	expect(error?.message).toBe("'Created Before' lies before 'Created After' (item 0)");
	expect(on.requests()).toEqual([]);
});

it('goes on from page to page, and stops at the limit', async () => {
	const { id } = incidentOf(on);
	await write(on, id, texts(120));
	const read = async (fields: IDataObject) => {
		on.sandbox.clearRequests();
		const { items } = await on.run(getMany(id, fields));
		return [items.length, on.requests().length];
	};
	expect(await read({})).toEqual([50, 1]);
	expect(await read({ limit: 2 })).toEqual([2, 1]);
	expect(await read({ limit: 110 })).toEqual([110, 2]);
	expect(await read({ returnAll: true })).toEqual([120, 2]);
	const [, second] = on.requests().map(comparable);
	expect(second.body).toEqual({ object: id, limit: 100, cursor: expect.any(String) as string });
});

it('finds comments behind a page of nothing but changes', async () => {
	const { id } = incidentOf(on);
	await write(on, id, ['Last']);
	const timeline = on.sandbox.state('devRev').timelines.entries.get(id) ?? [];
	const [event] = timeline;
	const events = Array.from({ length: 150 }, (_, index) => ({
		...event,
		id: `${event.id}${index}`,
	}));
	timeline.unshift(...events);
	const { items } = await on.run(getMany(id, { limit: 1 }));
	expect(items.map(({ json }) => json.text)).toEqual(['Last']);
	expect(on.requests()).toHaveLength(2);
});

it('gives a comment without text as one without text', async () => {
	const { id } = incidentOf(on);
	await write(on, id, ['Deleted later']);
	delete commentsOn(on, id)[0].body;
	const { items } = await on.run(getMany(id));
	expect(items[0].json).toMatchObject({ text: null, author: 'Ops Bot' });
});

it('gives the comments untouched without Simplify', async () => {
	const { id } = incidentOf(on);
	const [comment] = await write(on, id, ['Raw']);
	const { items } = await on.run(getMany(id, { simplify: false }));
	expect(items[0].json).toMatchObject({
		type: 'timeline_comment',
		id: comment.id,
		body: 'Raw',
		visibility: 'internal',
	});
});

it('gives no item for an incident without comments', async () => {
	const { items, error } = await on.run(getMany('INC-4'));
	expect({ items, error }).toEqual({ items: [], error: undefined });
});

it('is read again when its answer is lost', async () => {
	const { id } = incidentOf(on);
	await write(on, id, ['One']);
	on.sandbox.fault('devRev', { drop: 'after' });
	const { items } = await on.run(getMany(id));
	expect(items).toHaveLength(1);
	expect(on.requests()).toHaveLength(2);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(getMany('INC-999'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Get many comments' (item 0): No such object",
	});
	expect(error?.description).toContain('Check the ID');
});

it.each<[IDataObject, string]>([
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[
		{ filters: { visibilities: '={{ ["secret"] }}' } },
		`'Visibilities' cannot be "secret" (item 0)`,
	],
	[
		{ filters: { labels: 'x'.repeat(65) } },
		`'Labels' holds one of 65 characters, and DevRev takes 64 at most: "${'x'.repeat(65)}" (item 0)`,
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany('INC-3', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
