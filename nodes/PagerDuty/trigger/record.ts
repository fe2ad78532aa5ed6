import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';
import { actorOf, toIncidentRecord } from '../api/record';

/**
 * What an event is about, in the common shape: an incident or, where it is about none, a service. Webhooks name some
 * things in another way than the REST API, and most events other than the incident's own carry only a reference to
 * it. Pure.
 */
export function toTriggerRecord(event: IDataObject): IDataObject {
	const data = asObject(event.data);
	const record = shaped(data, asText(event.occurred_at));
	return { ...record, actor: actorOf(event.agent) };
}

/** The service that an event is about, or that its incident belongs to; empty where it names none. Pure. */
export function serviceIn(data: IDataObject): IDataObject {
	return isOfService(data) ? data : asObject(data.service);
}

function shaped(data: IDataObject, occurredAt: string | undefined): IDataObject {
	const service = serviceIn(data);
	if (data.type === 'incident') {
		return toIncidentRecord({ ...data, incident_number: data.number, updated_at: occurredAt });
	}
	const incident = incidentIn(data);
	if (incident) return toIncidentRecord({ ...incident, incident_number: incident.number, service });
	const { id, html_url } = service;
	return toIncidentRecord({ id, html_url, service });
}

function isOfService({ type }: IDataObject): boolean {
	return type === 'service';
}

/** A role's incident stands in each of its assignments. */
function incidentIn({ incident, incident_role_assignments: roles }: IDataObject) {
	const all = [incident, ...asRows(roles).map((role) => role.incident)].map(asObject);
	return all.find(({ id }) => asText(id) !== undefined);
}
