import { wholeSeconds } from '../../core/ids';
import type { JsonObject } from '../../core/types';
import { isObject } from '../../core/values';
import { invalidInput, refuse } from '../errors';
import { referTo } from '../references';
import { webhookIncident } from '../webhooks';
import type { Incident, IncidentStatus, PagerDutyStore, Reference, User } from '../types';
import {
	readBridge,
	readIncidentType,
	readPolicy,
	readPriority,
	readText,
	readUrgency,
	referenceId,
} from './read';

/** Checks the changes to one incident; what is returned makes them. Unknown fields are ignored. */
export function planChange(
	store: PagerDutyStore,
	incident: Incident,
	actor: User | undefined,
	wanted: JsonObject,
): () => void {
	if (wanted.type !== 'incident' && wanted.type !== 'incident_reference') {
		throw invalidInput('Type must be incident or incident_reference.');
	}
	if (wanted.title !== undefined && !readText(wanted, 'title')?.trim()) {
		throw invalidInput('Title cannot be empty.');
	}
	if (wanted.assignments !== undefined && wanted.escalation_policy !== undefined) {
		throw invalidInput('Assignments and escalation policy cannot both be given.');
	}
	const status = readStatus(wanted, incident, actor);
	const policy = readPolicy(store, wanted);
	const plan = {
		title: readText(wanted, 'title'),
		urgency: readUrgency(wanted),
		priority: readPriorityOrName(store, wanted),
		incidentType: readIncidentType(store, wanted),
		bridge: readBridge(wanted),
		service: readService(store, wanted),
		users: readAssignees(store, wanted),
	};
	const policyRef = policy ? referTo(policy) : incident.escalation_policy;
	const level = readLevel(store, wanted, policyRef);
	const isMoved = plan.users !== undefined || policy !== undefined || level !== undefined;
	const becomesOpen = status === 'triggered' || status === 'acknowledged';
	if (isMoved && incident.status === 'resolved' && !becomesOpen) {
		throw refuse(400, 1001, 'Incident Already Resolved');
	}
	return () => {
		const at = wholeSeconds(store.clock.now());
		incident.updated_at = at;
		incident.escalation_policy = policyRef;
		if (plan.title !== undefined) {
			incident.title = plan.title;
			incident.summary = `[#${incident.incident_number}] ${plan.title}`;
		}
		if (plan.urgency !== undefined) incident.urgency = plan.urgency;
		if (plan.priority !== undefined) incident.priority = referTo(plan.priority);
		if (plan.incidentType !== undefined) incident.incident_type = { name: plan.incidentType };
		if (plan.bridge !== null) incident.conference_bridge = plan.bridge;
		if (plan.service !== undefined) incident.service = referTo(plan.service);
		const isReopened = incident.status === 'resolved' && becomesOpen;
		if (isMoved || isReopened) {
			assign(incident, plan.users ?? onCall(store, policyRef, level ?? 1), at);
			incident.assigned_via = plan.users ? 'direct_assignment' : 'escalation_policy';
		}
		if (status !== undefined) setStatus(incident, status, actor, at);
		const resolution = readText(wanted, 'resolution');
		if (resolution) store.planning.resolutions.set(incident.id, resolution);
		const type = isReopened ? 'reopened' : status;
		if (!type) return;
		const agent = actor ? referTo(actor) : null;
		store.happened.push({ type: `incident.${type}`, data: webhookIncident(incident), agent });
	};
}

/**
 * A conflict with the state that the incident is in is refused; reopening is none, and another user may
 * acknowledge as well.
 */
function readStatus(
	wanted: JsonObject,
	incident: Incident,
	actor: User | undefined,
): IncidentStatus | undefined {
	const { status } = wanted;
	if (wanted.resolution !== undefined && status !== 'resolved') {
		throw invalidInput('Resolution is only taken with the status resolved.');
	}
	if (status === undefined) return undefined;
	if (status !== 'triggered' && status !== 'acknowledged' && status !== 'resolved') {
		throw refuse(400, 1003, 'Invalid Status Provided');
	}
	if (status !== incident.status) return status;
	if (status === 'resolved') throw refuse(400, 1001, 'Incident Already Resolved');
	if (status === 'acknowledged' && isAnother(incident, actor)) return status;
	if (status === 'acknowledged') throw refuse(400, 1002, 'Incident Already Acknowledged');
	throw refuse(400, 1012, 'Incident Not Acknowledged');
}

function isAnother({ acknowledgements }: Incident, actor: User | undefined): boolean {
	return (
		actor !== undefined &&
		acknowledgements.every(({ acknowledger }) => acknowledger.id !== actor.id)
	);
}

function readPriorityOrName(store: PagerDutyStore, wanted: JsonObject) {
	const { priority } = wanted;
	if (typeof priority !== 'string') return readPriority(store, wanted);
	const named = [...store.priorities.values()].find(({ name }) => name === priority);
	if (!named) throw refuse(400, 1020, 'Invalid Priority');
	return named;
}

function readService(store: PagerDutyStore, wanted: JsonObject) {
	const id = referenceId(wanted.service, 'service');
	if (id === undefined) return undefined;
	const service = store.services.get(id);
	if (!service) throw refuse(404, 5002, 'Service Not Found');
	return service;
}

function readAssignees(store: PagerDutyStore, wanted: JsonObject): Reference[] | undefined {
	const { assignments } = wanted;
	if (assignments === undefined) return undefined;
	if (!Array.isArray(assignments) || assignments.length === 0) {
		throw invalidInput('Assignments must be a list of one assignee or more.');
	}
	return assignments.map((one: unknown) => {
		const id = isObject(one) ? referenceId(one.assignee, 'user') : undefined;
		if (id === undefined) throw invalidInput('An assignment must hold an assignee.');
		const user = store.users.get(id);
		if (!user) throw refuse(400, 1007, 'Assigned To User Not Found');
		return referTo(user);
	});
}

function readLevel(store: PagerDutyStore, wanted: JsonObject, policy: Reference) {
	const level = wanted.escalation_level;
	if (level === undefined) return undefined;
	if (typeof level !== 'number' || !Number.isInteger(level) || level < 1) {
		throw invalidInput('Escalation level must be a positive integer.');
	}
	if (onCall(store, policy, level).length === 0) throw refuse(400, 1006, 'Cannot Escalate');
	return level;
}

function onCall(store: PagerDutyStore, policy: Reference, level: number): Reference[] {
	return store.escalationPolicies.get(policy.id)?.escalation_rules[level - 1]?.targets ?? [];
}

function assign(incident: Incident, assignees: Reference[], at: string): void {
	incident.assignments = assignees.map((assignee) => ({ at, assignee }));
}

/** Acknowledging takes over the assignment. */
export function setStatus(
	incident: Incident,
	status: IncidentStatus,
	actor: User | undefined,
	at: string,
): void {
	if (status === 'acknowledged' && incident.status === status && actor) {
		incident.acknowledgements.push({ at, acknowledger: referTo(actor) });
		return;
	}
	incident.status = status;
	incident.last_status_change_at = at;
	incident.resolved_at = status === 'resolved' ? at : null;
	incident.acknowledgements = [];
	incident.pending_actions = [];
	if (actor) incident.last_status_change_by = referTo(actor);
	if (status === 'resolved') incident.assignments = [];
	else incident.resolve_reason = null;
	if (status === 'acknowledged' && actor) {
		assign(incident, [referTo(actor)], at);
		incident.acknowledgements = [{ at, acknowledger: referTo(actor) }];
	}
}
