import { get, post, put, type Handler, type Params, type Route } from '../../core/router';
import { uuid } from '../../core/shape';
import type { Reply, SandboxRequest } from '../../core/types';
import { invalid, invalidQuery, notFound, refuse } from '../errors';
import { readBody } from '../incidents';
import { shortList } from '../paging';
import type { DevHelmStore } from '../types';
import { addPageIncident, addPageUpdate, pageDetail, setComponents, setStatus } from './build';
import type { NewPageIncident } from './build';
import { listPageIncidents } from './list';
import { subscriberRoutes } from './subscribers';
import { findPage } from './find';
import { changeShape, createShape, publishShape, updateShape } from './shapes';
import type { ComponentChange, Impact, PageIncident, PageStatus } from './types';

const one = '/api/v1/status-pages/{pageId}/incidents/{id}';
const all = '/api/v1/status-pages/{pageId}/incidents';

export const statusPageRoutes: Array<Route<DevHelmStore>> = [
	get('/api/v1/status-pages/{pageId}/components', (store, _request, { pageId }) => {
		const page = findPage(store, pageId);
		const components = [...store.pageComponents.values()];
		return shortList(components.filter(({ statusPageId }) => statusPageId === page));
	}),
	get(all, (store, request, { pageId }) =>
		listPageIncidents(store, request, findPage(store, pageId)),
	),
	post(all, createIncident),
	get(
		one,
		onIncident((_store, _request, incident) => detail(incident)),
	),
	put(one, onIncident(changeIncident)),
	{ method: 'DELETE', path: one, handle: onIncident(drop) },
	post(`${one}/updates`, onIncident(addUpdate)),
	post(`${one}/publish`, onIncident(publish)),
	post(
		`${one}/dismiss`,
		onIncident((store, request, incident) => {
			if (incident.publishedAt) throw refuse(409, 'Only draft incidents can be dismissed');
			return drop(store, request, incident);
		}),
	),
	...subscriberRoutes,
];

function onIncident(
	handle: (store: DevHelmStore, request: SandboxRequest, incident: PageIncident) => Reply,
): Handler<DevHelmStore> {
	return (store, request, { pageId, id }) => {
		const page = findPage(store, pageId);
		if (!uuid.test(id)) throw invalidQuery('incidentId', 'must be a UUID');
		const incident = store.pageIncidents.get(id.toLowerCase());
		if (incident?.statusPageId !== page) throw notFound('Status page incident');
		return handle(store, request, incident);
	};
}

function detail(incident: PageIncident, status = 200): Reply {
	return { status, body: pageDetail(incident) };
}

function createIncident(store: DevHelmStore, request: SandboxRequest, { pageId }: Params): Reply {
	const page = findPage(store, pageId);
	const wanted = readBody<NewPageIncident>(request, createShape);
	if (wanted.scheduled && !wanted.scheduledFor) {
		throw invalid({
			code: 'REQUIRED',
			field: '/scheduledFor',
			message: 'scheduledFor must be given when scheduled is true',
		});
	}
	return detail(addPageIncident(store, page, wanted), 201);
}

interface Change {
	title?: string | null;
	status?: PageStatus | null;
	impact?: Impact | null;
	affectedComponents?: ComponentChange[] | null;
	postmortemBody?: string | null;
	postmortemUrl?: string | null;
}

/** Null keeps; an empty text clears a postmortem. */
function changeIncident(store: DevHelmStore, request: SandboxRequest, incident: PageIncident) {
	const wanted = readBody<Change>(request, changeShape);
	setComponents(store, incident, wanted.affectedComponents);
	incident.title = wanted.title ?? incident.title;
	incident.impact = wanted.impact ?? incident.impact;
	incident.postmortemBody = (wanted.postmortemBody ?? incident.postmortemBody) || null;
	incident.postmortemUrl = (wanted.postmortemUrl ?? incident.postmortemUrl) || null;
	setStatus(incident, wanted.status ?? incident.status, timeOf(store));
	return detail(incident);
}

function drop(store: DevHelmStore, _request: SandboxRequest, { id }: PageIncident): Reply {
	store.pageIncidents.delete(id);
	return { status: 204 };
}

function addUpdate(store: DevHelmStore, request: SandboxRequest, incident: PageIncident): Reply {
	const wanted = readBody<
		{ status: PageStatus; body: string } & Pick<
			NewPageIncident,
			'affectedComponents' | 'notifySubscribers'
		>
	>(request, updateShape);
	setComponents(store, incident, wanted.affectedComponents);
	addPageUpdate(store, incident, wanted);
	return detail(incident, 201);
}

function publish(store: DevHelmStore, request: SandboxRequest, incident: PageIncident): Reply {
	if (incident.publishedAt) throw refuse(409, 'Only draft incidents can be published');
	const wanted = readBody<Change & { body?: string | null; notifySubscribers?: boolean | null }>(
		request,
		publishShape,
	);
	if (wanted.status === 'RESOLVED') throw refuse(400, 'status must be an active status');
	setComponents(store, incident, wanted.affectedComponents);
	const at = timeOf(store);
	const [draft] = incident.updates;
	draft.body = wanted.body ?? draft.body;
	draft.status = wanted.status ?? draft.status;
	draft.notifySubscribers = wanted.notifySubscribers ?? true;
	incident.title = wanted.title ?? incident.title;
	incident.impact = wanted.impact ?? incident.impact;
	incident.publishedAt = at;
	setStatus(incident, draft.status, at);
	return detail(incident);
}

function timeOf({ clock }: DevHelmStore): string {
	return new Date(clock.now()).toISOString();
}
