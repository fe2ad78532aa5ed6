import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';
import { company } from '../company';
import { BETA_HEADERS, commentsOn, HEADERS, incidentOf, recordOf, write } from '../timeline';

const on = suite('devRev', 'devRevApi', new DevRev());

const widget = (number: number) => `don:core:dvrv-eu-1:devo/aLpEnRaD01:snap_widget/${number}`;
const update = (commentId: string, updateFields: IDataObject, more: IDataObject = {}) => ({
	resource: 'comment',
	operation: 'update',
	commentId: byId(commentId),
	updateFields,
	...more,
});

/** A comment on INC-3. */
async function written(fields = {}) {
	const [comment] = await write(on, incidentOf(on).id, ['Before'], fields);
	return comment;
}

/** More files than the seed has. */
function upload(...numbers: number[]) {
	const { artifacts } = on.sandbox.state('devRev');
	const { file } = company(on);
	return numbers.map((number) => {
		const id = file.replace(/\d+$/, String(number));
		const known = artifacts.get(file);
		if (known) artifacts.set(id, { ...known, id, display_id: `ARTIFACT-${number}` });
		return id;
	});
}

it('replaces the text alone, and gives the common record', async () => {
	const { id } = await written();
	const { items } = await on.run(update(id, { text: ' After „the fix“ 🚨 ' }));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/timeline-entries.update',
		query: {},
		headers: HEADERS,
		body: { type: 'timeline_comment', id, body: 'After „the fix“ 🚨' },
	});
	const [stored] = commentsOn(on, incidentOf(on).id);
	expect(items).toEqual([{ json: recordOf(stored), pairedItem: { item: 0 } }]);
	expect(items[0].json.text).toBe('After „the fix“ 🚨');
});

it('carries every field that adds and removes', async () => {
	const { file } = company(on);
	const [second] = upload(2);
	const { id } = await written({ additionalFields: { artifactIds: file } });
	const { error } = await on.run(
		update(id, {
			addArtifactIds: second,
			addLinkPreviewIds: widget(1),
			bodyType: 'snap_kit',
			externalReference: 'alert-4711',
			removeArtifactIds: file,
			removeLinkPreviewIds: widget(2),
			snapInActionName: 'acknowledge',
			snapInId: 'snap-in-9',
			snapKitBody: '{ "count": 0, "wide": false }',
			text: 'After',
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/timeline-entries.update',
		query: {},
		headers: BETA_HEADERS,
		body: {
			type: 'timeline_comment',
			id,
			body: 'After',
			body_type: 'snap_kit',
			external_ref: 'alert-4711',
			snap_kit_body: {
				body: { count: 0, wide: false },
				snap_in_action_name: 'acknowledge',
				snap_in_id: 'snap-in-9',
			},
			artifacts: { add: [second], remove: [file] },
			link_previews: { add: [widget(1)], remove: [widget(2)] },
		},
	});
	expect(commentsOn(on, incidentOf(on).id)[0].artifacts?.map((one) => one.id)).toEqual([second]);
});

it('replaces lists', async () => {
	const { file } = company(on);
	const [second] = upload(2);
	const { id } = await written({ additionalFields: { artifactIds: file } });
	await on.run(
		update(id, { replaceArtifactIds: second, replaceLinkPreviewIds: [widget(1), widget(2)] }),
	);
	expect(on.theRequest().body).toEqual({
		type: 'timeline_comment',
		id,
		artifacts: { set: [second] },
		link_previews: { set: [widget(1), widget(2)] },
	});
	expect(commentsOn(on, incidentOf(on).id)[0].artifacts).toMatchObject([{ id: second }]);
});

it('empties what is to be cleared', async () => {
	const { file } = company(on);
	const { id } = await written({
		additionalFields: {
			artifactIds: file,
			externalReference: 'alert-4711',
			linkPreviewIds: widget(1),
		},
	});
	const { error } = await on.run(
		update(id, { clearFields: ['artifacts', 'external_ref', 'link_previews'] }),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toMatchObject({
		headers: BETA_HEADERS,
		body: { artifacts: { set: [] }, external_ref: null, link_previews: { set: [] } },
	});
	const [stored] = commentsOn(on, incidentOf(on).id);
	expect([stored.artifacts, stored.external_ref, stored.body]).toEqual([[], undefined, 'Before']);
});

it('clears files without the header of the beta', async () => {
	const { id } = await written({ additionalFields: { artifactIds: company(on).file } });
	await on.run(update(id, { clearFields: ['artifacts'] }));
	expect(on.theRequest().headers).toEqual(HEADERS);
	expect(commentsOn(on, incidentOf(on).id)[0].artifacts).toEqual([]);
});

it('does not send the incident, which is there for the list', async () => {
	const { id } = await written();
	await on.run(update(id, { text: 'After' }, { incidentId: byId('INC-4') }));
	expect(on.theRequest().body).toEqual({ type: 'timeline_comment', id, body: 'After' });
});

it('adds fields of tomorrow', async () => {
	const { id } = await written();
	await on.run(update(id, { extraFields: '{ "new_field": false }' }));
	expect(on.theRequest().body).toEqual({ type: 'timeline_comment', id, new_field: false });
});

it("is sent again when its answer is lost, and gives DevRev's own comment without Simplify", async () => {
	const { file } = company(on);
	const { id } = await written();
	on.sandbox.fault('devRev', { drop: 'after' });
	const { items, error } = await on.run(
		update(id, { text: 'After', addArtifactIds: file }, { simplify: false }),
	);
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id, type: 'timeline_comment', artifacts: [{ id: file }] });
	expect(on.requests()).toHaveLength(2);
});

