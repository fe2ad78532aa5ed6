import type { IDataObject } from 'n8n-workflow';

import { incidentRecord, type IncidentSeverity, type IncidentStatus } from '../shared/incident';
import { asObject, asText } from '../shared/values';

/** PagerDuty's status words are the common ones. Sheet pagerduty, section 6.1. */
const STATUS: { [word: string]: IncidentStatus } = {
	triggered: 'triggered',
	acknowledged: 'acknowledged',
	resolved: 'resolved',
};

/** Priorities are named freely by each account, so the urgency decides. */
const SEVERITY: { [urgency: string]: IncidentSeverity } = { high: 'critical', low: 'warning' };

/** A PagerDuty incident in the common shape; `vendorSeverity` is the priority, else the urgency. */
export function toIncidentRecord(incident: IDataObject): IDataObject {
	const priority = asObject(incident.priority);
	const urgency = asText(incident.urgency);
	const status = asText(incident.status);
	return incidentRecord({
		provider: 'pagerduty',
		id: asText(incident.id) ?? '',
		number: (incident.incident_number as number | undefined) ?? null,
		title: asText(incident.title) ?? null,
		status: STATUS[status ?? ''] ?? null,
		severity: SEVERITY[urgency ?? ''] ?? null,
		url: asText(incident.html_url) ?? null,
		service: asText(asObject(incident.service).summary) ?? null,
		createdAt: asText(incident.created_at) ?? null,
		updatedAt: asText(incident.updated_at) ?? asText(incident.last_status_change_at) ?? null,
		vendorStatus: status ?? null,
		vendorSeverity: asText(priority.name) ?? asText(priority.summary) ?? urgency ?? null,
	});
}
