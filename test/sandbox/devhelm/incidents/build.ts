import { uuidOf } from '../../core/ids';
import type { JsonObject } from '../../core/types';
import { organizationId } from '../organization';
import type { DevHelmStore, Incident, IncidentStatus, Severity, Source } from '../types';

export interface NewIncident {
	title?: string;
	severity: Severity;
	status?: IncidentStatus;
	source?: Source;
	monitorId?: string | null;
	serviceId?: string;
	resourceGroupId?: string;
	body?: string | null;
	at?: number;
}

/** Files an incident with its first update; a manual one starts confirmed. */
export function addIncident(store: DevHelmStore, wanted: NewIncident): Incident {
	const { status = 'CONFIRMED', source = 'MANUAL' } = wanted;
	const id = uuidOf(`incident ${store.nextNumber}`);
	store.nextNumber += 1;
	const at = new Date(wanted.at ?? store.clock.now()).toISOString();
	const isManual = source === 'MANUAL';
	const isResolved = status === 'RESOLVED';
	const incident: Incident = {
		id,
		organizationId,
		monitorId: wanted.monitorId ?? null,
		source,
		status,
		severity: wanted.severity,
		title: wanted.title ?? null,
		triggeredByRule: isManual ? null : 'consecutive failures',
		affectedRegions: isManual ? [] : ['eu-central'],
		reopenCount: 0,
		createdByUserId: isManual ? 31 : null,
		statusPageVisible: false,
		serviceIncidentId: null,
		serviceId: wanted.serviceId ?? null,
		externalRef: null,
		affectedComponents: null,
		shortlink: null,
		resolutionReason: isResolved ? 'MANUAL' : null,
		startedAt: at,
		confirmedAt: status === 'CONFIRMED' || isResolved ? at : null,
		resolvedAt: isResolved ? at : null,
		cooldownUntil: null,
		createdAt: at,
		updatedAt: at,
		resourceGroupId: wanted.resourceGroupId ?? null,
	};
	store.incidents.set(id, incident);
	store.updates.set(id, [
		{
			id: uuidOf(`update ${id} 1`),
			incidentId: id,
			oldStatus: null,
			newStatus: status,
			body: wanted.body ?? null,
			createdBy: isManual ? 'USER' : 'SYSTEM',
			notifySubscribers: false,
			createdAt: at,
		},
	]);
	return incident;
}

/** In a list: with the names of what it belongs to, nulls included. */
export function listEntry(store: DevHelmStore, incident: Incident): JsonObject {
	const monitor = store.monitors.get(incident.monitorId ?? '');
	const service = store.services.get(incident.serviceId ?? '');
	const group = store.resourceGroups.get(incident.resourceGroupId ?? '');
	return {
		...incident,
		monitorName: monitor?.name ?? null,
		monitorType: monitor?.type ?? null,
		serviceName: service?.name ?? null,
		serviceSlug: service?.slug ?? null,
		resourceGroupName: group?.name ?? null,
	};
}

/** On its own: nested once more, and nulls are left out. */
export function detail(store: DevHelmStore, incident: Incident): JsonObject {
	const present = Object.entries(incident).filter(([, value]) => value !== null);
	return {
		data: {
			incident: Object.fromEntries(present),
			updates: store.updates.get(incident.id) ?? [],
			statusPageIncidents: [],
		},
	};
}
