import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const notes = (id: string) => on.sandbox.state('pagerDuty').details.notes.get(id) ?? [];

/** An incident with one note. */
async function written() {
	const { id } = seeded(on, 'triggered');
	const text = 'Before';
	await on.run({ resource: 'note', operation: 'create', incidentId: byId(id), text });
	on.sandbox.clearRequests();
	return { id, note: notes(id)[0] };
}

const update = (incidentId: string, noteId: string, fields = {}) => ({
	resource: 'note',
	operation: 'update',
	incidentId: byId(incidentId),
	noteId: byId(noteId),
	text: 'After „the fix“',
	...fields,
});

it('replaces the text', async () => {
	const { id, note } = await written();
	const { items } = await on.run(update(id, note.id));
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/incidents/${id}/notes/${note.id}`,
		query: {},
		headers: HEADERS,
		body: { note: { content: 'After „the fix“' } },
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: note.id,
				incidentId: id,
				text: 'After „the fix“',
				author: 'Ops Bot',
				createdAt: note.created_at,
				updatedAt: note.updated_at,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('carries extra fields and another From', async () => {
	const { id, note } = await written();
	await on.run(
		update(id, note.id, {
			updateFields: { extraFields: '{ "new_field": 0 }' },
			options: { from: 'priya@alpenrad.example' },
		}),
	);
	expect(on.theRequest()).toMatchObject({
		headers: { from: 'priya@alpenrad.example' },
		body: { note: { content: 'After „the fix“', new_field: 0 } },
	});
});

it('is sent again when its answer is lost', async () => {
	const { id, note } = await written();
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error } = await on.run(update(id, note.id, { simplify: false }));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id: note.id, content: 'After „the fix“' });
	expect(items[0].json).not.toHaveProperty('incident');
	expect(on.requests()).toHaveLength(2);
});

it('names a note that is not there', async () => {
	const { id } = await written();
	const { error } = await on.run(update(id, 'PNOTHERE'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "PagerDuty refused 'Update note' (item 0): Not Found",
	});
	expect(error?.description).toContain('Check the ID');
});

it.each([
	[{ text: '={{ "" }}' }, "'New Text' is empty (item 0)"],
	[{ noteId: byId('={{ "" }}') }, "'Note' is empty (item 0)"],
	[{ noteId: byId('={{ "no note" }}') }, `'Note' is not an ID: "no note" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(update('Q1XYZ2ABCDEFGH', 'PNOTE01', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
