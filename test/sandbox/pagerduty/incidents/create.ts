import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { isObject } from '../../core/values';
import { invalidInput, refuse } from '../errors';
import type { PagerDutyStore, User } from '../types';
import { referTo } from '../references';
import { openIncident } from './build';
import {
	readBridge,
	readIncidentType,
	readPolicy,
	readPriority,
	readText,
	readUrgency,
	referenceId,
} from './read';
import { renderIncident } from './render';
import { webhookIncident } from '../webhooks';

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
	const agent = actor ? referTo(actor) : null;
	store.happened.push({ type: 'incident.triggered', data: webhookIncident(incident), agent });
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
