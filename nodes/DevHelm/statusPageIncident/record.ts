import type { IDataObject } from 'n8n-workflow';

import {
	incidentRecord,
	type IncidentSeverity,
	type IncidentStatus,
} from '../../shared/records/incident';
import type { Reply } from '../../shared/wire/request';
import { asObject, asRows, asText } from '../../shared/ground/values';
import { actorOf } from '../api/record';

/**
 * A cause that is found, and a repair that is watched, mean that somebody is at work on it. DevHelm
 * names no counterparts; these follow what the words say. docs/facts/devhelm.md#status-page-incidents.
 */
const STATUS = new Map<string | undefined, IncidentStatus>([
	['INVESTIGATING', 'triggered'],
	['IDENTIFIED', 'acknowledged'],
	['MONITORING', 'acknowledged'],
	['RESOLVED', 'resolved'],
]);

/** Four levels of impact for four levels of severity, in order. docs/facts/devhelm.md#status-page-incidents. */
const SEVERITY = new Map<string | undefined, IncidentSeverity>([
	['CRITICAL', 'critical'],
	['MAJOR', 'error'],
	['MINOR', 'warning'],
	['NONE', 'info'],
]);

/** A status page incident in the common shape; its service is what it affects on the page. */
export function toIncidentRecord(incident: IDataObject): IDataObject {
	const status = asText(incident.status);
	const impact = asText(incident.impact);
	const affected = asRows(incident.affectedComponents).flatMap(
		({ componentName }) => asText(componentName) ?? [],
	);
	return incidentRecord({
		provider: 'devhelm',
		id: asText(incident.id) ?? null,
		number: null,
		title: asText(incident.title) ?? null,
		status: STATUS.get(status) ?? null,
		severity: SEVERITY.get(impact) ?? null,
		url: null,
		service: affected.join(', ') || null,
		assignees: null,
		actor: actorOf(incident),
		createdAt: asText(incident.createdAt) ?? null,
		updatedAt: asText(incident.updatedAt) ?? null,
		vendorStatus: status ?? null,
		vendorSeverity: impact ?? null,
	});
}

/** The incident of a reply; unlike internal incidents it is nested only once. docs/facts/devhelm.md#status-page-incidents. */
export function incidentOf({ body }: Reply): IDataObject[] | undefined {
	const data = asObject(asObject(body).data);
	return data.id === undefined ? undefined : [data];
}

export function isResolved({ status }: IDataObject): boolean {
	return status === 'RESOLVED';
}

/** A draft has no time of publication. docs/facts/devhelm.md#status-page-incidents. */
export function isPublished({ publishedAt }: IDataObject): boolean {
	return asText(publishedAt) !== undefined;
}

/** What to call an incident in a message. */
export function nameOf({ title, id }: IDataObject): string {
	return `"${asText(title) ?? String(id)}"`;
}
