import { hexOf, lettersOf, wholeSeconds } from '../../core/ids';
import { links, referTo, triggerLogEntry } from '../references';
import type {
	EscalationPolicy,
	Incident,
	IncidentStatus,
	PagerDutyStore,
	Priority,
	Reference,
	Service,
	Urgency,
	User,
} from '../types';

export interface NewIncident {
	title: string;
	service: Service;
	status?: IncidentStatus;
	at?: number;
	/** Who raised it; without, the service itself. */
	actor?: User;
	urgency?: Urgency;
	priority?: Priority;
	incidentKey?: string;
	incidentType?: string;
	assignee?: User;
	escalationPolicy?: EscalationPolicy;
	details?: string;
	conferenceBridge?: Incident['conference_bridge'];
}

/** Opens an incident: numbers it, finds who is on call, files it. */
export function openIncident(store: PagerDutyStore, wanted: NewIncident): Incident {
	const number = store.nextNumber;
	store.nextNumber += 1;
	const id = `Q${lettersOf(`incident ${number}`, 13)}`;
	const at = wholeSeconds(wanted.at ?? store.clock.now());
	const policy = wanted.escalationPolicy
		? referTo(wanted.escalationPolicy)
		: wanted.service.escalation_policy;
	const assignees = wanted.assignee ? [referTo(wanted.assignee)] : onCall(store, policy);
	const isForOneself = wanted.assignee !== undefined && wanted.assignee.id === wanted.actor?.id;
	const status = wanted.status ?? (isForOneself ? 'acknowledged' : 'triggered');
	const isOpen = status !== 'resolved';
	const incident: Incident = {
		id,
		type: 'incident',
		summary: `[#${number}] ${wanted.title}`,
		self: links('incident', id).self,
		html_url: links('incident', id).html_url ?? '',
		incident_number: number,
		title: wanted.title,
		created_at: at,
		updated_at: at,
		status,
		incident_key: wanted.incidentKey ?? hexOf(`key ${number}`, 32),
		service: referTo(wanted.service),
		priority: wanted.priority ? referTo(wanted.priority) : null,
		assigned_via: wanted.assignee ? 'direct_assignment' : 'escalation_policy',
		assignments: isOpen ? assignees.map((assignee) => ({ at, assignee })) : [],
		acknowledgements:
			status === 'acknowledged' ? assignees.map((acknowledger) => ({ at, acknowledger })) : [],
		last_status_change_at: at,
		last_status_change_by: referTo(wanted.actor ?? wanted.service),
		resolved_at: isOpen ? null : at,
		first_trigger_log_entry: triggerLogEntry(id),
		alert_counts: { all: 0, triggered: 0, resolved: 0 },
		is_mergeable: true,
		incident_type: { name: wanted.incidentType ?? 'incident_default' },
		escalation_policy: policy,
		teams: wanted.service.teams,
		pending_actions: [],
		resolve_reason: null,
		urgency: wanted.urgency ?? wanted.service.incident_urgency_rule.urgency,
		body: wanted.details === undefined ? null : { type: 'incident_body', details: wanted.details },
		conference_bridge: wanted.conferenceBridge ?? null,
	};
	store.incidents.set(id, incident);
	return incident;
}

function onCall(store: PagerDutyStore, policy: Reference): Reference[] {
	const rules = store.escalationPolicies.get(policy.id)?.escalation_rules ?? [];
	return rules.length > 0 ? rules[0].targets : [];
}
