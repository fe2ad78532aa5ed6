import type { IDataObject } from 'n8n-workflow';

import { commentRecord } from '../../shared/records/comment';
import type { ApiRequest } from '../../shared/wire/request';
import { asObject, asText } from '../../shared/ground/values';

/**
 * A note in the common shape of comments. Notes do not say which incident they are about; the path
 * does. docs/facts/pagerduty.md#notes.
 */
export function toCommentRecord(note: IDataObject, { path }: ApiRequest): IDataObject {
	const [, , incidentId] = path.split('/').map(decodeURIComponent);
	return commentRecord({
		provider: 'pagerduty',
		id: asText(note.id) ?? null,
		incidentId,
		text: asText(note.content) ?? null,
		author: asText(asObject(note.user).summary) ?? null,
		createdAt: asText(note.created_at) ?? null,
		updatedAt: asText(note.updated_at) ?? null,
	});
}
