import type { IDataObject } from 'n8n-workflow';

import { commentRecord } from '../../shared/records/comment';
import { asObject, asText } from '../../shared/ground/values';

/**
 * True for what somebody wrote: the timeline of an incident also tells what was changed on it.
 * docs/facts/devrev.md#comments.
 */
export function isComment({ type }: IDataObject): boolean {
	return type === 'timeline_comment';
}

/** A comment in the common shape. One that was deleted has no text. docs/facts/devrev.md#comments. */
export function toCommentRecord(entry: IDataObject): IDataObject {
	return commentRecord({
		provider: 'devrev',
		id: asText(entry.id) ?? null,
		incidentId: asText(entry.object) ?? null,
		text: asText(entry.body) ?? null,
		author: authorOf(entry) ?? null,
		createdAt: asText(entry.created_date) ?? null,
		updatedAt: asText(entry.modified_date) ?? null,
	});
}

/** The name of who wrote it, as far as it is known. */
export function authorOf({ created_by }: IDataObject): string | undefined {
	const { full_name, display_name, email } = asObject(created_by);
	return asText(full_name) ?? asText(display_name) ?? asText(email);
}
