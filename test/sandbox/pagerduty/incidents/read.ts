import type { JsonObject } from '../../core/types';
import { isObject } from '../../core/values';
import { invalidInput, refuse } from '../errors';
import type { Incident, PagerDutyStore, Urgency } from '../types';

/** The id of `{id, type}`; undefined when absent, refused when it is anything else. */
export function referenceId(value: unknown, kind: string): string | undefined {
	if (value === undefined || value === null) return undefined;
	const isReference =
		isObject(value) && (value.type === `${kind}_reference` || value.type === kind);
	if (!isReference || typeof value.id !== 'string' || value.id === '') {
		throw invalidInput(`${kind} must be a reference with id and type ${kind}_reference.`);
	}
	return value.id;
}

export function readText(from: JsonObject, name: string): string | undefined {
	const value = from[name];
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value !== 'string') throw invalidInput(`${name} must be a string.`);
	return value;
}

export function readUrgency(wanted: JsonObject): Urgency | undefined {
	const { urgency } = wanted;
	if (urgency === undefined || urgency === null) return undefined;
	if (urgency !== 'high' && urgency !== 'low') throw invalidInput('Urgency must be high or low.');
	return urgency;
}

export function readPriority(store: PagerDutyStore, wanted: JsonObject) {
	const id = referenceId(wanted.priority, 'priority');
	if (id === undefined) return undefined;
	const priority = store.hasPriorities ? store.priorities.get(id) : undefined;
	if (!priority) throw refuse(400, 1020, 'Invalid Priority');
	return priority;
}

export function readIncidentType(store: PagerDutyStore, wanted: JsonObject): string | undefined {
	const type = wanted.incident_type;
	if (type === undefined || type === null) return undefined;
	const name = isObject(type) ? type.name : undefined;
	if (typeof name !== 'string') throw invalidInput('incident_type must name a type.');
	const known = [...store.incidentTypes.values()].find((one) => one.name === name && one.enabled);
	if (!known) throw invalidInput('Incident type not found.');
	return name;
}

export function readPolicy(store: PagerDutyStore, wanted: JsonObject) {
	const id = referenceId(wanted.escalation_policy, 'escalation_policy');
	if (id === undefined) return undefined;
	const policy = store.escalationPolicies.get(id);
	if (!policy) throw refuse(400, 1014, 'Escalation Policy Not Found');
	return policy;
}

export function readBridge(wanted: JsonObject): Incident['conference_bridge'] {
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
