import { wholeSeconds } from '../../core/ids';
import { post, put } from '../../core/router';
import type { Route } from '../../core/router';
import { requireActor } from '../auth';
import type { PagerDutyContext } from '../auth';
import { invalidInput, notFound, refuse } from '../errors';
import { referTo } from '../references';
import type { Incident, PagerDutyStore } from '../types';
import { setStatus } from './change';
import { findIncident, readBody } from './find';
import { referenceId } from './read';
import { renderIncident } from './render';

const longestSnooze = 604_800;
const mostAlerts = 1000;

/** Snooze and merge: their bodies are not wrapped. */
export const actionRoutes: Array<Route<PagerDutyContext>> = [
	post('/incidents/{id}/snooze', (context, request, { id }) => {
		const { store } = context;
		const actor = requireActor(context, request);
		const incident = findIncident(store, id);
		const { duration } = readBody(request);
		const isWhole = typeof duration === 'number' && Number.isInteger(duration);
		if (!isWhole || duration < 1 || duration > longestSnooze) {
			throw refuse(400, 1013, 'Invalid Snooze Duration');
		}
		if (incident.status === 'resolved') throw refuse(400, 1001, 'Incident Already Resolved');
		const now = store.clock.now();
		if (incident.status === 'triggered') {
			setStatus(incident, 'acknowledged', actor, wholeSeconds(now));
		}
		incident.updated_at = wholeSeconds(now);
		incident.pending_actions = [{ type: 'unacknowledge', at: wholeSeconds(now + duration * 1000) }];
		return { status: 201, body: { incident: renderIncident(store, incident, request) } };
	}),
	put('/incidents/{id}/merge', (context, request, { id }) => {
		const { store } = context;
		const actor = requireActor(context, request);
		const target = findIncident(store, id);
		const sources = readSources(store, readBody(request).source_incidents);
		if (sources.includes(target)) throw invalidInput('An incident cannot be merged into itself.');
		if (target.status === 'resolved') throw refuse(400, 1001, 'Incident Already Resolved');
		for (const source of sources) {
			if (source.resolve_reason) throw refuse(400, 1019, 'Incident Already Merged');
			if (!source.is_mergeable) throw invalidInput('Incident is not mergeable.');
		}
		const alerts = [target, ...sources].reduce((sum, one) => sum + one.alert_counts.all, 0);
		if (alerts > mostAlerts) throw invalidInput('The incidents have more than 1000 alerts.');
		const at = wholeSeconds(store.clock.now());
		for (const source of sources) {
			setStatus(source, 'resolved', actor, at);
			source.updated_at = at;
			source.resolve_reason = { type: 'merge_resolve_reason', incident: referTo(target) };
		}
		target.updated_at = at;
		return { status: 200, body: { incident: referTo(target) } };
	}),
];

/** Only ids are known here, no numbers. */
function readSources(store: PagerDutyStore, given: unknown): Incident[] {
	if (!Array.isArray(given) || given.length === 0) {
		throw invalidInput('Source incidents cannot be empty.');
	}
	return given.map((one: unknown) => {
		const source = store.incidents.get(referenceId(one, 'incident') ?? '');
		if (!source) throw notFound();
		return source;
	});
}