describe('DevRev refuses', () => {
	it('a comment that is not there', async () => {
		const { id } = await written();
		const { error } = await on.run(update(id.replace(/\w+$/, 'gone'), { text: 'After' }));
		expect(error).toMatchObject({
			httpCode: '400',
			message: "DevRev refused 'Update comment' (item 0): Invalid ID in id",
		});
		expect(error?.description).toContain('There is no such object, or the token may not see it.');
	});

	it("somebody else's private comment", async () => {
		const comment = await written();
		Object.assign(comment, { visibility: 'private', created_by: { id: 'somebody else' } });
		const { error } = await on.run(update(comment.id, { text: 'After' }));
		expect(error?.httpCode).toBe('403');
		expect(error?.description).toContain('A private comment is open to its author only');
	});

	it('an external reference that another comment has', async () => {
		await written({ additionalFields: { externalReference: 'alert-4711' } });
		const [, second] = await write(on, incidentOf(on).id, ['Second']);
		const { error } = await on.run(update(second.id, { externalReference: 'alert-4711' }));
		expect(error?.httpCode).toBe('409');
		expect(error?.description).toContain("can share an 'External Reference'");
	});
});

it.each<[string, IDataObject, string]>([
	['nothing to change', {}, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[
		'nothing but an empty text',
		{ text: '' },
		"Nothing to update: 'Update Fields' is empty (item 0)",
	],
	[
		'a replacement beside an addition',
		{ replaceArtifactIds: 'ARTIFACT-1', addArtifactIds: 'ARTIFACT-2' },
		"'Replace Artifact IDs' cannot be combined with adding or removing (item 0)",
	],
	[
		'a replacement of previews beside a removal',
		{ replaceLinkPreviewIds: widget(1), removeLinkPreviewIds: widget(2) },
		"'Replace Link Preview IDs' cannot be combined with adding or removing (item 0)",
	],
	[
		'a file that comes and goes',
		{ removeArtifactIds: 'ARTIFACT-1', addArtifactIds: 'ARTIFACT-1' },
		`'Remove Artifact IDs' holds "ARTIFACT-1", which is added as well (item 0)`,
	],
	[
		'a field that is set and cleared',
		{ clearFields: ['artifacts'], addArtifactIds: 'ARTIFACT-1' },
		"'Clear Fields' names artifacts, which is given a value as well (item 0)",
	],
	[
		'too many files at once',
		{ addArtifactIds: Array.from({ length: 11 }, (_, n) => `ARTIFACT-${n}`).join() },
		"'Add Artifact IDs' holds 11 entries, and DevRev takes 10 at most (item 0)",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(update('don:core:x:devo/x:incident/1:comment/c1', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it.each([
	['={{ "" }}', "'Comment' is empty (item 0)"],
	['={{ "c1" }}', `'Comment' is not an ID: "c1" (item 0)`],
])('refuses the comment %s before any request', async (id, message) => {
	const { error } = await on.run(update(id, { text: 'After' }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
