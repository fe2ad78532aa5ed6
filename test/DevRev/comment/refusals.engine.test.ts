import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { commentsOn, incidentOf, write } from '../timeline';

const on = suite('devRev', 'devRevApi', new DevRev());

const create = (fields: IDataObject = {}) => ({
	resource: 'comment',
	operation: 'create',
	incidentId: byId('INC-3'),
	text: 'Failing over now',
	...fields,
});
const more = (additionalFields: IDataObject, fields: IDataObject = {}) =>
	create({ additionalFields, ...fields });

it.each<[string, IDataObject, string]>([
	['an empty text', create({ text: '={{ "  " }}' }), "'Comment' is empty (item 0)"],
	['no incident', create({ incidentId: byId('={{ "" }}') }), "'Incident' is empty (item 0)"],
	[
		'an ID that is none',
		create({ incidentId: byId('={{ "12" }}') }),
		`'Incident' is not an ID: "12" (item 0)`,
	],
	[
		'a visibility that there is not',
		create({ visibility: '={{ "secret" }}' }),
		`'Visibility' cannot be "secret" (item 0)`,
	],
	[
		'readers of what is not private',
		more({ privateToIds: rowsOfIds('userId', ['DEVU-3']) }),
		"'Private To' is set, but 'Visibility' is internal (item 0)",
	],
	[
		'an empty snap kit',
		create({ bodyType: 'snap_kit', snapKitBody: '={{ {} }}' }),
		"'Snap Kit Body (JSON)' is empty (item 0)",
	],
	[
		'no widgets',
		create({ bodyType: 'snap_widget', snapWidgetIds: '={{ "" }}' }),
		"'Snap Widget IDs' is empty (item 0)",
	],
	[
		'a file without an ID',
		more({ artifactIds: 'graph.png' }),
		`'Artifact IDs' holds something that is not an ID: "graph.png" (item 0)`,
	],
	[
		'too many files',
		more({ artifactIds: Array.from({ length: 51 }, (_, n) => `ARTIFACT-${n}`).join() }),
		"'Artifact IDs' holds 51 entries, and DevRev takes 50 at most (item 0)",
	],
	[
		'too many labels',
		more({ labels: Array.from({ length: 17 }, (_, n) => `label ${n}`).join() }),
		"'Labels' holds 17 entries, and DevRev takes 16 at most (item 0)",
	],
	[
		'a long label',
		more({ labels: 'x'.repeat(65) }),
		`'Labels' holds one of 65 characters, and DevRev takes 64 at most: "${'x'.repeat(65)}" (item 0)`,
	],
	[
		'a long key',
		more({ externalReference: 'x'.repeat(513) }),
		"'External Reference' has 513 characters, and DevRev takes 512 at most (item 0)",
	],
	[
		'a date that is none',
		more({ expiresAt: '={{ "soon" }}' }),
		`'Expires At' is no date: "soon" (item 0)`,
	],
	[
		'fields that are no object',
		more({ extraFields: '={{ "[1]" }}' }),
		"'Extra Fields (JSON)' must be a JSON object (item 0)",
	],
])('refuses %s before any request', async (_, parameters, message) => {
	const { error } = await on.run(parameters);
	expect(error?.message).toBe(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toEqual([]);
});

it('takes as many files, labels and characters as DevRev does', async () => {
	const { error } = await on.run(
		more({
			labels: Array.from({ length: 16 }, (_, n) => `${n}`.padEnd(64, 'x')).join(),
			externalReference: 'x'.repeat(512),
		}),
	);
	expect(error).toBeUndefined();
});

describe('DevRev refuses', () => {
	it('an incident that is not there, by the label of the field', async () => {
		const { error } = await on.run(create({ incidentId: byId('INC-999') }));
		expect(error).toMatchObject({
			httpCode: '400',
			message: "DevRev refused 'Create comment' (item 0): Invalid ID in object",
		});
		expect(error?.description).toContain('There is no such object, or the token may not see it.');
		expect(error?.description).toContain("Look at 'Incident'.");
	});

	it('a comment that would be gone at once', async () => {
		const { error } = await on.run(more({ expiresAt: '2026-01-01T00:00:00Z' }));
		expect(error?.message).toContain('Value not permitted in expires_at');
		expect(error?.description).toContain('at least one minute ahead');
		expect(error?.description).toContain("Look at 'Expires At'.");
	});

	it('a file that belongs to another comment', async () => {
		const { file } = company(on);
		await write(on, incidentOf(on).id, ['First'], { additionalFields: { artifactIds: file } });
		const { error } = await on.run(more({ artifactIds: file }));
		expect(error?.message).toContain('The artifact has a parent already');
		expect(error?.description).toContain("Upload it again and use the new ID in 'Artifact IDs'");
		expect(commentsOn(on, incidentOf(on).id)).toHaveLength(1);
	});

	it('a reader who is not there', async () => {
		const { error } = await on.run(
			more({ privateToIds: rowsOfIds('userId', ['DEVU-99']) }, { visibility: 'private' }),
		);
		expect(error?.description).toContain("Look at 'Private To'.");
	});

	it('a token without the right, and says which', async () => {
		on.sandbox.fault('devRev', {
			status: 403,
			body: { type: 'forbidden', message: 'Forbidden' },
		});
		const { error } = await on.run(create());
		expect(error).toMatchObject({
			httpCode: '403',
			message: "DevRev refused 'Create comment' (item 0): Forbidden",
		});
		expect(error?.description).toContain('read or write incidents, which comments and links need');
	});

	it('fields of the beta where a proxy takes their header away', async () => {
		on.sandbox.fault('devRev', {
			status: 400,
			body: { type: 'invalid_field', message: 'Unknown field', field_name: 'external_ref' },
		});
		const { error } = await on.run(more({ externalReference: 'alert-4711' }));
		expect(error?.description).toContain("Look at 'External Reference'.");
	});
});

it('goes on with the other items when it may', async () => {
	const { items } = await on.run(create({ text: '={{ $json.text }}' }), {
		items: [{ text: 'One' }, { text: '' }, { text: 'Three' }],
		onError: 'continueRegularOutput',
	});
	expect(items.map(({ json, pairedItem }) => [json.text, pairedItem])).toEqual([
		['One', { item: 0 }],
		[undefined, { item: 1 }],
		['Three', { item: 2 }],
	]);
	expect(items[1].json.error).toContain("'Comment' is empty (item 1, counted from 0)");
});
