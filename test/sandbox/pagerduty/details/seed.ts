import { hexOf, lettersOf, wholeSeconds } from '../../core/ids';
import { toMap } from '../../core/values';
import { named } from '../named';
import { links, referTo, triggerLogEntry } from '../references';
import type { Incident, PagerDutyStore } from '../types';
import type { Alert, Details, Schedule } from './types';

export function emptyDetails(): Details {
	return {
		notes: new Map(),
		alerts: new Map(),
		responders: [],
		statusUpdates: [],
		subscriptions: [],
		schedules: new Map(),
		nextId: 1,
	};
}

/** An id that nothing else has. */
export function newId(details: Details, kind: string): string {
	const number = details.nextId;
	details.nextId += 1;
	return `P${lettersOf(`${kind} ${number}`, 6)}`;
}

/** Files an alert of an incident. */
export function addAlert(
	{ details, integrations }: PagerDutyStore,
	incident: Incident,
	more: Partial<Alert> = {},
): Alert {
	const id = newId(details, 'alert');
	const { self } = links('incident', incident.id);
	const alert: Alert = {
		id,
		type: 'alert',
		summary: incident.title,
		self: `${self}/alerts/${id}`,
		html_url: `https://alpenrad.pagerduty.example/alerts/${id}`,
		created_at: incident.created_at,
		resolved_at: null,
		status: 'triggered',
		alert_key: hexOf(`alert ${id}`, 32),
		severity: 'critical',
		suppressed: false,
		service: incident.service,
		incident: referTo(incident),
		integration: referTo([...integrations.values()][0]),
		first_trigger_log_entry: triggerLogEntry(incident.id),
		body: { type: 'alert_body', contexts: [], details: { host: 'shop-1', value: 0 } },
		...more,
	};
	details.alerts.set(id, alert);
	countAlerts(details, incident);
	return alert;
}

/** Brings the incident's counts up to date. */
export function countAlerts({ alerts }: Details, incident: Incident): void {
	const own = [...alerts.values()].filter((alert) => alert.incident.id === incident.id);
	const triggered = own.filter(({ status }) => status === 'triggered').length;
	incident.alert_counts = { all: own.length, triggered, resolved: own.length - triggered };
}

/** Two alerts on the acknowledged incident, and a schedule that fills the first level of a policy. */
export function seedDetails(store: PagerDutyStore): void {
	const { details, incidents, escalationPolicies, clock } = store;
	const incident = [...incidents.values()].find(({ status }) => status === 'acknowledged');
	if (incident) {
		addAlert(store, incident, { alert_key: 'checkout-502', severity: 'error' });
		addAlert(store, incident, {
			summary: 'Zahlung über „Fahrräder“ schlägt fehl',
			status: 'resolved',
			resolved_at: incident.created_at,
			severity: 'warning',
		});
	}
	const policy = [...escalationPolicies.values()].find(({ name }) => name === 'Shop On-Call');
	const day = 86_400_000;
	const weekly: Schedule = {
		...named('schedule', 'Shop Weekly'),
		policyId: policy?.id ?? '',
		level: 1,
		start: wholeSeconds(clock.now() - 2 * day),
		end: wholeSeconds(clock.now() + 5 * day),
	};
	details.schedules = toMap([weekly]);
}
