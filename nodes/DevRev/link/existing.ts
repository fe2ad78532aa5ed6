import { chosen } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { paging, read, rowsOf } from '../api/profile';

export const linksOf = rowsOf('links');

/** A link is what it connects, in this direction and by this type. docs/facts/devrev.md#links. */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	traits: {
		source: chosen('source'),
		target: chosen('target'),
		link_type: chosen('link_type'),
		custom_link_type: chosen('custom_link_type', { isOurs: true }),
	},
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
