import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { BETA_HEADERS, commentsOn, HEADERS, incidentOf, recordOf } from '../timeline';

const on = suite('devRev', 'devRevApi', new DevRev());

const WIDGET = 'don:core:dvrv-eu-1:devo/aLpEnRaD01:snap_widget/7';
const create = (incidentId: string, fields: IDataObject = {}) => ({
	resource: 'comment',
	operation: 'create',
	incidentId: byId(incidentId),
	text: 'Failing over now',
	...fields,
});
const posts = () => on.requests().filter(({ path }) => path === '/timeline-entries.create');

it('needs the incident and the text alone, writes for the own organization, and gives the common record', async () => {
	const { id } = incidentOf(on);
	const { items } = await on.run(create(id));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/timeline-entries.create',
		query: {},
		headers: HEADERS,
		body: {
			type: 'timeline_comment',
			object: id,
			body: 'Failing over now',
			visibility: 'internal',
		},
	});
	const [stored] = commentsOn(on, id);
	expect(stored.visibility).toBe('internal');
	expect(items).toEqual([{ json: recordOf(stored), pairedItem: { item: 0 } }]);
	expect(items[0].json).toMatchObject({ text: 'Failing over now', author: 'Ops Bot' });
});

it('carries every field, with the header of the beta for those that are new', async () => {
	const { id } = incidentOf(on);
	const { file, anna, juergen } = company(on);
	const { error } = await on.run(
		create(id, {
			text: '  Störung: „Zahlung“ fällt aus 🚨\nZweite Zeile ',
			bodyType: 'data',
			visibility: 'private',
			additionalFields: {
				artifactIds: file,
				collections: ['discussions', 'events'],
				expiresAt: '2126-04-15T12:00:00',
				externalReference: 'alert-4711',
				labels: 'runbook, automatic',
				linkPreviewIds: WIDGET,
				privateToIds: rowsOfIds('userId', [anna, juergen]),
				extraFields: '{}',
			},
		}),
		{ timezone: 'Europe/Berlin' },
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/timeline-entries.create',
		query: {},
		headers: BETA_HEADERS,
		body: {
			type: 'timeline_comment',
			object: id,
			body: 'Störung: „Zahlung“ fällt aus 🚨\nZweite Zeile',
			body_type: 'data',
			visibility: 'private',
			private_to: [anna, juergen],
			artifacts: [file],
			collections: ['discussions', 'events'],
			expires_at: '2126-04-15T10:00:00Z',
			external_ref: 'alert-4711',
			labels: ['runbook', 'automatic'],
			link_previews: [WIDGET],
		},
	});
});

it('carries the fields of the stable API without the header of the beta', async () => {
	const { id } = incidentOf(on);
	const { file } = company(on);
	await on.run(
		create(id, {
			visibility: 'external',
			additionalFields: { artifactIds: file, expiresAt: '2126-04-15T12:00:00Z' },
		}),
	);
	expect(on.theRequest().headers).toEqual(HEADERS);
	expect(commentsOn(on, id)[0].artifacts).toMatchObject([{ id: file }]);
});

