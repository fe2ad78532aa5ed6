import type { JsonObject } from '../core/types';
import { links, referTo } from './references';
import type { Incident, PagerDutyStore } from './types';
import { webhookIncident } from './webhooks';
import type { Happened } from './webhooks';

/** All 30 events of webhooks v3, in the documented shapes, about an incident that there is. */
export function happenings(store: PagerDutyStore, incident: Incident): Happened[] {
	return [...ofIncident(store, incident), ...onIncident(store, incident), ...ofService(incident)];
}

/** A reference as events hold it; some come without a name. */
function refer(id: string, kind: string, summary: string | null): JsonObject {
	return { id, type: `${kind}_reference`, summary, ...links(kind, id) };
}

function people({ users }: PagerDutyStore): JsonObject[] {
	return [...users.values()].map((user) => ({ ...referTo(user) }));
}

/** Events whose data is the incident itself. */
function ofIncident(store: PagerDutyStore, incident: Incident): Happened[] {
	const [agent, other] = people(store);
	const whole = webhookIncident(incident);
	const event = (name: string, more: JsonObject = {}): Happened => ({
		type: `incident.${name}`,
		data: { ...whole, ...more },
		agent,
		client: { name: 'PagerDuty' },
	});
	const integration = refer('PINTEG1', 'inbound_integration', 'Checkout monitoring');
	const policy = refer('POTHER1', 'escalation_policy', 'Second line');
	return [
		{ ...event('triggered', { status: 'triggered' }), agent: integration, client: null },
		event('acknowledged', { status: 'acknowledged', assignees: [agent] }),
		{ ...event('unacknowledged', { status: 'triggered' }), agent: null, client: null },
		event('escalated', { assignees: [other] }),
		event('delegated', { escalation_policy: policy, assignees: [other] }),
		event('reassigned', { assignees: [agent, other] }),
		event('priority_updated', { priority: refer('PPRIO02', 'priority', 'P2') }),
		event('service_updated', { service: refer('PSERV02', 'service', 'Search') }),
		event('incident_type.changed', { incident_type: { name: 'major_incident' } }),
		event('reopened', { status: 'triggered', reopened_at: '2026-04-15T13:00:00Z' }),
		event('resolved', {
			status: 'resolved',
			assignees: [],
			resolve_reason: {
				type: 'merge_resolve_reason',
				incident: refer('PMERGED', 'incident', 'Shop is down'),
			},
		}),
	];
}

/** Events whose data is something else, which names the incident. */
function onIncident(store: PagerDutyStore, { id, title, service }: Incident): Happened[] {
	const [agent, other] = people(store);
	const about = refer(id, 'incident', title);
	const unnamed = refer(id, 'incident', null);
	const event = (name: string, type: string, data: JsonObject, incident = about): Happened => ({
		type: `incident.${name}`,
		data: { ...data, type, incident },
		agent,
		client: null,
	});
	const responder = (state: string) => ({
		user: other,
		escalation_policy: refer('POTHER1', 'escalation_policy', 'Second line'),
		message: 'Please look at the payments 🚲',
		state,
	});
	const task = (status: string) => ({
		id: 'PTASK01',
		name: 'Call the payment provider',
		summary: 'Call the payment provider',
		description: null,
		status,
		assignees: [other],
	});
	const invocation = (state: string) => ({
		id: '01INVOCATION',
		self: 'https://api.pagerduty.example/automation/invocations/01INVOCATION',
		html_url: 'https://alpenrad.pagerduty.example/invocations/01INVOCATION/report',
		action: refer('01ACTION', 'action', 'Restart checkout'),
		state,
	});
	const workflow = {
		id: 'PRUN001',
		summary: 'Major incident run',
		incident_workflow: refer('PFLOW01', 'incident_workflow', 'Major incident'),
		workflow_trigger: refer('trigger-1', 'workflow_trigger', 'Started by hand'),
		service,
	};
	const roles = [
		{
			id: 'assignment-1',
			type: 'role_assignment_reference',
			role: { id: 'PROLE01', type: 'role_reference', summary: 'Incident Commander' },
			assignee: other,
			old_assignee: null,
			status: 'active',
			incident: unnamed,
		},
	];
	return [
		event('annotated', 'incident_note', {
			id: 'PNOTE01',
			content: 'Größer als gedacht 🚲',
			trimmed: false,
		}),
		event('status_update_published', 'incident_status_update', {
			id: 'PUPDATE',
			message: 'We are on it',
			trimmed: true,
		}),
		event('responder.added', 'incident_responder', responder('pending')),
		event('responder.replied', 'incident_responder', responder('accepted')),
		event('conference_bridge.updated', 'incident_conference_bridge', {
			conference_numbers: [
				{ label: 'Zürich', number: '+41 44 555 01 00,,1234#' },
				{ label: '', number: '+1 415-555-0100' },
			],
			conference_url: 'https://meet.example.com/checkout',
		}),
		event(
			'custom_field_values.updated',
			'incident_field_values',
			{
				custom_fields: [
					field('PFIELD1', 'environment', 'production'),
					field('PFIELD2', 'regions', ['eu', 'us'], 'multi_value_fixed'),
				],
				changed_custom_fields: [field('PFIELD1', 'environment', 'staging')],
			},
			unnamed,
		),
		{
			type: 'incident.role.assigned',
			data: { type: 'incident_role_assignment', incident_role_assignments: roles },
			agent,
			client: null,
		},
		event('task.created', 'incident_task', task('todo'), unnamed),
		event('task.updated', 'incident_task', task('in_progress'), unnamed),
		event('task.completed', 'incident_task', task('done'), unnamed),
		event('action_invocation.created', 'incident_action_invocation', invocation('created')),
		event('action_invocation.updated', 'incident_action_invocation', invocation('running')),
		event('action_invocation.terminated', 'incident_action_invocation', invocation('completed')),
		event('workflow.started', 'incident_workflow_instance', workflow),
		event('workflow.completed', 'incident_workflow_instance', workflow),
	];
}

/** Events of a service; no incident has a part in them. */
function ofService({ service, teams }: Incident): Happened[] {
	const data = {
		...links('service', service.id),
		id: service.id,
		summary: service.summary,
		alert_creation: 'create_alerts_and_incidents',
		teams,
		type: 'service',
	};
	const event = (name: string): Happened => ({ type: `service.${name}`, data });
	return [
		event('created'),
		event('updated'),
		event('deleted'),
		{
			type: 'service.custom_field_values.updated',
			data: {
				service: refer(service.id, 'service', null),
				custom_fields: [field('PFIELD3', 'tier', 1)],
				changed_custom_fields: [field('PFIELD3', 'tier', 2)],
				type: 'service_field_values',
			},
		},
	];
}

function field(id: string, name: string, value: unknown, field_type = 'single_value'): JsonObject {
	return { id, type: 'field_value', name, data_type: 'string', field_type, value };
}
