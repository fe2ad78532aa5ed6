import type { INodePropertyOptions } from 'n8n-workflow';

import { eventOption } from '../../shared/trigger/events';

/** All platform events by what they are about. docs/facts/devhelm.md#event-types. */
const EVENTS: { [group: string]: { [event: string]: string } } = {
	Incident: {
		'incident.created': 'Created',
		'incident.reopened': 'Reopened',
		'incident.resolved': 'Resolved',
	},
	Monitor: {
		'monitor.created': 'Created',
		'monitor.deleted': 'Deleted',
		'monitor.updated': 'Updated',
	},
	Service: {
		'service.component_changed': 'Component Changed',
		'service.incident_created': 'Incident Created',
		'service.incident_resolved': 'Incident Resolved',
		'service.incident_updated': 'Incident Updated',
		'service.status_changed': 'Status Changed',
	},
};

/** All events for a form, sorted as the host wants them, so that each group stands together. */
export const EVENT_OPTIONS: INodePropertyOptions[] = Object.entries(EVENTS).flatMap(
	([group, events]) =>
		Object.entries(events).map(([value, label]) => eventOption(group, label, value)),
);

/** True for an event that the form offers; others may be added by DevHelm at any time. */
export function isKnownEvent(type: string): boolean {
	return EVENT_OPTIONS.some(({ value }) => value === type);
}

/**
 * What an event is about that can be read by an ID of its own. A monitor that is deleted cannot, and
 * neither can what belongs to a service. docs/facts/devhelm.md#what-can-be-read-back.
 */
export function readableSubject(type: string | undefined): 'incident' | 'monitor' | undefined {
	if (type === 'monitor.deleted') return;
	const [surface] = (type ?? '').split('.');
	return surface === 'incident' || surface === 'monitor' ? surface : undefined;
}
