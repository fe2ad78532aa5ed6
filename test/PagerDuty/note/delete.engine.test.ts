import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const notes = (id: string) => on.sandbox.state('pagerDuty').details.notes.get(id) ?? [];

/** An incident with one note. */
async function written() {
	const { id } = seeded(on, 'triggered');
	const text = 'To be deleted';
	await on.run({ resource: 'note', operation: 'create', incidentId: byId(id), text });
	on.sandbox.clearRequests();
	return { id, noteId: notes(id)[0].id };
}

const remove = (incidentId: string, noteId: string, fields = {}) => ({
	resource: 'note',
	operation: 'delete',
	incidentId: byId(incidentId),
	noteId: byId(noteId),
	...fields,
});

it('removes the note, without From', async () => {
	const { id, noteId } = await written();
	const { items } = await on.run(remove(id, noteId));
	expect(on.theRequest()).toEqual({
		method: 'DELETE',
		path: `/incidents/${id}/notes/${noteId}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(notes(id)).toEqual([]);
});

it('is done when the answer was lost and the note is gone', async () => {
	const { id, noteId } = await written();
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error } = await on.run(remove(id, noteId));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: true });
	expect(on.requests().map(({ status }) => status)).toEqual([0, 404]);
});

it('names a note that is not there, so that a wrong ID is noticed', async () => {
	const { id } = await written();
	const { error } = await on.run(remove(id, 'PNOTHERE'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "PagerDuty refused 'Delete note' (item 0): Not Found",
	});
	expect(notes(id)).toHaveLength(1);
});

it('says that a read-only key may not delete', async () => {
	const { id, noteId } = await written();
	const { error } = await on.run(remove(id, noteId), {
		credentials: on.credentials({ apiToken: on.sandbox.api('pagerDuty').tokens.readOnlyAccount }),
	});
	expect(error?.message).toBe("PagerDuty refused 'Delete note' (item 0): Access Denied");
	expect(error?.description).toContain('not read-only');
	expect(notes(id)).toHaveLength(1);
});

it('refuses an empty note before any request', async () => {
	const { error } = await on.run(remove('Q1XYZ2ABCDEFGH', '={{ "" }}'));
	expect(error?.message).toBe("'Note' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
