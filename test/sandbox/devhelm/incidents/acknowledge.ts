import { get, post, type Params, type Route } from '../../core/router';
import { uuid } from '../../core/shape';
import type { Reply, SandboxRequest } from '../../core/types';
import { invalidQuery, notFound, refuse } from '../errors';
import { numberedPage, single } from '../paging';
import type { DevHelmStore } from '../types';
import { dispatchesOf, type Dispatch } from './activity';
import { findIncident, newer } from './find';

const DISPATCHES = '/api/v1/notification-dispatches';

export const acknowledgeRoutes: Array<Route<DevHelmStore>> = [
	post('/api/v1/incidents/{id}/acknowledge', newer(404, acknowledgeAll)),
	get(DISPATCHES, (store, request) => {
		// In snake case, unlike all the others.
		const incidentId = single(request.query, 'incident_id');
		if (!incidentId || !uuid.test(incidentId)) throw invalidQuery('incident_id', 'must be a UUID');
		return numberedPage(request, dispatchesOf(store, incidentId.toLowerCase()), 20);
	}),
	get(`${DISPATCHES}/{id}`, (store, _request, { id }) => answer(find(store, id))),
	post(`${DISPATCHES}/{id}/acknowledge`, (store, _request, { id }) => {
		const dispatch = find(store, id);
		if (!isWaiting(dispatch)) throw refuse(409, `Dispatch is ${dispatch.status}`);
		return answer(acknowledge(store, dispatch));
	}),
];

function acknowledgeAll(store: DevHelmStore, _request: SandboxRequest, { id }: Params): Reply {
	const incident = findIncident(store, id);
	const all = dispatchesOf(store, incident.id);
	const waiting = all.filter(isWaiting);
	const skipped = all
		.filter((dispatch) => !isWaiting(dispatch))
		.map(({ id: skippedId, status }) => ({
			id: skippedId,
			status,
			reason: `Dispatch is ${status}`,
		}));
	const acknowledged = waiting.map((dispatch) => acknowledge(store, dispatch));
	return { status: 200, body: { data: { acknowledged, skipped } } };
}

function find({ dispatches }: DevHelmStore, id: string): Dispatch {
	const dispatch = dispatches.get(id.toLowerCase());
	if (!dispatch) throw notFound('Dispatch');
	return dispatch;
}

function isWaiting({ status }: Dispatch): boolean {
	return status === 'DELIVERED' || status === 'ESCALATING';
}

function acknowledge({ clock }: DevHelmStore, dispatch: Dispatch): Dispatch {
	const at = new Date(clock.now()).toISOString();
	return Object.assign(dispatch, { status: 'ACKNOWLEDGED', acknowledgedAt: at, updatedAt: at });
}

function answer(dispatch: Dispatch): Reply {
	return { status: 200, body: { data: dispatch } };
}
