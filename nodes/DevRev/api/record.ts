import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';
import {
	incidentRecord,
	type Actor,
	type IncidentSeverity,
	type Named,
} from '../../shared/records/incident';
import { stageOf, statusOf } from './stage';

/** By enum ID, because organizations rename the labels. docs/facts/devrev.md#numbered-values. */
const SEVERITY: { [id: string]: IncidentSeverity } = {
	1: 'critical',
	2: 'error',
	3: 'warning',
	4: 'info',
};

/**
 * A DevRev incident in the common shape. Only its ID and title are sure to be there (docs/facts/devrev.md#what-an-incident-looks-like). The replies name no web address, so `url` is null unless one comes some day; the
 * service is the first part that the incident applies to.
 */
export function toIncidentRecord(incident: IDataObject): IDataObject {
	const severity = asObject(incident.severity);
	const [part = {}] = asRows(incident.applies_to_parts);
	return incidentRecord({
		provider: 'devrev',
		id: asText(incident.id) ?? null,
		number: asText(incident.display_id) ?? null,
		title: asText(incident.title) ?? null,
		status: statusOf(incident),
		severity: SEVERITY[asText(severity.id) ?? ''] ?? null,
		url: asText(incident.url) ?? null,
		service: asText(part.name) ?? null,
		assignees: assigneesOf(incident),
		actor: actorOf(incident.modified_by),
		createdAt: asText(incident.created_date) ?? null,
		updatedAt: asText(incident.modified_date) ?? null,
		vendorStatus: stageOf(incident).name ?? null,
		vendorSeverity: asText(severity.label) ?? null,
	});
}

/**
 * Who is to work on it. DevRev leaves an empty list out of an incident, which always has a title; what only refers to
 * an incident says nothing of its owners.
 */
export function assigneesOf({ owned_by, title }: IDataObject): Named[] | null {
	if (!Array.isArray(owned_by)) return title === undefined ? null : [];
	return asRows(owned_by).flatMap((owner) => {
		const actor = actorOf(owner);
		return actor ? [{ id: actor.id, name: actor.name }] : [];
	});
}

/** A user or a service account by name; null for nobody. */
export function actorOf(user: unknown): Actor | null {
	const { id, display_id, full_name, display_name, email, type } = asObject(user);
	const known = {
		id: asText(id) ?? asText(display_id) ?? null,
		name: asText(full_name) ?? asText(display_name) ?? asText(email) ?? null,
	};
	return known.id === null && known.name === null ? null : { ...known, type: asText(type) ?? null };
}
