import { queryList } from '../../core/request';
import type { JsonObject, SandboxRequest } from '../../core/types';
import { expand, triggerChannel } from '../references';
import type { Incident, PagerDutyStore, Reference } from '../types';

/** The incident as it is answered: `include[]` puts whole objects in the place of references. */
export function renderIncident(
	store: PagerDutyStore,
	incident: Incident,
	request: SandboxRequest,
): JsonObject {
	const includes = new Set(queryList(request.query, 'include[]'));
	const whole = (reference: Reference, ...names: string[]) =>
		names.some((name) => includes.has(name)) ? expand(store, reference) : reference;
	const { body, conference_bridge, ...plain } = incident;
	const isTriggerWanted = includes.has('first_trigger_log_entries');
	return {
		...plain,
		service: whole(incident.service, 'services'),
		priority: incident.priority && whole(incident.priority, 'priorities'),
		escalation_policy: whole(incident.escalation_policy, 'escalation_policies'),
		teams: incident.teams.map((team) => whole(team, 'teams')),
		assignments: incident.assignments.map(({ at, assignee }) => ({
			at,
			assignee: whole(assignee, 'assignees', 'users'),
		})),
		acknowledgements: incident.acknowledgements.map(({ at, acknowledger }) => ({
			at,
			acknowledger: whole(acknowledger, 'acknowledgers', 'users'),
		})),
		last_status_change_by: whole(incident.last_status_change_by, 'agents'),
		first_trigger_log_entry: isTriggerWanted
			? triggerEntry(incident)
			: incident.first_trigger_log_entry,
		...(includes.has('body') && body ? { body } : {}),
		...(includes.has('conference_bridge') ? { conference_bridge } : {}),
		...(includes.has('custom_fields') ? { custom_fields: [] } : {}),
	};
}

function triggerEntry(incident: Incident): JsonObject {
	return {
		...incident.first_trigger_log_entry,
		type: 'trigger_log_entry',
		created_at: incident.created_at,
		channel: triggerChannel(incident),
		service: incident.service,
		incident: { id: incident.id, type: 'incident_reference', summary: incident.summary },
	};
}
