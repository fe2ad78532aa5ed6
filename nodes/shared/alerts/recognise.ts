import type { IDataObject } from 'n8n-workflow';

import { parseJson } from '../form/given';
import { FormIssue } from '../ground/failures';
import { isObject } from '../ground/values';
import type { Alert, AlertSource } from './alert';
import { SOURCES } from './sources';

/** Keys of a payload that are shown when nobody knows it. */
const MOST_KEYS = 12;

const WAY_OUT = "Or set 'Source' to 'Generic' and fill in the parts of the alert.";

/** One alert and the tool that sent it. */
export interface Sent {
	/** The `value` of the source. */
	from: string;
	alert: Alert;
}

/**
 * All alerts in what a tool has sent: a payload, or a list of payloads. Pure.
 * @param wanted the source's `value` where the user names it; undefined to tell by the payload
 * @throws FormIssue for what is no alert, saying what was looked for; for a payload without any
 */
export function alertsIn(given: unknown, wanted?: string): Sent[] {
	const payloads = Array.isArray(given) ? given : [given];
	const sent = payloads.flatMap((payload) => {
		const object = payloadOf(payload);
		const source = sourceOf(object, wanted);
		return source.read(object).map((alert) => ({ from: source.value, alert }));
	});
	if (sent.length) return sent;
	throw new FormIssue(
		"'Alert (JSON)' holds no alert: its list of alerts is empty",
		'Look at what the tool has sent for this item. There was nothing to send on.',
	);
}

function payloadOf(value: unknown): IDataObject {
	const inner = isObject(value) ? inForm(value) : undefined;
	if (inner) return inner;
	if (isObject(value)) return value;
	throw new FormIssue(
		`'Alert (JSON)' must be a JSON object, or a list of them, not ${kindOf(value)}`,
		'Use what the tool has sent, as the Webhook node gives it: {{ $json.body }}.',
	);
}

function kindOf(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

/** Some tools send their JSON as the only field of a web form. */
function inForm({ payload, ...others }: IDataObject): IDataObject | undefined {
	if (typeof payload !== 'string' || Object.keys(others).length) return;
	const { parsed } = parseJson(payload);
	return isObject(parsed) ? parsed : undefined;
}

function sourceOf(payload: IDataObject, wanted: string | undefined): AlertSource {
	if (wanted === undefined)
		return SOURCES.find((one) => one.recognises(payload)) ?? refuse(payload);
	const named = SOURCES.find(({ value }) => value === wanted);
	if (named?.recognises(payload)) return named;
	throw new FormIssue(
		`'Alert (JSON)' is no message of ${named?.name ?? wanted}: looked for ${named?.looksFor ?? 'nothing'}; it has ${keysOf(payload)}`,
		`Set 'Source' to 'Automatic', or look at what the tool has sent for this item. ${WAY_OUT}`,
	);
}

function refuse(payload: IDataObject): never {
	const lookedFor = SOURCES.map(({ name, looksFor }) => `${name}: ${looksFor}`).join('; ');
	throw new FormIssue(
		`'Alert (JSON)' is the message of no monitoring tool that is known here: it has ${keysOf(payload)}`,
		`Look at what the tool has sent for this item; behind a Webhook node it is {{ $json.body }}. Looked for ${lookedFor}. ${WAY_OUT}`,
	);
}

function keysOf(payload: IDataObject): string {
	const keys = Object.keys(payload);
	if (!keys.length) return 'no keys';
	const shown = keys.slice(0, MOST_KEYS).map((key) => `'${key.slice(0, 40)}'`);
	const more = keys.length - shown.length;
	return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
