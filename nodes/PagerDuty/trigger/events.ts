import type { INodePropertyOptions } from 'n8n-workflow';

import { eventOption } from '../../shared/trigger/events';

/** The events of webhooks v3 by what they are about. docs/facts/pagerduty.md#webhook-events. */
const EVENTS: { [group: string]: { [event: string]: string } } = {
	Action: {
		'incident.action_invocation.created': 'Created',
		'incident.action_invocation.terminated': 'Terminated',
		'incident.action_invocation.updated': 'Updated',
	},
	Incident: {
		'incident.acknowledged': 'Acknowledged',
		'incident.conference_bridge.updated': 'Conference Bridge Updated',
		'incident.custom_field_values.updated': 'Custom Fields Updated',
		'incident.delegated': 'Delegated to Another Policy',
		'incident.escalated': 'Escalated',
		'incident.incident_type.changed': 'Incident Type Changed',
		'incident.annotated': 'Note Added',
		'incident.priority_updated': 'Priority Updated',
		'incident.reassigned': 'Reassigned',
		'incident.reopened': 'Reopened',
		'incident.resolved': 'Resolved',
		'incident.role.assigned': 'Role Assigned',
		'incident.service_updated': 'Service Updated',
		'incident.status_update_published': 'Status Update Published',
		'incident.triggered': 'Triggered',
		'incident.unacknowledged': 'Unacknowledged',
	},
	Responder: {
		'incident.responder.added': 'Added',
		'incident.responder.replied': 'Replied',
	},
	Service: {
		'service.created': 'Created',
		'service.custom_field_values.updated': 'Custom Fields Updated',
		'service.deleted': 'Deleted',
		'service.updated': 'Updated',
	},
	Task: {
		'incident.task.completed': 'Completed',
		'incident.task.created': 'Created',
		'incident.task.updated': 'Updated',
	},
	Workflow: {
		'incident.workflow.completed': 'Completed',
		'incident.workflow.started': 'Started',
	},
};

/** All events for a form, sorted as the host wants them, so that each group stands together. */
export const EVENT_OPTIONS: INodePropertyOptions[] = Object.entries(EVENTS)
	.flatMap(([group, events]) =>
		Object.entries(events).map(([value, label]) => eventOption(group, label, value)),
	)
	.sort((a, b) => (a.name < b.name ? -1 : 1));

/** True for an event that the form offers; others may be added by PagerDuty at any time. */
export function isKnownEvent(type: string): boolean {
	return EVENT_OPTIONS.some(({ value }) => value === type);
}
