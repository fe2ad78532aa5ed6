import { chosen, notStored, writtenText } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asObject, asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';

/** The list narrowed to one key on one service. docs/facts/pagerduty.md#finding-an-incident-by-its-key. */
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

const sameKey = { incident_key: chosen('incident_key'), service: chosen('service') };

/**
 * The key stands for the incident: PagerDuty refuses a second open one with the same key on the same
 * service. docs/facts/pagerduty.md#finding-an-incident-by-its-key.
 */
export const existing: Existing = {
	sent: ({ body }) => asObject(asObject(body).incident),
	traits: {
		...sameKey,
		title: writtenText('title'),
		// What the service, a rule or a person may have changed by the time that it is looked at.
		type: notStored,
		urgency: notStored,
	},
	createdAt: (row) => asText(row.created_at),
	recent: (incident) => byKey(incident, {}),
	again: { read: (id) => ({ method: 'GET', path: `/incidents/${encodeURIComponent(id)}` }) },
	paging,
	rows: rowsOf('incidents'),
	open: {
		problem: sameKey,
		isOpen: ({ status }) => status !== 'resolved',
		list: (incident) => byKey(incident, { 'statuses[]': ['triggered', 'acknowledged'] }),
		isDuplicate: ({ words }) => /matching dedup key/i.test(words.text ?? ''),
		keyOf: ({ incident_key }) => asText(incident_key),
	},
};
