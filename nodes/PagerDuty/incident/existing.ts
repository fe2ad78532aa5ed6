import type { Existing } from '../../shared/operation';
import { asObject, asText } from '../../shared/values';
import { paging, rowsOf } from '../api';

/** The list narrowed to one key on one service. Sheet pagerduty, section 6.2. */
function byKey(incident: object, query: { [key: string]: string | string[] }) {
	const { incident_key, service } = asObject(incident);
	return {
		method: 'GET' as const,
		path: '/incidents',
		query: {
			incident_key: asText(incident_key),
			'service_ids[]': [asText(asObject(service).id) ?? ''],
			date_range: 'all',
			sort_by: 'created_at:desc',
			...query,
		},
	};
}

const keyOf = ({ incident_key, service }: { [field: string]: unknown }) =>
	JSON.stringify([asObject(service).id, incident_key]);

/**
 * The key stands for the incident: PagerDuty refuses a second open one with the same key on the same
 * service. Sheet pagerduty, sections 4.2 and 6.2.
 */
export const existing: Existing = {
	sent: ({ body }) => asObject(asObject(body).incident),
	identity: keyOf,
	createdAt: (row) => asText(row.created_at),
	recent: (incident) => byKey(incident, {}),
	again: { read: (id) => ({ method: 'GET', path: `/incidents/${encodeURIComponent(id)}` }) },
	paging,
	rows: rowsOf('incidents'),
	open: {
		problem: keyOf,
		isOpen: ({ status }) => status !== 'resolved',
		list: (incident) => byKey(incident, { 'statuses[]': ['triggered', 'acknowledged'] }),
		isDuplicate: ({ words }) => /matching dedup key/i.test(words.text ?? ''),
	},
};
