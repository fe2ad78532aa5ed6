import { lettersOf } from '../core/ids';
import type { JsonObject } from '../core/types';
import type { Schedule } from './details/types';
import type { Incident, PagerDutyStore, Reference } from './types';

const api = 'https://api.pagerduty.example';
const web = 'https://alpenrad.pagerduty.example';

const paths: Record<string, string> = {
	user: 'users',
	team: 'teams',
	escalation_policy: 'escalation_policies',
	service: 'services',
	priority: 'priorities',
	incident: 'incidents',
	incident_workflow: 'incident_workflows',
	schedule: 'schedules',
	maintenance_window: 'maintenance_windows',
};

const webPaths: Record<string, string> = {
	service: 'service-directory',
	incident_workflow: 'flex-workflows/workflows',
	maintenance_window: 'service-directory/maintenance-windows',
};

export function links(kind: string, id: string): { self: string; html_url: string | null } {
	const path = paths[kind] ?? kind;
	const webPath = webPaths[kind] ?? path;
	return {
		self: `${api}/${path}/${id}`,
		html_url: kind === 'priority' ? null : `${web}/${webPath}/${id}`,
	};
}

export function referTo(target: { id: string; type: string; summary: string }): Reference {
	return {
		id: target.id,
		type: `${target.type}_reference`,
		summary: target.summary,
		...links(target.type, target.id),
	};
}

export function triggerLogEntry(incidentId: string): Reference {
	const id = `R${lettersOf(`log ${incidentId}`, 13)}`;
	return {
		id,
		type: 'trigger_log_entry_reference',
		summary: 'Triggered through the API',
		self: `${api}/log_entries/${id}?incident_id=${incidentId}`,
		html_url: `${web}/incidents/${incidentId}/log_entries/${id}`,
	};
}

/** A schedule as it is answered, whole. */
export function shownSchedule(schedule: Schedule): JsonObject {
	return {
		...referTo(schedule),
		type: 'schedule',
		name: schedule.name,
		description: `Who is on call: ${schedule.name}`,
		time_zone: 'Europe/Berlin',
	};
}

/** How the incident was raised: its text is an object here. */
export function triggerChannel({ title, body }: Incident): JsonObject {
	return {
		type: 'api',
		summary: title,
		...(body ? { details: { body: body.details } } : {}),
	};
}

/** The full object behind a reference, for `include[]`. */
export function expand(store: PagerDutyStore, reference: Reference): JsonObject | Reference {
	const { id, type } = reference;
	const maps: Record<string, Map<string, JsonObject>> = {
		user_reference: store.users,
		team_reference: store.teams,
		escalation_policy_reference: store.escalationPolicies,
		service_reference: store.services,
		priority_reference: store.priorities,
		schedule_reference: new Map(
			[...store.details.schedules].map(([scheduleId, one]) => [scheduleId, shownSchedule(one)]),
		),
		events_api_v2_inbound_integration_reference: store.integrations,
	};
	return maps[type]?.get(id) ?? reference;
}
