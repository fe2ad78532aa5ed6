import type { Route } from '../../core/router';
import { put } from '../../core/router';
import type { JsonObject } from '../../core/types';
import { isObject } from '../../core/values';
import { requireActor } from '../auth';
import type { PagerDutyContext } from '../auth';
import { errorReply, invalidInput, refuse } from '../errors';
import { planChange } from './change';
import { findIncident, readBody } from './find';
import { renderIncident } from './render';

const largestBulk = 250;

/** `PUT /incidents/{id}` and `PUT /incidents`. */
export const updateRoutes: Array<Route<PagerDutyContext>> = [
	put('/incidents', (context, request) => {
		const { store } = context;
		const actor = requireActor(context, request);
		const { incidents } = readBody(request);
		if (!Array.isArray(incidents) || incidents.length === 0) {
			throw invalidInput('Incidents cannot be empty.');
		}
		if (incidents.length > largestBulk) {
			return errorReply(413, 2001, 'Request Entity Too Large');
		}
		const changes = incidents.map((wanted: unknown) => {
			if (!isObject(wanted)) throw invalidInput('Each incident must be a Hash.');
			const incident = store.incidents.get(String(wanted.id));
			if (!incident) throw refuse(400, 1004, 'Invalid Incident ID Provided');
			if (wanted.service !== undefined) throw invalidInput('Service cannot be changed in bulk.');
			return { incident, make: planChange(store, incident, actor, wanted) };
		});
		for (const { make } of changes) make();
		// In no order that a client could rely on.
		const rows = changes.map(({ incident }) => renderIncident(store, incident, request)).reverse();
		const page = { limit: rows.length, offset: 0, more: false, total: null };
		return { status: 200, body: { incidents: rows, ...page } };
	}),
	put('/incidents/{id}', (context, request, { id }) => {
		const { store } = context;
		const actor = requireActor(context, request);
		const incident = findIncident(store, id);
		const { incident: given } = readBody(request);
		// A missing wrapper is answered as if the title were missing.
		if (!isObject(given)) throw invalidInput('Title cannot be empty.');
		const wanted: JsonObject = given;
		planChange(store, incident, actor, wanted)();
		return { status: 200, body: { incident: renderIncident(store, incident, request) } };
	}),
];
