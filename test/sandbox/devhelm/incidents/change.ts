import { uuidOf } from '../../core/ids';
import { post, type Params, type Route } from '../../core/router';
import { flag, nullable, object, oneOf, required, text } from '../../core/shape';
import type { Reply, SandboxRequest } from '../../core/types';
import { readBody } from '../body';
import { invalid, refuse } from '../errors';
import { incidentStatuses, severities } from '../types';
import type { DevHelmStore, Incident, IncidentStatus, IncidentUpdate, Severity } from '../types';
import { detail } from './build';
import { webhookIncident } from '../webhooks';
import { findIncident, newer } from './find';

export const changeRoutes: Array<Route<DevHelmStore>> = [
	{ method: 'PATCH', path: '/api/v1/incidents/{id}', handle: newer(405, edit) },
	post('/api/v1/incidents/{id}/updates', addUpdate),
	post('/api/v1/incidents/{id}/resolve', resolve),
];

const editShape = object({
	title: nullable({ kind: 'string', min: 1 }),
	severity: nullable(oneOf(...severities)),
});
const updateShape = object({
	body: nullable(text),
	newStatus: nullable(oneOf(...incidentStatuses)),
	notifySubscribers: required(flag),
});
const resolveShape = object({ body: nullable(text) });

/** Null keeps what is there. */
function edit(store: DevHelmStore, request: SandboxRequest, { id }: Params): Reply {
	const incident = findIncident(store, id);
	const { title, severity } = readBody<{ title?: string | null; severity?: Severity | null }>(
		request,
		editShape,
	);
	incident.title = title ?? incident.title;
	incident.severity = severity ?? incident.severity;
	incident.updatedAt = timeOf(store);
	return { status: 200, body: detail(store, incident) };
}

function addUpdate(store: DevHelmStore, request: SandboxRequest, { id }: Params): Reply {
	const incident = findIncident(store, id);
	const wanted = readBody<Pick<IncidentUpdate, 'body' | 'newStatus' | 'notifySubscribers'>>(
		request,
		updateShape,
	);
	if (wanted.body === undefined && wanted.newStatus === undefined) {
		throw invalid({ code: 'REQUIRED', field: null, message: 'body or newStatus must be given' });
	}
	record(store, incident, wanted);
	return { status: 201, body: detail(store, incident) };
}

/** The vendor does not document what a second one meets: here it is refused. */
function resolve(store: DevHelmStore, request: SandboxRequest, { id }: Params): Reply {
	const incident = findIncident(store, id);
	const { body = null } =
		request.content.kind === 'none'
			? {}
			: readBody<{ body?: string | null }>(request, resolveShape);
	if (incident.status === 'RESOLVED') throw refuse(409, 'Incident is already resolved');
	record(store, incident, { body, newStatus: 'RESOLVED', notifySubscribers: false });
	incident.resolutionReason = 'MANUAL';
	return { status: 200, body: detail(store, incident) };
}

function record(
	store: DevHelmStore,
	incident: Incident,
	{
		body = null,
		newStatus = null,
		notifySubscribers,
	}: { body?: string | null; newStatus?: IncidentStatus | null; notifySubscribers: boolean },
): void {
	const updates = store.updates.get(incident.id) ?? [];
	const createdAt = timeOf(store);
	updates.push({
		id: uuidOf(`update ${incident.id} ${updates.length + 1}`),
		incidentId: incident.id,
		oldStatus: newStatus && incident.status,
		newStatus,
		body,
		createdBy: 'USER',
		notifySubscribers,
		createdAt,
	});
	store.updates.set(incident.id, updates);
	incident.updatedAt = createdAt;
	if (!newStatus) return;
	const [wasResolved, isResolved] = [incident.status, newStatus].map((one) => one === 'RESOLVED');
	if (wasResolved && !isResolved) incident.reopenCount += 1;
	incident.status = newStatus;
	incident.resolvedAt = isResolved ? createdAt : null;
	if (wasResolved === isResolved) return;
	const type = isResolved ? 'incident.resolved' : 'incident.reopened';
	store.happened.push({ type, data: webhookIncident(incident) });
}

function timeOf({ clock }: DevHelmStore): string {
	return new Date(clock.now()).toISOString();
}
