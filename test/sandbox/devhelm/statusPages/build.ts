import { uuidOf } from '../../core/ids';
import type { JsonObject } from '../../core/types';
import { notFound } from '../errors';
import type { DevHelmStore } from '../types';
import type { ComponentChange, Impact, PageIncident, PageStatus } from './types';

export interface NewPageIncident {
	title: string;
	impact: Impact;
	body: string;
	status?: PageStatus | null;
	affectedComponents?: ComponentChange[] | null;
	scheduled?: boolean | null;
	scheduledFor?: string | null;
	scheduledUntil?: string | null;
	autoResolve?: boolean | null;
	notifySubscribers?: boolean | null;
}

interface Origin {
	at?: number;
	isDraft?: boolean;
}

/** Files an incident with its first update. What is made by hand is published at once. */
export function addPageIncident(
	store: DevHelmStore,
	statusPageId: string,
	wanted: NewPageIncident,
	{ at = store.clock.now(), isDraft = false }: Origin = {},
): PageIncident {
	const id = uuidOf(`page incident ${store.nextPageNumber}`);
	store.nextPageNumber += 1;
	const time = new Date(at).toISOString();
	const incident: PageIncident = {
		id,
		statusPageId,
		title: wanted.title,
		status: 'INVESTIGATING',
		impact: wanted.impact,
		scheduled: wanted.scheduled ?? false,
		scheduledFor: wanted.scheduledFor ?? null,
		scheduledUntil: wanted.scheduledUntil ?? null,
		autoResolve: wanted.autoResolve ?? false,
		incidentId: null,
		startedAt: time,
		publishedAt: isDraft ? null : time,
		resolvedAt: null,
		createdByUserId: isDraft ? null : 31,
		postmortemBody: null,
		postmortemUrl: null,
		affectedComponents: [],
		updates: [],
		createdAt: time,
		updatedAt: time,
	};
	setComponents(store, incident, wanted.affectedComponents);
	addPageUpdate(store, incident, { ...wanted, status: wanted.status ?? 'INVESTIGATING' }, at);
	store.pageIncidents.set(id, incident);
	return incident;
}

/** Writes an update; the incident takes on its status. Subscribers are mailed unless told otherwise. */
export function addPageUpdate(
	store: DevHelmStore,
	incident: PageIncident,
	wanted: { status: PageStatus; body: string; notifySubscribers?: boolean | null },
	at = store.clock.now(),
): void {
	const time = new Date(at).toISOString();
	incident.updates.push({
		id: uuidOf(`page update ${incident.id} ${incident.updates.length}`),
		status: wanted.status,
		body: wanted.body,
		createdBy: 'USER',
		createdByUserId: 31,
		notifySubscribers: wanted.notifySubscribers ?? true,
		createdAt: time,
	});
	setStatus(incident, wanted.status, time);
}

export function setStatus(incident: PageIncident, status: PageStatus, time: string): void {
	incident.status = status;
	incident.resolvedAt = status === 'RESOLVED' ? (incident.resolvedAt ?? time) : null;
	incident.updatedAt = time;
}

/** Null keeps what there is. A component of another page is unknown here. */
export function setComponents(
	{ pageComponents }: DevHelmStore,
	incident: PageIncident,
	wanted: ComponentChange[] | null | undefined,
): void {
	if (!wanted) return;
	incident.affectedComponents = wanted.map(({ componentId, status }) => {
		const component = pageComponents.get(componentId.toLowerCase());
		if (component?.statusPageId !== incident.statusPageId) throw notFound('Component');
		component.currentStatus = status;
		return {
			statusPageComponentId: component.id,
			componentStatus: status,
			componentName: component.name,
		};
	});
}

/** On its own: with its updates, newest first, and nulls are left out. */
export function pageDetail(incident: PageIncident): JsonObject {
	return { data: { ...present(incident), updates: [...incident.updates].reverse() } };
}

function present<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as T;
}
