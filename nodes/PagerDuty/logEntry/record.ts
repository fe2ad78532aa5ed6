import type { IDataObject } from 'n8n-workflow';

import { asObject, asText } from '../../shared/ground/values';

/** What one looks at in a log entry; all of its channel shows with Simplify off. docs/facts/pagerduty.md#log-entries. */
export function toLogEntryRecord(entry: IDataObject): IDataObject {
	return {
		provider: 'pagerduty',
		id: asText(entry.id) ?? null,
		type: asText(entry.type) ?? null,
		summary: asText(entry.summary) ?? null,
		incidentId: asText(asObject(entry.incident).id) ?? null,
		agentName: asText(asObject(entry.agent).summary) ?? null,
		channel: asText(asObject(entry.channel).type) ?? null,
		note: asText(entry.note) ?? null,
		createdAt: asText(entry.created_at) ?? null,
		url: asText(entry.html_url) ?? null,
	};
}
