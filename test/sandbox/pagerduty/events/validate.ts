import { dateTime } from '../../core/shape';
import { Refusal } from '../../core/refusal';
import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { isObject } from '../../core/values';
import type { Integration, PagerDutyStore } from '../types';

const mostBytes = 512 * 1024;
const mostSummary = 1024;
const mostKey = 255;
const severities = ['critical', 'error', 'warning', 'info'];

export const eventsReply = (status: string, message: string, errors: string[]): Reply => ({
	status: 400,
	body: { status, message, errors },
});

const invalid = (errors: string[]) =>
	new Refusal(eventsReply('invalid event', 'Event object is invalid', errors));

/** The body as a JSON object that is not too large. */
export function readEvent({ content, rawBody }: SandboxRequest): JsonObject {
	if (content.kind !== 'json' || !isObject(content.value)) {
		throw new Refusal(
			eventsReply('Unrecognized object', 'Event object format is unrecognized', [
				'JSON parse error',
			]),
		);
	}
	if (Buffer.byteLength(rawBody) > mostBytes) {
		throw invalid(["'payload' is too big (maximum is 512 KB)"]);
	}
	return content.value;
}

/** Whose key it is. The form of the key is checked first, as PagerDuty does. */
export function integrationOf(store: PagerDutyStore, { routing_key: key }: JsonObject) {
	if (typeof key !== 'string' || key === '') throw invalid(["'routing_key' is missing or blank"]);
	const errors = [
		...(key.length === 32
			? []
			: ["Length of 'routing_key' is incorrect (should be 32 characters)"]),
		...(/^[a-z0-9]*$/i.test(key)
			? []
			: ["'routing_key' cannot contain non-alphanumeric characters."]),
	];
	if (errors.length > 0) throw invalid(errors);
	const found = [...store.integrations.values()].find((one) => one.integration_key === key);
	if (!found) throw invalid(['Invalid routing key']);
	return found;
}

export interface ValidEvent {
	integration: Integration;
	action: 'trigger' | 'acknowledge' | 'resolve';
	key: string | undefined;
	payload: JsonObject;
}

/** An event of an alert; unknown fields are ignored. */
export function readAlertEvent(store: PagerDutyStore, request: SandboxRequest): ValidEvent {
	const body = readEvent(request);
	const integration = integrationOf(store, body);
	const { event_action: action, dedup_key: key } = body;
	const isKnown = action === 'trigger' || action === 'acknowledge' || action === 'resolve';
	if (!isKnown)
		throw invalid(["'event_action' is missing or is not trigger, acknowledge or resolve"]);
	const errors = [
		...checkKey(key, action !== 'trigger'),
		...(action === 'trigger' ? checkPayload(body.payload, true) : []),
		...checkExtras(body),
	];
	if (errors.length > 0) throw invalid(errors);
	return {
		integration,
		action,
		key: typeof key === 'string' && key !== '' ? key : undefined,
		payload: isObject(body.payload) ? body.payload : {},
	};
}

/** A change event; a ruleset's key, which begins with R, is not taken for it. */
export function readChangeEvent(store: PagerDutyStore, request: SandboxRequest) {
	const body = readEvent(request);
	const integration = integrationOf(store, body);
	const errors = [...checkPayload(body.payload, false), ...checkExtras(body)];
	if (integration.integration_key.startsWith('R')) errors.push('Invalid routing key');
	if (errors.length > 0) throw invalid(errors);
	return { integration, body };
}

function checkKey(key: unknown, isRequired: boolean): string[] {
	if (key === undefined || key === null || key === '') {
		return isRequired ? ["'dedup_key' is missing or blank"] : [];
	}
	if (typeof key !== 'string') return ["'dedup_key' must be a string"];
	return [...key].length > mostKey
		? [`'dedup_key' is too long (maximum is ${mostKey} characters)`]
		: [];
}

function checkPayload(payload: unknown, isAlert: boolean): string[] {
	if (!isObject(payload)) return ["'payload' is missing or blank"];
	const { summary, source, severity, timestamp, custom_details: details } = payload;
	const isBlank = (value: unknown) => typeof value !== 'string' || value.trim() === '';
	const errors: string[] = [];
	if (isBlank(summary)) errors.push("'summary' is missing or blank");
	else if ([...String(summary)].length > mostSummary) {
		errors.push(`'summary' is too long (maiximum is ${mostSummary} characters)`);
	}
	if (isAlert && isBlank(source)) errors.push("'source' is missing or blank");
	if (isAlert && !severities.includes(String(severity))) {
		errors.push("'severity' is not one of critical, error, warning, info");
	}
	if (timestamp !== undefined && !dateTime.test(String(timestamp))) {
		errors.push("'timestamp' is not an ISO 8601 time");
	}
	if (details !== undefined && !isObject(details))
		errors.push("'custom_details' must be an object");
	for (const name of ['source', 'component', 'group', 'class']) {
		const value = payload[name];
		if (value !== undefined && typeof value !== 'string') errors.push(`'${name}' must be a string`);
	}
	return errors;
}

function checkExtras({ links = [], images = [] }: JsonObject): string[] {
	const errors: string[] = [];
	const isList = (value: unknown): value is unknown[] => Array.isArray(value);
	const has = (one: unknown, name: string, pattern: RegExp) =>
		isObject(one) && typeof one[name] === 'string' && pattern.test(one[name]);
	if (!isList(links) || !links.every((one) => has(one, 'href', /./))) {
		errors.push("'links' must each have 'href'");
	}
	if (!isList(images) || !images.every((one) => has(one, 'src', /^https:\/\//i))) {
		errors.push("'images' must each have 'src' with https");
	}
	return errors;
}
