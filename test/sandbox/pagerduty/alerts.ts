import { wholeSeconds } from '../core/ids';
import { queryList, queryValue } from '../core/request';
import { get, put } from '../core/router';
import type { Route } from '../core/router';
import type { JsonObject, Query } from '../core/types';
import { isObject } from '../core/values';
import { requireActor } from './auth';
import type { PagerDutyContext } from './auth';
import { countAlerts } from './details/seed';
import type { Alert } from './details/types';
import { invalidInput, notFound, refuse } from './errors';
import { findIncident, readBody } from './incidents/find';
import { referenceId } from './incidents/read';
import { classicPage, enumList } from './query';
import { expand, referTo } from './references';
import type { PagerDutyStore } from './types';

const mostAtOnce = 250;
const statuses = ['triggered', 'resolved'] as const;
const includable = ['services', 'first_trigger_log_entries', 'incidents'];

function findAlert(store: PagerDutyStore, id: string, alertId: string): Alert {
	const incident = findIncident(store, id);
	const alert = store.details.alerts.get(alertId);
	if (!alert || alert.incident.id !== incident.id) throw notFound();
	return alert;
}

/** What is wrong throws before anything is changed. */
function readChange(store: PagerDutyStore, wanted: unknown): () => Partial<Alert> {
	if (!isObject(wanted) || wanted.type !== 'alert') throw invalidInput('Type must be alert.');
	const { status } = wanted;
	const known = statuses.find((one) => one === status);
	if (status !== undefined && !known) throw invalidInput('Status must be triggered or resolved.');
	const targetId = referenceId(wanted.incident, 'incident');
	const target = targetId === undefined ? undefined : findIncident(store, targetId);
	return () => ({
		...(known ? { status: known } : {}),
		...(target ? { incident: referTo(target) } : {}),
	});
}

function change({ details, incidents, clock }: PagerDutyStore, alert: Alert, more: Partial<Alert>) {
	const touched = [alert.incident.id, more.incident?.id];
	if (more.status && more.status !== alert.status) {
		alert.resolved_at = more.status === 'resolved' ? wholeSeconds(clock.now()) : null;
	}
	Object.assign(alert, more);
	for (const id of touched) {
		const incident = incidents.get(id ?? '');
		if (incident) countAlerts(details, incident);
	}
}

function inOrder(query: Query, alerts: Alert[]): Alert[] {
	const parts = (queryValue(query, 'sort_by') || 'created_at:asc').split(',');
	if (query['sort_by[]'] !== undefined || parts.length > 2) {
		throw invalidInput('sort_by takes one value of two fields at the most.');
	}
	const keys = parts.map((part) => {
		const [field, direction = 'asc'] = part.split(':');
		const isField = field === 'created_at' || field === 'resolved_at';
		if (!isField || !['asc', 'desc'].includes(direction)) {
			throw invalidInput(`sort_by does not know ${part}.`);
		}
		return { field, sign: direction === 'asc' ? 1 : -1 } as const;
	});
	return [...alerts].sort((one, other) => {
		for (const { field, sign } of keys) {
			const order = (one[field] ?? '').localeCompare(other[field] ?? '') * sign;
			if (order !== 0) return order;
		}
		return 0;
	});
}

function render(store: PagerDutyStore, alert: Alert, query: Query): JsonObject {
	const includes = queryList(query, 'include[]');
	if (includes.some((one) => !includable.includes(one))) throw invalidInput('Unknown include.');
	return {
		...alert,
		service: includes.includes('services') ? expand(store, alert.service) : alert.service,
		incident: includes.includes('incidents')
			? store.incidents.get(alert.incident.id)
			: alert.incident,
	};
}

export const alertRoutes: Array<Route<PagerDutyContext>> = [
	get('/incidents/{id}/alerts', ({ store }, request, { id }) => {
		const { query } = request;
		const incident = findIncident(store, id);
		const wanted = enumList(query, 'statuses', statuses, 'Status must be triggered or resolved.');
		const key = queryValue(query, 'alert_key');
		const found = [...store.details.alerts.values()].filter(
			(alert) =>
				alert.incident.id === incident.id &&
				(wanted.size === 0 || wanted.has(alert.status)) &&
				(!key || alert.alert_key === key),
		);
		return classicPage(request, 'alerts', inOrder(query, found), (alert) =>
			render(store, alert, query),
		);
	}),
	get('/incidents/{id}/alerts/{alert_id}', ({ store }, _request, { id, alert_id }) => ({
		status: 200,
		body: { alert: findAlert(store, id, alert_id) },
	})),
	put('/incidents/{id}/alerts', (context, request, { id }) => {
		requireActor(context, request);
		const { store } = context;
		const wanted: unknown = readBody(request).alerts;
		if (!Array.isArray(wanted)) throw invalidInput('Alerts cannot be empty.');
		if (wanted.length > mostAtOnce) throw refuse(413, 2001, 'Request Entity Too Large');
		const changes = wanted.map((one: unknown) => ({
			alert: findAlert(store, id, String(isObject(one) ? one.id : '')),
			more: readChange(store, one),
		}));
		for (const { alert, more } of changes) change(store, alert, more());
		const alerts = changes.map(({ alert }) => alert);
		return { status: 200, body: { alerts, limit: alerts.length, offset: 0, more: false } };
	}),
	put('/incidents/{id}/alerts/{alert_id}', (context, request, { id, alert_id }) => {
		requireActor(context, request);
		const { store } = context;
		const alert = findAlert(store, id, alert_id);
		change(store, alert, readChange(store, readBody(request).alert)());
		return { status: 200, body: { alert } };
	}),
];
