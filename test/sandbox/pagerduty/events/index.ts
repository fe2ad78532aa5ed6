import { uuidOf, wholeSeconds } from '../../core/ids';
import { post } from '../../core/router';
import type { Route } from '../../core/router';
import type { JsonObject, Reply } from '../../core/types';
import { isObject } from '../../core/values';
import { addAlert, countAlerts } from '../details/seed';
import type { Alert } from '../details/types';
import { openIncident } from '../incidents/build';
import { setStatus } from '../incidents/change';
import { referTo } from '../references';
import type { Integration, PagerDutyStore } from '../types';
import { readAlertEvent, readChangeEvent } from './validate';
import type { ValidEvent } from './validate';

/** What came in through the Events API. */
export interface EventLog {
	/** Accepted events of alerts, with what became of each. */
	accepted: Array<{
		action: string;
		key: string;
		effect: 'opened' | 'merged' | 'changed' | 'dropped';
		body: JsonObject;
	}>;
	changes: Array<{ service: string; at: string; body: JsonObject }>;
}

/** PagerDuty's Events API v2: no sign-in but the key in the body, 202 for all that is well-formed. */
export const eventRoutes: Array<Route<{ store: PagerDutyStore }>> = [
	post('/v2/enqueue', ({ store }, request) => {
		const event = readAlertEvent(store, request);
		const key = event.key ?? uuidOf(`event ${store.events.accepted.length}`);
		const body = request.content.kind === 'json' ? (request.content.value as JsonObject) : {};
		const effect = apply(store, event, key);
		store.events.accepted.push({ action: event.action, key, effect, body });
		return accepted({ dedup_key: key });
	}),
	post('/v2/change/enqueue', ({ store }, request) => {
		const { integration, body } = readChangeEvent(store, request);
		const service = serviceOf(store, integration)?.name ?? '';
		store.events.changes.push({ service, at: wholeSeconds(store.clock.now()), body });
		return accepted({});
	}),
];

const accepted = (more: JsonObject): Reply => ({
	status: 202,
	body: { status: 'success', message: 'Event processed', ...more },
});

/** The 429's body is not documented. */
export const tooManyEvents = (): Reply => ({
	status: 429,
	body: {
		status: 'throttle exceeded',
		message: 'Too many events for this integration',
		errors: [],
	},
});

function apply(store: PagerDutyStore, event: ValidEvent, key: string) {
	const alert = openAlert(store, event.integration, key);
	if (event.action === 'trigger') return alert ? 'merged' : open(store, event, key);
	// Without an open alert of this key the event is dropped, and nobody is told.
	if (!alert) return 'dropped';
	const incident = store.incidents.get(alert.incident.id);
	const at = wholeSeconds(store.clock.now());
	if (event.action === 'resolve') {
		alert.status = 'resolved';
		alert.resolved_at = at;
		if (incident) countAlerts(store.details, incident);
	}
	if (!incident || incident.status === 'resolved') return 'changed';
	if (event.action === 'acknowledge') {
		if (incident.status === 'acknowledged') return 'dropped';
		setStatus(incident, 'acknowledged', undefined, at);
		incident.acknowledgements = [{ at, acknowledger: alert.integration }];
	} else if (incident.alert_counts.triggered === 0) setStatus(incident, 'resolved', undefined, at);
	incident.updated_at = at;
	return 'changed';
}

/** A service in maintenance, or switched off, opens nothing. */
function open(store: PagerDutyStore, { integration, payload }: ValidEvent, key: string) {
	const service = serviceOf(store, integration);
	if (!service || ['disabled', 'maintenance'].includes(service.status)) return 'dropped';
	const title = String(payload.summary);
	const incident = openIncident(store, { title, service });
	addAlert(store, incident, {
		summary: title,
		alert_key: key,
		severity: payload.severity as Alert['severity'],
		integration: referTo(integration),
		body: {
			type: 'alert_body',
			contexts: [],
			details: isObject(payload.custom_details) ? payload.custom_details : {},
		},
	});
	return 'opened';
}

function openAlert({ details }: PagerDutyStore, integration: Integration, key: string) {
	return [...details.alerts.values()].find(
		(alert) =>
			alert.alert_key === key &&
			alert.status === 'triggered' &&
			alert.integration.id === integration.id,
	);
}

function serviceOf({ services }: PagerDutyStore, { id }: Integration) {
	return [...services.values()].find(({ integrations }) =>
		integrations.some((integration) => integration.id === id),
	);
}
