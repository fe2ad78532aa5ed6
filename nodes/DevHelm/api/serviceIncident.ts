import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../shared/ground/values';
import {
	incidentRecord,
	unknownIncident,
	type IncidentSeverity,
} from '../../shared/records/incident';

/** The impact of a service's incident is free text in the official file; these are the usual words. */
const SEVERITY = new Map<string | undefined, IncidentSeverity>([
	['critical', 'critical'],
	['major', 'error'],
	['minor', 'warning'],
	['maintenance', 'info'],
	['none', 'info'],
]);

/**
 * An incident of somebody else's service in the common shape, but for its status: events tell that by their names,
 * lists by the time of the resolution. The fields are those of the official file's `ServiceIncidentDto`.
 */
export function toServiceIncidentRecord(incident: IDataObject): IDataObject {
	const impact = asText(incident.impact);
	return incidentRecord({
		...unknownIncident('devhelm'),
		id: asText(incident.id) ?? null,
		title: asText(incident.title) ?? null,
		severity: SEVERITY.get(impact?.toLowerCase()) ?? null,
		url: asText(incident.shortlink) ?? null,
		service: asText(incident.serviceName) ?? null,
		createdAt: asText(incident.startedAt) ?? asText(incident.detectedAt) ?? null,
		updatedAt: asText(incident.updatedAt) ?? null,
		vendorStatus: asText(incident.status) ?? null,
		vendorSeverity: impact ?? null,
	});
}
