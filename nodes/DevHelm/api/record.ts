import type { IDataObject } from 'n8n-workflow';

import { asRows, asText } from '../../shared/ground/values';
import {
	incidentRecord,
	type Actor,
	type IncidentSeverity,
	type IncidentStatus,
} from '../../shared/records/incident';

/**
 * DevHelm has no acknowledged incidents: acknowledging lives on its notification dispatches. All
 * that is not over counts as triggered, also what is seen but not confirmed yet (WATCHING).
 * docs/facts/devhelm.md#states-of-an-internal-incident.
 */
const STATUS = new Map<string | undefined, IncidentStatus>([
	['WATCHING', 'triggered'],
	['TRIGGERED', 'triggered'],
	['CONFIRMED', 'triggered'],
	['RESOLVED', 'resolved'],
]);

/** DevHelm names no counterparts; these follow what the words say. docs/facts/devhelm.md#creating-an-internal-incident. */
const SEVERITY = new Map<string | undefined, IncidentSeverity>([
	['DOWN', 'critical'],
	['DEGRADED', 'warning'],
	['MAINTENANCE', 'info'],
]);

/**
 * A DevHelm incident in the common shape. One that a monitor opened has no title, so the rule that
 * fired stands in. The names for `service` come with lists, and are null elsewhere. Nobody is assigned to an
 * incident in DevHelm. docs/facts/devhelm.md#fields-of-an-internal-incident.
 */
export function toIncidentRecord(incident: IDataObject): IDataObject {
	const status = asText(incident.status);
	const severity = asText(incident.severity);
	return incidentRecord({
		provider: 'devhelm',
		id: asText(incident.id) ?? null,
		number: asText(incident.displayKey) ?? null,
		title: titleOf(incident) ?? null,
		status: STATUS.get(status) ?? null,
		severity: SEVERITY.get(severity) ?? null,
		url: asText(incident.shortlink) ?? null,
		service: placeOf(incident) ?? null,
		assignees: null,
		actor: actorOf(incident),
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

/**
 * Who changed it last, as far as its updates tell: the system, or some user. The user is known by a number where the
 * update has it, or where nobody has written since that user opened the incident. Lists hold no updates.
 */
export function actorOf(incident: IDataObject): Actor | null {
	const written = asRows(incident.updates).filter(({ createdBy }) => asText(createdBy));
	const [newest] = [...written].sort((one, other) => timeOf(other) - timeOf(one));
	if (!newest) return null;
	const type = String(newest.createdBy).toLowerCase();
	const opener = written.length === 1 && type === 'user' ? openerOf(incident) : null;
	return { id: asText(newest.createdByUserId) ?? opener?.id ?? null, name: null, type };
}

/** Who opened it by hand. */
export function openerOf({ createdByUserId }: IDataObject): Actor | null {
	const id = asText(createdByUserId);
	return id === undefined ? null : { id, name: null, type: 'user' };
}

/** When an update was written, in milliseconds; 0 where that is not known. */
export function timeOf({ createdAt }: IDataObject): number {
	return Date.parse(asText(createdAt) ?? '') || 0;
}
