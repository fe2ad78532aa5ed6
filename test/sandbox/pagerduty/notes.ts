import { get, post, put } from '../core/router';
import type { Route } from '../core/router';
import type { SandboxRequest } from '../core/types';
import { isObject } from '../core/values';
import { requireActor, requireWriteAccess } from './auth';
import type { PagerDutyContext } from './auth';
import { newId } from './details/seed';
import type { Note } from './details/types';
import { invalidInput, notFound, refuse } from './errors';
import { findIncident, readBody } from './incidents/find';
import { referTo } from './references';
import type { PagerDutyStore } from './types';

const mostNotes = 2000;

/** Note times carry an offset. */
function berlin(time: number): string {
	return `${new Date(time + 2 * 3_600_000).toISOString().slice(0, 19)}+02:00`;
}

function notesOf({ details }: PagerDutyStore, incidentId: string): Note[] {
	const known = details.notes.get(incidentId) ?? [];
	details.notes.set(incidentId, known);
	return known;
}

function readContent(request: SandboxRequest): string {
	const { note } = readBody(request);
	const content = isObject(note) ? note.content : undefined;
	if (typeof content !== 'string' || content.trim() === '') {
		throw invalidInput('Content cannot be empty.');
	}
	return content;
}

function findNote(store: PagerDutyStore, id: string, noteId: string): [Note[], Note] {
	const notes = notesOf(store, findIncident(store, id).id);
	const note = notes.find((one) => one.id === noteId);
	if (!note) throw notFound();
	return [notes, note];
}

/** Notes of an incident: their list has no pages, and comes newest first. */
export const noteRoutes: Array<Route<PagerDutyContext>> = [
	get('/incidents/{id}/notes', ({ store }, _request, { id }) => {
		const notes = [...notesOf(store, findIncident(store, id).id)].reverse();
		return { status: 200, body: { notes } };
	}),
	post('/incidents/{id}/notes', (context, request, { id }) => {
		const { store } = context;
		const actor = requireActor(context, request);
		const incident = findIncident(store, id);
		const content = readContent(request);
		const notes = notesOf(store, incident.id);
		if (notes.length >= mostNotes) throw refuse(400, 2019, 'Product Limit Reached');
		const at = berlin(store.clock.now());
		const note: Note = {
			id: newId(store.details, 'note'),
			user: referTo(actor ?? incident.service),
			channel: { summary: 'The PagerDuty website or APIs' },
			content,
			created_at: at,
			updated_at: at,
		};
		notes.push(note);
		store.happened.push({
			type: 'incident.annotated',
			data: {
				incident: referTo(incident),
				id: note.id,
				type: 'incident_note',
				content,
				trimmed: false,
			},
			agent: actor ? referTo(actor) : null,
		});
		return { status: 200, body: { note } };
	}),
	put('/incidents/{id}/notes/{note_id}', (context, request, { id, note_id }) => {
		requireActor(context, request);
		const { store } = context;
		const [, note] = findNote(store, id, note_id);
		note.content = readContent(request);
		note.updated_at = berlin(store.clock.now());
		return { status: 200, body: { note } };
	}),
	{
		method: 'DELETE',
		path: '/incidents/{id}/notes/{note_id}',
		handle: ({ store, caller }, _request, { id, note_id }) => {
			requireWriteAccess(caller);
			const [notes, note] = findNote(store, id, note_id);
			notes.splice(notes.indexOf(note), 1);
			return { status: 204 };
		},
	},
];
