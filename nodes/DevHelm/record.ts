import type { IDataObject } from 'n8n-workflow';

import { incidentRecord, type IncidentSeverity, type IncidentStatus } from '../shared/incident';
import { asText } from '../shared/values';

/**
 * DevHelm has no acknowledged incidents: acknowledging lives on its notification dispatches. All
 * that is not over counts as triggered, also what is seen but not confirmed yet (WATCHING).
 * Sheet devhelm, section 7.5.
 */
const STATUS = new Map<string | undefined, IncidentStatus>([
	['WATCHING', 'triggered'],
	['TRIGGERED', 'triggered'],
	['CONFIRMED', 'triggered'],
	['RESOLVED', 'resolved'],
]);

/** The sheet names no counterparts; these follow what the words say. Sheet section 7.1. */
const SEVERITY = new Map<string | undefined, IncidentSeverity>([
	['DOWN', 'critical'],
	['DEGRADED', 'warning'],
	['MAINTENANCE', 'info'],
]);

/**
 * A DevHelm incident in the common shape. One that a monitor opened has no title, so the rule that
 * fired stands in. The names for `service` come with lists, and are null elsewhere. Sheet section 7.4.
 */
export function toIncidentRecord(incident: IDataObject): IDataObject {
	const status = asText(incident.status);
	const severity = asText(incident.severity);
	return incidentRecord({
		provider: 'devhelm',
		id: asText(incident.id) ?? '',
		number: asText(incident.displayKey) ?? null,
		title: titleOf(incident) ?? null,
		status: STATUS.get(status) ?? null,
		severity: SEVERITY.get(severity) ?? null,
		url: asText(incident.shortlink) ?? null,
		service: placeOf(incident) ?? null,
		createdAt: asText(incident.createdAt) ?? null,
		updatedAt: asText(incident.updatedAt) ?? null,
		vendorStatus: status ?? null,
		vendorSeverity: severity ?? null,
	});
}

/** What is wrong: the title that a person gave, else the rule that opened the incident. */
export function titleOf({ title, triggeredByRule }: IDataObject): string | undefined {
	return asText(title) ?? asText(triggeredByRule);
}

/** Where it is wrong: the name of the monitor, the vendor's service or the resource group. */
export function placeOf(incident: IDataObject): string | undefined {
	const { monitorName, serviceName, resourceGroupName } = incident;
	return asText(monitorName) ?? asText(serviceName) ?? asText(resourceGroupName);
}
