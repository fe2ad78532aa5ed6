import type { Existing } from '../../shared/operation';
import { asText } from '../../shared/values';
import { paging, rowsOf } from '../api';

/** DevHelm knows no key: an incident made by hand is told by what its list shows. Sheet devhelm, section 13. */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	identity: ({ title, severity, monitorId }) =>
		JSON.stringify([title, severity, asText(monitorId)?.toLowerCase()]),
	createdAt: (row) => asText(row.createdAt),
	recent: ({ monitorId }, startedFrom) => ({
		method: 'GET',
		path: '/api/v1/incidents',
		query: { source: 'MANUAL', monitorId: asText(monitorId), startedFrom },
	}),
	again: { read: (id) => ({ method: 'GET', path: `/api/v1/incidents/${encodeURIComponent(id)}` }) },
	paging,
	rows: rowsOf,
	open: {
		problem: ({ title, monitorId }) => JSON.stringify([title, asText(monitorId)?.toLowerCase()]),
		isOpen: ({ status }) => status !== 'RESOLVED',
		// Made by hand, an incident is confirmed from the start until it is resolved.
		list: ({ monitorId }) => ({
			method: 'GET',
			path: '/api/v1/incidents',
			query: { source: 'MANUAL', status: 'CONFIRMED', monitorId: asText(monitorId) },
		}),
	},
};
