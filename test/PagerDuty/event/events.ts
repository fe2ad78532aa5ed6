import type { IDataObject } from 'n8n-workflow';

import type { Suite } from '../../support/suite';

/** Headers of each request to the Events API: it has no sign-in but the key in the body. */
export const EVENT_HEADERS = { accept: 'application/json', 'content-type': 'application/json' };

/** The integration key of the sandbox's service Checkout. */
export const routingKey = (on: Suite) =>
	String(on.sandbox.credentials.pagerDutyEventsApi.integrationApiKey);

/** An event of the resource with the needed fields of Trigger. */
export const trigger = (fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'trigger',
	summary: 'Checkout answers with 502',
	source: 'checkout-01.example.com',
	severity: 'critical',
	...fields,
});

export const acknowledge = (dedupKey: string, fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'acknowledge',
	dedupKey,
	...fields,
});

export const resolve = (dedupKey: string, fields: IDataObject = {}) => ({
	...acknowledge(dedupKey, fields),
	operation: 'resolve',
});

/** The alerts with this key, oldest first. */
export const alertsOf = (on: Suite, key: string) =>
	[...on.sandbox.state('pagerDuty').details.alerts.values()].filter(
		({ alert_key }) => alert_key === key,
	);

/** The incident of the first alert with this key. */
export function incidentOf(on: Suite, key: string) {
	const [alert] = alertsOf(on, key);
	const found = on.sandbox.state('pagerDuty').incidents.get(alert?.incident.id ?? '');
	if (!found) throw new TypeError(`no incident has an alert with the key ${key}`);
	return found;
}

/** What the accepted events led to, in order of arrival. */
export const effects = (on: Suite) =>
	on.sandbox.state('pagerDuty').events.accepted.map(({ action, effect }) => `${action} ${effect}`);

/** The common record of an event, with what is unknown as null. */
export const record = (known: IDataObject) => ({
	provider: 'pagerduty',
	number: null,
	title: null,
	severity: null,
	url: null,
	service: null,
	assignees: null,
	actor: null,
	createdAt: null,
	updatedAt: null,
	vendorStatus: 'success',
	vendorSeverity: null,
	...known,
});
