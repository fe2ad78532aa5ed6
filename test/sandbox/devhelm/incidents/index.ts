import { get, post } from '../../core/router';
import type { Route } from '../../core/router';
import {
	dateTime,
	formatted,
	nullable,
	object,
	oneOf,
	required,
	text,
	uuid,
} from '../../core/shape';
import { where } from '../../core/timeline';
import type { Query, Reply, SandboxRequest } from '../../core/types';
import { readBody } from '../body';
import { invalidQuery, notFound } from '../errors';
import { numberedPage, single } from '../paging';
import { incidentStatuses, severities, sources } from '../types';
import type { DevHelmStore, Incident, Severity } from '../types';
import { webhookIncident } from '../webhooks';
import { acknowledgeRoutes } from './acknowledge';
import { addDispatch } from './activity';
import { addIncident, detail, listEntry } from './build';
import { changeRoutes } from './change';
import { findIncident } from './find';
import { timelineRoutes } from './timeline';

export { readBody };

export const incidentRoutes: Array<Route<DevHelmStore>> = [
	post('/api/v1/incidents', createIncident),
	get('/api/v1/incidents', listIncidents),
	get('/api/v1/incidents/{id}', (store, _request, { id }) => ({
		status: 200,
		body: detail(store, findIncident(store, id)),
	})),
	...changeRoutes,
	...acknowledgeRoutes,
	...timelineRoutes,
];

const createShape = object({
	title: required({ kind: 'string', min: 1 }),
	severity: required(oneOf(...severities)),
	monitorId: nullable(formatted(uuid)),
	body: nullable(text),
});

interface CreateRequest {
	title: string;
	severity: Severity;
	monitorId?: string | null;
	body?: string | null;
}

function createIncident(store: DevHelmStore, request: SandboxRequest): Reply {
	const wanted = readBody<CreateRequest>(request, createShape);
	const monitorId = wanted.monitorId?.toLowerCase();
	if (monitorId !== undefined && !store.monitors.has(monitorId)) throw notFound('Monitor');
	const incident = addIncident(store, { ...wanted, monitorId });
	// The organization's policy "Everything" notifies somebody, who can acknowledge.
	addDispatch(store, incident.id, 'DELIVERED');
	store.happened.push({ type: 'incident.created', data: webhookIncident(incident) });
	return { status: 201, body: detail(store, incident) };
}

function listIncidents(store: DevHelmStore, request: SandboxRequest): Reply {
	const isWanted = incidentFilter(store, request.query);
	const from = readTime(request.query, 'startedFrom') ?? -Infinity;
	const to = readTime(request.query, 'startedTo') ?? Infinity;
	const found = where(store.incidents.newestFirst({ from, to }), isWanted);
	return numberedPage(request, found, 10, (incident) => listEntry(store, incident));
}

function incidentFilter(store: DevHelmStore, query: Query): (incident: Incident) => boolean {
	const status = readEnum(query, 'status', incidentStatuses);
	const severity = readEnum(query, 'severity', severities);
	const source = readEnum(query, 'source', sources);
	const monitorId = readId(query, 'monitorId');
	const serviceId = readId(query, 'serviceId');
	const resourceGroupId = readId(query, 'resourceGroupId');
	const tagId = readId(query, 'tagId');
	const environmentId = readId(query, 'environmentId');
	const agrees = (wanted: string | undefined, actual: string | null | undefined) =>
		wanted === undefined || wanted === actual;
	return (incident) => {
		const monitor = store.monitors.get(incident.monitorId ?? '');
		return (
			agrees(status, incident.status) &&
			agrees(severity, incident.severity) &&
			agrees(source, incident.source) &&
			agrees(monitorId, incident.monitorId) &&
			agrees(serviceId, incident.serviceId) &&
			agrees(resourceGroupId, incident.resourceGroupId) &&
			agrees(environmentId, monitor?.environment?.id) &&
			(tagId === undefined || monitor?.tags.some(({ id }) => id === tagId) === true)
		);
	};
}

function readEnum(query: Query, name: string, allowed: readonly string[]): string | undefined {
	const value = single(query, name);
	if (value === undefined || allowed.includes(value)) return value;
	throw invalidQuery(name, `must be one of ${allowed.join(', ')}`);
}

function readId(query: Query, name: string): string | undefined {
	const value = single(query, name);
	if (value === undefined || uuid.test(value)) return value?.toLowerCase();
	throw invalidQuery(name, 'must be a UUID');
}

function readTime(query: Query, name: string): number | undefined {
	const value = single(query, name);
	if (value === undefined) return undefined;
	if (!dateTime.test(value)) throw invalidQuery(name, 'must be an ISO 8601 date and time');
	return Date.parse(value);
}
