import type { IDataObject } from 'n8n-workflow';

import type { VendorWords } from '../../shared/ground/failures';
import { textsOf } from '../../shared/ground/text';
import { asObject, asText, compact } from '../../shared/ground/values';
import { pageLink } from '../../shared/wire/pages';
import type { ApiRequest, Reply } from '../../shared/wire/request';
import { typedUrl } from '../../shared/wire/testRules';
import { finishAsJson, retryAfter, type Connection, type Vendor } from '../../shared/wire/vendor';
import { apiUrl, EVENTS, testUrl } from './regions';
import { integrationKeyOf } from './signIn';

/**
 * PagerDuty's Events API v2. It knows no incidents: it takes an event into a queue and answers 202.
 * The routing key in the body is the whole sign-in, and the credential puts it there. A 429 names no
 * wait, so the pauses are the usual ones. docs/facts/pagerduty.md#limits-of-events.
 */
export const pagerDutyEvents: Vendor = {
	name: 'PagerDuty',
	credential: {
		type: 'pagerDutyEventsApi',
		label: 'PagerDuty Events API',
		page: pageLink('pagerduty', 'pagerduty-events-api'),
	},
	connect,
	objectOf,
	readWords,
	readWait: retryAfter,
};

/** The events' address in the credential's test, without what people paste along. */
export const EVENTS_TEST_URL = testUrl(
	EVENTS,
	`${typedUrl(EVENTS.us)}.replace(/[/]v2([/]enqueue)?$/i, "")`,
);

function connect(credential: IDataObject): Connection {
	return {
		// Our paths begin with the version, and people paste it along.
		baseUrl: apiUrl(EVENTS, credential).replace(/\/v2(\/enqueue)?$/i, ''),
		finish: finishAsJson,
		secrets: [integrationKeyOf(credential)],
		renewsToken: false,
	};
}

/** Writes about one problem keep their order; events without a key have nothing to wait for. */
function objectOf({ path, body }: ApiRequest): string {
	return `${path} ${asText(body?.dedup_key) ?? JSON.stringify(body)}`;
}

/**
 * The body with the routing key, for our own requests (a JSON text) and for those of the HTTP Request
 * node (an object, or nothing yet). The key of the credential wins over one in the body. A body of
 * another kind stays as it is, and PagerDuty refuses it.
 * @throws FormIssue when the key is none
 */
export function withRoutingKey(credential: IDataObject, body: unknown): unknown {
	const routing_key = integrationKeyOf(credential);
	if (body === undefined || body === null || body === '') return { routing_key };
	if (typeof body === 'string') {
		const parsed = parsedObject(body);
		return parsed ? JSON.stringify({ ...parsed, routing_key }) : body;
	}
	return isPlain(body) ? { ...body, routing_key } : body;
}

function parsedObject(text: string): IDataObject | undefined {
	try {
		const parsed: unknown = JSON.parse(text);
		return isPlain(parsed) ? parsed : undefined;
	} catch {
		return;
	}
}

/** Not a form, a stream or a buffer. */
function isPlain(value: unknown): value is IDataObject {
	const kind = Object.prototype.toString.call(value);
	return kind === '[object Object]' && typeof asObject(value).pipe !== 'function';
}

/** What to do next, by text; the first match counts. docs/facts/pagerduty.md#events-api. */
const HINTS: Array<{ text: RegExp; hint: string }> = [
	{
		text: /routing[ _]key/i,
		hint: "Open the PagerDuty Events API credential: 'Integration Key' must be the key of an Events API V2 integration that exists, and 'Region' the one of the account. Change events are not taken with the key of a ruleset, which begins with R.",
	},
	{
		text: /unrecognized object/i,
		hint: 'Something between n8n and PagerDuty changed the request. Check the base URL and the proxy.',
	},
	{
		text: /too (long|large|big)/i,
		hint: "Shorten the field that PagerDuty names, or 'Custom Details (JSON)'.",
	},
];

/** `{ status, message, errors }`; a gateway in front may answer like the REST API. docs/facts/pagerduty.md#error-bodies. */
function readWords({ body }: Reply): VendorWords {
	const { status, message, errors, error } = asObject(body);
	const said = asText(message) ?? asText(asObject(error).message) ?? textsOf(error).join('; ');
	const details = textsOf(errors);
	const text = [said, details.join('; ')].filter(Boolean).join(': ');
	const all = `${asText(status) ?? ''} ${text}`;
	return {
		...compact({
			text: text || asText(status),
			code: asText(status),
			hint: HINTS.find((hint) => hint.text.test(all))?.hint,
		}),
		fields: details.flatMap((detail) =>
			[...detail.matchAll(/'([\w.]+)'/g)].map(([, field]) => field),
		),
	};
}
