import { notStored, writtenText } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asObject, asText } from '../../shared/ground/values';
import { unpaged } from '../../shared/wire/paging';
import { rowsOf } from '../api/profile';

/**
 * A note is known again by its text, among those of its incident. Their list comes whole.
 * docs/facts/pagerduty.md#notes.
 */
export const existing: Existing = {
	sent: ({ path, body }) => ({ path, content: asObject(asObject(body).note).content }),
	traits: { content: writtenText('content'), path: notStored },
	createdAt: (row) => asText(row.created_at),
	recent: ({ path }) => ({ method: 'GET', path: String(path) }),
	again: { body: (row) => ({ note: row }) },
	paging: unpaged,
	rows: rowsOf('notes'),
};
