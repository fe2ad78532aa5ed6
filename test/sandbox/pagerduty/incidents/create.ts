import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { isObject } from '../../core/values';
import { invalidInput, refuse } from '../errors';
import type { Incident, PagerDutyStore, Urgency, User } from '../types';
import { openIncident } from './build';
import { renderIncident } from './render';

export function createIncident(
	store: PagerDutyStore,
	actor: User | undefined,
	request: SandboxRequest,
): Reply {
	const wanted = readWrapped(request);
	if (typeof wanted.title !== 'string' || wanted.title.trim() === '') {
		throw invalidInput('Title cannot be empty.');
	}
	if (wanted.type !== 'incident') throw invalidInput('Type must be incident.');
	const serviceId = referenceId(wanted.service, 'service');
	if (serviceId === undefined) throw invalidInput('Service cannot be empty.');
	if (wanted.assignments !== undefined && wanted.escalation_policy !== undefined) {
		throw invalidInput('Assignments and escalation policy cannot both be given.');
	}
	const service = store.services.get(serviceId);
	if (!service) throw refuse(404, 6001, 'Service Not Found');
	if (service.status === 'disabled' || service.status === 'maintenance') {
		throw invalidInput('Service does not accept new incidents.');
	}
	const incidentKey = readText(wanted, 'incident_key');
	refuseDuplicate(store, service.id, incidentKey);
	const incident = openIncident(store, {
		title: wanted.title,
		service,
		actor,
		incidentKey,
		urgency: readUrgency(wanted),
		priority: readPriority(store, wanted),
		incidentType: readIncidentType(store, wanted),
		assignee: readAssignee(store, wanted),
		escalationPolicy: readPolicy(store, wanted),
		details: readDetails(wanted),
		conferenceBridge: readBridge(wanted),
	});
	return { status: 201, body: { incident: renderIncident(store, incident, request) } };
}

function readWrapped(request: SandboxRequest): JsonObject {
	const { content } = request;
	if (content.kind === 'invalid') throw invalidInput('The body is no valid JSON.');
	if (content.kind !== 'json' || !isObject(content.value)) {
		throw invalidInput('params must be a Hash');
	}
	const { incident } = content.value;
	return isObject(incident) ? incident : {};
}

/** The id of `{id, type}`; undefined when absent, refused when it is anything else. */
function referenceId(value: unknown, kind: string): string | undefined {
	if (value === undefined || value === null) return undefined;
	const isReference =
		isObject(value) && (value.type === `${kind}_reference` || value.type === kind);
	if (!isReference || typeof value.id !== 'string' || value.id === '') {
		throw invalidInput(`${kind} must be a reference with id and type ${kind}_reference.`);
	}
	return value.id;
}

function readText(from: JsonObject, name: string): string | undefined {
	const value = from[name];
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value !== 'string') throw invalidInput(`${name} must be a string.`);
	return value;
}

function refuseDuplicate(store: PagerDutyStore, serviceId: string, key: string | undefined): void {
	if (key === undefined) return;
	const isOpen = store.incidents
		.withKey(key)
		.some(({ service, status }) => service.id === serviceId && status !== 'resolved');
	if (isOpen) {
		throw refuse(400, 2002, 'Arguments Caused Error', [
			'Open incident with matching dedup key already exists on this service',
		]);
	}
}

function readUrgency(wanted: JsonObject): Urgency | undefined {
	const { urgency } = wanted;
	if (urgency === undefined || urgency === null) return undefined;
	if (urgency !== 'high' && urgency !== 'low') throw invalidInput('Urgency must be high or low.');
	return urgency;
}

function readPriority(store: PagerDutyStore, wanted: JsonObject) {
	const id = referenceId(wanted.priority, 'priority');
	if (id === undefined) return undefined;
	const priority = store.hasPriorities ? store.priorities.get(id) : undefined;
	if (!priority) throw refuse(400, 1020, 'Invalid Priority');
	return priority;
}

function readIncidentType(store: PagerDutyStore, wanted: JsonObject): string | undefined {
	const type = wanted.incident_type;
	if (type === undefined || type === null) return undefined;
	const name = isObject(type) ? type.name : undefined;
	if (typeof name !== 'string') throw invalidInput('incident_type must name a type.');
	const known = [...store.incidentTypes.values()].find((one) => one.name === name && one.enabled);
	if (!known) throw invalidInput('Incident type not found.');
	return name;
}

function readAssignee(store: PagerDutyStore, wanted: JsonObject): User | undefined {
	const { assignments } = wanted;
	if (assignments === undefined || assignments === null) return undefined;
	if (!Array.isArray(assignments)) throw invalidInput('Assignments must be a list.');
	if (assignments.length === 0) return undefined;
	if (assignments.length > 1) throw invalidInput('Only one assignee can be given on creation.');
	const [first]: unknown[] = assignments;
	const id = isObject(first) ? referenceId(first.assignee, 'user') : undefined;
	if (id === undefined) throw invalidInput('An assignment must hold an assignee.');
	const user = store.users.get(id);
	if (!user) throw refuse(400, 1007, 'Assigned To User Not Found');
	return user;
}

function readPolicy(store: PagerDutyStore, wanted: JsonObject) {
	const id = referenceId(wanted.escalation_policy, 'escalation_policy');
	if (id === undefined) return undefined;
	const policy = store.escalationPolicies.get(id);
	if (!policy) throw refuse(400, 1014, 'Escalation Policy Not Found');
	return policy;
}

function readDetails(wanted: JsonObject): string | undefined {
	const { body } = wanted;
	if (body === undefined || body === null) return undefined;
	if (!isObject(body) || body.type !== 'incident_body') {
		throw invalidInput('Body must be of type incident_body.');
	}
	if (body.details === undefined) return undefined;
	if (typeof body.details !== 'string') throw invalidInput('Body details must be a string.');
	return body.details;
}

function readBridge(wanted: JsonObject): Incident['conference_bridge'] {
	const bridge = wanted.conference_bridge;
	if (bridge === undefined || bridge === null) return null;
	if (!isObject(bridge)) throw invalidInput('conference_bridge must be an object.');
	const conference_number = readText(bridge, 'conference_number');
	const conference_url = readText(bridge, 'conference_url');
	if (conference_number !== undefined && !/^\+?\d[\d\s().,#*-]*$/.test(conference_number)) {
		throw invalidInput('conference_number is no dialable number.');
	}
	if (conference_url !== undefined && !/^https?:\/\/\S+$/.test(conference_url)) {
		throw invalidInput('conference_url is no valid URL.');
	}
	return {
		...(conference_number === undefined ? {} : { conference_number }),
		...(conference_url === undefined ? {} : { conference_url }),
	};
}
