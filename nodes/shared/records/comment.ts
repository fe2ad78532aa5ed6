import type { IDataObject } from 'n8n-workflow';

/**
 * What is written on an incident (a note, a comment), in one shape for every vendor. Times are the
 * vendor's ISO 8601 texts. Unknown is null, never absent.
 */
export interface CommentRecord {
	provider: string;
	id: string | null;
	incidentId: string | null;
	text: string | null;
	/** The name of who wrote it. */
	author: string | null;
	createdAt: string | null;
	updatedAt: string | null;
}

/** The record as n8n's JSON, with its keys in the fixed order. */
export function commentRecord(record: CommentRecord): IDataObject {
	const { provider, id, incidentId, text, author, createdAt, updatedAt } = record;
	return { provider, id, incidentId, text, author, createdAt, updatedAt };
}