it('writes what a snap-in shows, and whom it calls', async () => {
	const { id } = incidentOf(on);
	const { error } = await on.run(
		create(id, {
			bodyType: 'snap_kit',
			snapKitBody: '{ "snaps": [{ "type": "card", "count": 0, "wide": false }] }',
			snapInId: 'snap-in-9',
			snapInActionName: 'acknowledge',
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toMatchObject({ headers: HEADERS });
	expect(on.theRequest().body).toEqual({
		type: 'timeline_comment',
		object: id,
		body_type: 'snap_kit',
		snap_kit_body: {
			body: { snaps: [{ type: 'card', count: 0, wide: false }] },
			snap_in_id: 'snap-in-9',
			snap_in_action_name: 'acknowledge',
		},
		visibility: 'internal',
	});
});

it('writes widgets, which are of the beta', async () => {
	const { id } = incidentOf(on);
	const { error } = await on.run(create(id, { bodyType: 'snap_widget', snapWidgetIds: WIDGET }));
	expect(error).toBeUndefined();
	expect(on.theRequest()).toMatchObject({
		headers: BETA_HEADERS,
		body: { body_type: 'snap_widget', snap_widget_body: [WIDGET] },
	});
	expect(on.theRequest().body).not.toHaveProperty('body');
});

it('takes the type from an expression, without what other types need', async () => {
	const { error } = await on.run(create(incidentOf(on).id, { bodyType: '={{ "text" }}' }));
	expect(error).toBeUndefined();
	expect(on.theRequest().body).toMatchObject({ body: 'Failing over now' });
	expect(on.theRequest().body).not.toHaveProperty('snap_kit_body');
});

it("gives DevRev's own comment without Simplify, and takes the number of an incident", async () => {
	const { id } = incidentOf(on);
	const { items } = await on.run(create('INC-3', { simplify: false }));
	const [stored] = commentsOn(on, id);
	expect(items[0].json).toMatchObject({
		type: 'timeline_comment',
		id: stored.id,
		object_display_id: 'INC-3',
		visibility: 'internal',
	});
});

it('adds fields of tomorrow, which DevRev refuses today', async () => {
	const { error } = await on.run(
		create(incidentOf(on).id, { additionalFields: { extraFields: '{ "new_field": 0 }' } }),
	);
	expect(on.theRequest().body).toMatchObject({ new_field: 0 });
	expect(error?.message).toBe("DevRev refused 'Create comment' (item 0): Unknown field new_field");
	expect(error?.description).toContain("out of 'Extra Fields (JSON)'");
});

it('keeps the order of the items on one incident', async () => {
	const { id } = incidentOf(on);
	on.sandbox.fault('devRev', { status: 503, times: 1 });
	const texts = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
	await on.run(create(id, { text: '={{ $json.text }}' }), {
		items: texts.map((text) => ({ text })),
	});
	expect(commentsOn(on, id).map(({ body }) => body)).toEqual(texts);
});

describe('when the answer is lost', () => {
	it('finds the comment among those as visible, and writes no second one', async () => {
		const { id } = incidentOf(on);
		on.sandbox.fault('devRev', { path: '/timeline-entries.create', drop: 'after' });
		const { items, error } = await on.run(create(id));
		expect(error).toBeUndefined();
		expect(commentsOn(on, id)).toHaveLength(1);
		expect(items[0].json).toEqual(recordOf(commentsOn(on, id)[0]));
		expect(posts()).toHaveLength(1);
		const look = on.requests().find(({ path }) => path === '/timeline-entries.list');
		expect(look && comparable(look)).toMatchObject({
			headers: HEADERS,
			body: { object: id, visibility: ['internal'] },
		});
	});

	it('writes it again when it was not written', async () => {
		const { id } = incidentOf(on);
		on.sandbox.fault('devRev', { path: '/timeline-entries.create', drop: 'before' });
		const { error } = await on.run(create(id));
		expect(error).toBeUndefined();
		expect(commentsOn(on, id)).toHaveLength(1);
		expect(posts()).toHaveLength(2);
	});

	it('does not take an older comment of the same text for it', async () => {
		const { id } = incidentOf(on);
		await on.run(create(id));
		commentsOn(on, id)[0].created_date = '2026-01-01T10:00:00.000Z';
		on.sandbox.fault('devRev', { path: '/timeline-entries.create', drop: 'before' });
		const { items } = await on.run(create(id));
		expect(commentsOn(on, id)).toHaveLength(2);
		expect(items[0].json.id).toBe(commentsOn(on, id)[1].id);
	});

	it('gives each of two equal comments its own', async () => {
		const { id } = incidentOf(on);
		on.sandbox.fault('devRev', { path: '/timeline-entries.create', drop: 'after', times: 2 });
		const { items } = await on.run(create(id), { items: [{}, {}] });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(2);
		expect(commentsOn(on, id)).toHaveLength(2);
	});

	it.each([
		['snap kit', { bodyType: 'snap_kit', snapKitBody: '{ "snaps": [1] }' }],
		['widgets', { bodyType: 'snap_widget', snapWidgetIds: WIDGET }],
		['reference', { additionalFields: { externalReference: 'alert-1' } }],
	])('knows a comment again by its %s', async (_, fields) => {
		const { id } = incidentOf(on);
		on.sandbox.fault('devRev', { path: '/timeline-entries.create', drop: 'after' });
		const { items, error } = await on.run(create(id, fields));
		expect(error).toBeUndefined();
		expect(commentsOn(on, id)).toHaveLength(1);
		expect(items[0].json.id).toBe(commentsOn(on, id)[0].id);
		expect(posts()).toHaveLength(1);
	});

	it('says that the outcome is unknown, and where to look, when nobody can tell', async () => {
		const { id } = incidentOf(on);
		on.sandbox.fault('devRev', { path: '/timeline-entries.create', drop: 'after' });
		on.sandbox.fault('devRev', { path: '/timeline-entries.list', status: 403, times: null });
		const { error } = await on.run(create(id));
		expect(error?.description).toContain(
			'The outcome is unknown: DevRev may have done it or not. Look for the comment in the timeline',
		);
		expect(posts()).toHaveLength(1);
	});
});

describe('an external reference that is taken', () => {
	const keyed = (id: string, more: IDataObject = {}) =>
		create(id, { additionalFields: { externalReference: 'alert-4711' }, ...more });

	it('is answered with the comment that has it', async () => {
		const { id } = incidentOf(on);
		await on.run(keyed(id, { visibility: 'external' }));
		on.sandbox.clearRequests();
		const { items, error, hints } = await on.run(keyed(id, { text: 'Another text' }));
		expect(error).toBeUndefined();
		expect(commentsOn(on, id)).toHaveLength(1);
		expect(items[0].json).toEqual(recordOf(commentsOn(on, id)[0]));
		expect(hints.map(({ message }) => message).join()).toContain(
			'had a comment with the same external reference already',
		);
		expect(comparable(on.requests()[1])).toMatchObject({
			path: '/timeline-entries.list',
			headers: BETA_HEADERS,
			body: { object: id },
		});
	});

	it('fails when that is wanted, and says what the key is', async () => {
		const { id } = incidentOf(on);
		await on.run(keyed(id));
		const { error } = await on.run(keyed(id, { options: { onDuplicate: 'fail' } }));
		expect(error).toMatchObject({
			httpCode: '409',
			message: "DevRev refused 'Create comment' (item 0): The external reference is not unique",
		});
		expect(error?.description).toContain('no two comments of an incident can share');
	});

	it('is told when the comment that has it cannot be seen', async () => {
		const { id } = incidentOf(on);
		await on.run(keyed(id));
		const [stored] = commentsOn(on, id);
		Object.assign(stored, { visibility: 'private', created_by: { id: 'somebody else' } });
		const { error } = await on.run(keyed(id));
		expect(error?.httpCode).toBe('409');
		expect(commentsOn(on, id)).toHaveLength(1);
	});

	it('does not bar another incident', async () => {
		await on.run(keyed(incidentOf(on).id));
		const { error, hints } = await on.run(keyed(incidentOf(on, 'INC-4').id));
		expect({ error, hints }).toEqual({ error: undefined, hints: [] });
		expect(commentsOn(on, incidentOf(on, 'INC-4').id)).toHaveLength(1);
	});
});
