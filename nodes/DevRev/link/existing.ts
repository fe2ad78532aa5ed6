import type { IDataObject } from 'n8n-workflow';

import type { Existing } from '../../shared/operation';
import { asObject, asText } from '../../shared/values';
import { paging, read, rowsOf } from '../api';

export const linksOf = rowsOf('links');

/** Sent as an ID, answered as a summary. */
const idOf = (end: IDataObject[string]) => asText(asObject(end).id) ?? end;

/** A link is what it connects, in this direction and by this type. Sheet devrev, section 9.4. */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	identity: ({ source, target, link_type, custom_link_type }) =>
		JSON.stringify([idOf(source), idOf(target), link_type, idOf(custom_link_type) ?? null]),
	createdAt: (row) => asText(row.created_date),
	recent: ({ source, link_type }) =>
		read('/links.list', {
			object: source,
			direction: 'is_source',
			link_type: [link_type] as string[],
		}),
	again: { body: (row) => ({ link: row }) },
	paging,
	rows: linksOf,
};
