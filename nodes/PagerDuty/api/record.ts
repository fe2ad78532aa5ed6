import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asRows, asText } from '../../shared/ground/values';
import {
	incidentRecord,
	type Actor,
	type IncidentSeverity,
	type IncidentStatus,
	type Named,
} from '../../shared/records/incident';

/** PagerDuty's status words are the common ones. docs/facts/pagerduty.md#members-of-an-incident. */
const STATUS: { [word: string]: IncidentStatus } = {
	triggered: 'triggered',
	acknowledged: 'acknowledged',
	resolved: 'resolved',
};

/** Priorities are named freely by each account, so the urgency decides. */
const SEVERITY: { [urgency: string]: IncidentSeverity } = { high: 'critical', low: 'warning' };

/**
 * A PagerDuty incident in the common shape; `vendorSeverity` is the priority, else the urgency. A reference to an
 * incident, and PagerDuty's own samples of some replies, have a summary in place of the title.
 */
export function toIncidentRecord(incident: IDataObject): IDataObject {
	const priority = asObject(incident.priority);
	const urgency = asText(incident.urgency);
	const status = asText(incident.status);
	return incidentRecord({
		provider: 'pagerduty',
		id: asText(incident.id) ?? null,
		number: asNumber(incident.incident_number) ?? null,
		title: asText(incident.title) ?? asText(incident.summary) ?? null,
		status: STATUS[status ?? ''] ?? null,
		severity: SEVERITY[urgency ?? ''] ?? null,
		url: asText(incident.html_url) ?? null,
		service: asText(asObject(incident.service).summary) ?? null,
		assignees: assigneesOf(incident),
		actor: actorOf(incident.last_status_change_by),
		createdAt: asText(incident.created_at) ?? null,
		updatedAt: asText(incident.updated_at) ?? asText(incident.last_status_change_at) ?? null,
		vendorStatus: status ?? null,
		vendorSeverity: asText(priority.name) ?? asText(priority.summary) ?? urgency ?? null,
	});
}

/** Who or what PagerDuty refers to; null for nothing. Pure. */
export function namedIn(reference: unknown): Named | null {
	const { id, summary, name } = asObject(reference);
	const named = { id: asText(id) ?? null, name: asText(summary) ?? asText(name) ?? null };
	return named.id === null && named.name === null ? null : named;
}

/** Who did something, with its type as in `user` or `inbound_integration`; null for nobody. Pure. */
export function actorOf(reference: unknown): Actor | null {
	const named = namedIn(reference);
	const type = asText(asObject(reference).type)?.replace(/_reference$/, '');
	return named && { ...named, type: type ?? null };
}

/** All that are referred to in a list; null where there is no list. Pure. */
export function allNamedIn(list: unknown): Named[] | null {
	return Array.isArray(list) ? asRows(list).flatMap((one) => namedIn(one) ?? []) : null;
}

/** Webhooks name them at once, the REST API by their assignments. */
function assigneesOf({ assignments, assignees }: IDataObject): Named[] | null {
	if (!Array.isArray(assignments)) return allNamedIn(assignees);
	return allNamedIn(asRows(assignments).map(({ assignee }) => assignee));
}
