import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';
import {
	incidentRecord,
	unknownIncident,
	type IncidentStatus,
} from '../../shared/records/incident';
import { openerOf, timeOf, toIncidentRecord } from '../api/record';
import { toServiceIncidentRecord } from '../api/serviceIncident';
import { camelCased, incidentOf, subjectOf } from './subject';

/** What the name of an event says about the incident, where its data does not. */
const STATUS = new Map<string | undefined, IncidentStatus>([
	['incident.created', 'triggered'],
	['incident.reopened', 'triggered'],
	['incident.resolved', 'resolved'],
	['service.incident_created', 'triggered'],
	['service.incident_updated', 'triggered'],
	['service.incident_resolved', 'resolved'],
]);

const UNKNOWN = unknownIncident('devhelm');

/**
 * What an event is about, in the common shape. A monitor and a service are no incidents: they have a
 * name, and the state that they are in as `vendorStatus`. Of what has an unknown shape all is null.
 * Pure. docs/facts/devhelm.md#fields-of-an-internal-incident and docs/facts/devhelm.md#monitors and docs/facts/devhelm.md#body-of-a-delivery.
 */
export function toTriggerRecord(type: string | undefined, data: unknown): IDataObject {
	const record = shaped(type, data);
	return {
		...record,
		status: record.status ?? STATUS.get(type) ?? null,
	};
}

/** What somebody wrote: the data's own text, else that of the newest update. Pure. */
export function writtenIn(data: unknown): string | undefined {
	const outer = camelCased(asObject(data));
	const incident = incidentOf(data);
	const [newest] = updatesIn(data)
		.filter(({ body }) => asText(body) !== undefined)
		.sort((one, other) => timeOf(other) - timeOf(one));
	return asText(outer.body) ?? asText(incident.body) ?? asText(newest?.body);
}

function shaped(type: string | undefined, data: unknown): IDataObject {
	const [surface, what] = (type ?? '').split('.');
	if (surface === 'incident') return ownIncidentRecord(type, data);
	if (surface === 'monitor') return monitorRecord(subjectOf(data, 'monitor'));
	if (surface !== 'service') return incidentRecord(UNKNOWN);
	if (what?.startsWith('incident')) return toServiceIncidentRecord(incidentOf(data));
	return what?.startsWith('component') ? componentRecord(data) : serviceRecord(data);
}

/** Who opened an incident has not resolved or reopened it for that. */
function ownIncidentRecord(type: string | undefined, data: unknown): IDataObject {
	const incident = { ...incidentOf(data), updates: updatesIn(data) };
	const record = toIncidentRecord(incident);
	return type === 'incident.created'
		? { ...record, actor: record.actor ?? openerOf(incident) }
		: record;
}

/** They may stand in the incident, or beside it. */
function updatesIn(data: unknown): IDataObject[] {
	const { updates } = camelCased(asObject(data));
	return asRows(updates ?? incidentOf(data).updates).map(camelCased);
}

function monitorRecord({ id, name, currentStatus, createdAt, updatedAt }: IDataObject) {
	return incidentRecord({
		...UNKNOWN,
		id: asText(id) ?? null,
		title: asText(name) ?? null,
		service: asText(name) ?? null,
		createdAt: asText(createdAt) ?? null,
		updatedAt: asText(updatedAt) ?? null,
		vendorStatus: asText(currentStatus) ?? null,
	});
}

function serviceRecord(data: unknown): IDataObject {
	const service = subjectOf(data, 'service');
	return incidentRecord({
		...UNKNOWN,
		id: asText(service.id) ?? null,
		service: asText(service.name) ?? asText(service.serviceName) ?? null,
		vendorStatus: stateIn(data) ?? asText(service.overallStatus) ?? asText(service.status) ?? null,
	});
}

function componentRecord(data: unknown): IDataObject {
	const component = subjectOf(data, 'component');
	const outer = camelCased(asObject(data));
	return incidentRecord({
		...UNKNOWN,
		id: asText(component.id) ?? null,
		title: asText(component.name) ?? asText(component.componentName) ?? null,
		service: asText(asObject(outer.service).name) ?? asText(outer.serviceName) ?? null,
		vendorStatus: stateIn(data) ?? asText(component.status) ?? null,
	});
}

/** The state after a change, where the data tells it beside the object. */
function stateIn(data: unknown): string | undefined {
	const { newStatus, currentStatus, toStatus, status } = camelCased(asObject(data));
	return asText(newStatus) ?? asText(currentStatus) ?? asText(toStatus) ?? asText(status);
}
