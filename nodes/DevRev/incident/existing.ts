import type { Existing } from '../../shared/operation';
import { asNumber, asObject, asText } from '../../shared/values';
import { paging, read, rowsOf } from '../api';
import { isOver } from '../record';

/**
 * DevRev knows no key: an incident is told by its title and severity. The text is left out, because
 * DevRev may give Markdown back in another form. Sheet devrev, section 13.
 */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	identity: ({ title, severity }) =>
		JSON.stringify([title, asNumber(asObject(severity).id) ?? asNumber(severity)]),
	createdAt: (row) => asText(row.created_date),
	recent: ({ title }, after) =>
		read('/incidents.list', {
			title: [title as string],
			...(after ? { created_date: { type: 'range', after } } : {}),
		}),
	again: { read: (id) => read('/incidents.get', { id }) },
	paging,
	rows: rowsOf('incidents'),
	open: {
		problem: ({ title }) => JSON.stringify(title),
		isOpen: (row) => !isOver(row),
		list: ({ title }) => read('/incidents.list', { title: [title as string] }),
	},
};
