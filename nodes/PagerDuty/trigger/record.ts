import type { IDataObject } from 'n8n-workflow';

import { asObject, asText } from '../../shared/values';
import { toIncidentRecord } from '../record';

/**
 * The incident that an event is about, in the common shape. Webhooks name some things in another way
 * than the REST API, and most events other than the incident's own carry only a reference to it.
 * Sheet pagerduty, section 9.3 and trap 23.
 */
export function toTriggerRecord(data: IDataObject, occurredAt: string | undefined): IDataObject {
	const isIncident = data.type === 'incident';
	const incident = isIncident ? data : asObject(data.incident);
	return toIncidentRecord({
		...incident,
		incident_number: incident.number,
		title: asText(incident.title) ?? asText(incident.summary),
		service: data.type === 'service' ? data : incident.service,
		updated_at: isIncident ? occurredAt : undefined,
	});
}
