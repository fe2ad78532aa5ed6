import type { JsonObject, SandboxRequest } from '../../core/types';
import { isObject } from '../../core/values';
import { invalidInput, notFound } from '../errors';
import type { Incident, PagerDutyStore } from '../types';

/** A path takes an id or a number. */
export function findIncident(store: PagerDutyStore, idOrNumber: string): Incident {
	const incident =
		store.incidents.get(idOrNumber) ??
		[...store.incidents.values()].find((one) => String(one.incident_number) === idOrNumber);
	if (!incident) throw notFound();
	return incident;
}

/** The body as a JSON object. */
export function readBody({ content }: SandboxRequest): JsonObject {
	if (content.kind === 'invalid') throw invalidInput('The body is no valid JSON.');
	if (content.kind !== 'json' || !isObject(content.value)) {
		throw invalidInput('params must be a Hash');
	}
	return content.value;
}
