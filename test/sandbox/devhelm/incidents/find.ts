import type { Handler } from '../../core/router';
import { uuid } from '../../core/shape';
import { invalidQuery, notFound, refuse } from '../errors';
import type { DevHelmStore, Incident } from '../types';

/** The incident of a path. */
export function findIncident(store: DevHelmStore, id: string): Incident {
	if (!uuid.test(id)) throw invalidQuery('id', 'must be a UUID');
	const incident = store.incidents.get(id.toLowerCase());
	if (!incident) throw notFound('Incident');
	return incident;
}

/** An endpoint that only the newer API has; the older one answers as it does for what is not there. */
export function newer(status: 404 | 405, handle: Handler<DevHelmStore>): Handler<DevHelmStore> {
	return (store, request, params) => {
		if (!store.isOlderApi) return handle(store, request, params);
		throw refuse(status, status === 404 ? 'No such path' : 'Method not allowed');
	};
}
