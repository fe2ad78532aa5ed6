import type { IDataObject } from 'n8n-workflow';

import { commentRecord } from '../../shared/records/comment';
import type { Parameters } from '../../shared/form/parameters';
import { asObject, asText } from '../../shared/ground/values';

/**
 * Notes do not say which incident they are about. The simplified record does, so the incident is
 * laid beside them on their way there.
 */
export function about(parameters: Parameters): (notes: IDataObject[]) => IDataObject[] {
	const id = parameters.id('incidentId');
	if (!parameters.boolean('simplify')) return (notes) => notes;
	return (notes) => notes.map((note) => ({ ...note, incident: { id } }));
}

/** A note in the common shape of comments. docs/facts/pagerduty.md#notes. */
export function toCommentRecord(note: IDataObject): IDataObject {
	return commentRecord({
		provider: 'pagerduty',
		id: asText(note.id) ?? null,
		incidentId: asText(asObject(note.incident).id) ?? null,
		text: asText(note.content) ?? null,
		author: asText(asObject(note.user).summary) ?? null,
		createdAt: asText(note.created_at) ?? null,
		updatedAt: asText(note.updated_at) ?? null,
	});
}
