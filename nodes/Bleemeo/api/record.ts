import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asText, isObject } from '../../shared/ground/values';
import { incidentRecord, type Actor, type IncidentSeverity } from '../../shared/records/incident';

/** Bleemeo's status numbers: they jump from 3 to 10. docs/facts/bleemeo.md#status-numbers. */
const STATUSES: { [status: number]: { label: string; severity: IncidentSeverity | null } } = {
	0: { label: 'OK', severity: null },
	1: { label: 'Warning', severity: 'warning' },
	2: { label: 'Critical', severity: 'critical' },
	3: { label: 'Unknown', severity: 'error' },
	10: { label: 'Info', severity: 'info' },
};

/** The name of a status number, as the form and the record show it. */
export function statusLabel(status: number | undefined): string | undefined {
	return status === undefined ? undefined : STATUSES[status]?.label;
}

/**
 * A Bleemeo event in the common shape. Bleemeo has one number for both state and severity: 0 (OK)
 * ends a thread of events, whatever else is open. A number that is new to this table counts as open,
 * with the label that Bleemeo gives it. Events refer to agent and service by bare IDs, so `service`
 * is set only where a reply holds the object itself. Bleemeo knows nobody who is to work on an event; users
 * stand only in events that one of them has written.
 */
export function toIncidentRecord(event: IDataObject): IDataObject {
	const status = asNumber(event.status);
	return incidentRecord({
		provider: 'bleemeo',
		id: asText(event.id) ?? null,
		number: null,
		title: asText(event.title) ?? null,
		status: status === undefined ? null : status === 0 ? 'resolved' : 'triggered',
		severity: status === undefined ? null : (STATUSES[status]?.severity ?? null),
		url: null,
		service: nameOf(event.service) ?? nameOf(event.agent) ?? null,
		assignees: null,
		actor: actorOf(event.modified_by) ?? actorOf(event.created_by),
		createdAt: asText(event.created_at) ?? asText(event.happened_at) ?? null,
		updatedAt: asText(event.modified_at) ?? null,
		vendorStatus: statusLabel(status) ?? asText(event.status_text) ?? null,
		vendorSeverity: status ?? null,
	});
}

/** The name in an object that Bleemeo refers to; undefined for a bare ID. */
export function nameOf(value: unknown): string | undefined {
	if (!isObject(value)) return;
	return [value.display_name, value.label, value.name, value.fqdn].map(asText).find(Boolean);
}

/** A user as an event refers to one: by an ID, or by an object. */
export function actorOf(user: unknown): Actor | null {
	const { id = user, full_name, username, name, email } = asObject(user);
	const known = {
		id: asText(id) ?? null,
		name: [full_name, name, username, email].map(asText).find(Boolean) ?? null,
	};
	return known.id === null && known.name === null ? null : { ...known, type: 'user' };
}
