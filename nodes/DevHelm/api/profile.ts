import type { IDataObject } from 'n8n-workflow';

import type { VendorWords } from '../../shared/ground/failures';
import { asNumber, asObject, asRows, asText, isObject } from '../../shared/ground/values';
import { pageLink } from '../../shared/wire/pages';
import type { Paging, Reply } from '../../shared/wire/request';
import {
	byPath,
	finishAsJson,
	retryAfter,
	type Connection,
	type Vendor,
} from '../../shared/wire/vendor';
import { apiUrl, authHeaders, keyOf } from './signIn';

/** DevHelm's monitoring API, version 1. */
export const devHelm: Vendor = {
	name: 'DevHelm',
	credential: {
		type: 'devHelmApi',
		label: 'DevHelm API',
		page: pageLink('devhelm', 'devhelm-api'),
	},
	connect,
	objectOf: byPath,
	readWords,
	readWait,
};

function connect(credential: IDataObject): Connection {
	authHeaders(credential);
	return {
		baseUrl: apiUrl(credential),
		finish: finishAsJson,
		secrets: [keyOf(credential), asText(credential.webhookSecret)?.trim()].filter(
			(secret) => secret !== undefined,
		),
		renewsToken: false,
	};
}

/** Pages counted from zero; the totals may be null, so only `hasNext` counts. docs/facts/devhelm.md#envelopes-and-pages. */
export const paging: Paging = {
	maxPageSize: 200,
	sized: (request, size) => ({ ...request, query: { ...request.query, page: 0, size } }),
	next: (request, { body }) => {
		if (asObject(body).hasNext !== true) return;
		return { ...request, query: { ...request.query, page: Number(request.query?.page) + 1 } };
	},
	cursor: { in: 'query', name: 'page' },
};

/**
 * A list with a cursor; the size of a page is documented for each.
 * docs/facts/devhelm.md#envelopes-and-pages.
 */
export function byCursor(maxPageSize: number): Paging {
	return {
		maxPageSize,
		sized: (request, limit) => ({ ...request, query: { ...request.query, limit } }),
		next: (request, { body }) => {
			const { hasMore, nextCursor } = asObject(body);
			const cursor = asText(nextCursor);
			if (hasMore !== true || cursor === undefined) return;
			return { ...request, query: { ...request.query, cursor } };
		},
		cursor: { in: 'query', name: 'cursor' },
	};
}

/** The rows of a list's envelope. docs/facts/devhelm.md#envelopes-and-pages. */
export function rowsOf({ body }: Reply): IDataObject[] | undefined {
	const { data } = asObject(body);
	return Array.isArray(data) ? asRows(data) : undefined;
}

/**
 * The incident of a detail reply, with what stands beside it there (its updates, which hold the
 * text given at the creation, and its status page incidents), so that a single incident has the same
 * fields at the same place as one of a list. docs/facts/devhelm.md#internal-incidents.
 */
export function incidentOf({ body }: Reply): IDataObject[] | undefined {
	const data = asObject(asObject(body).data);
	const { incident, ...beside } = data;
	if (isObject(incident)) return [{ ...beside, ...incident }];
	return data.id === undefined ? undefined : [data];
}

/** What to do next, by text or status; the first match counts. docs/facts/devhelm.md#error-bodies. */
const HINTS: Array<{ status: number; text?: RegExp; hint: string }> = [
	{
		status: 401,
		hint: 'Open the DevHelm API credential and check the API Key (it begins with dh_live_): it is wrong, has expired or was revoked. New keys are made in DevHelm under Settings > API Keys.',
	},
	{
		status: 403,
		hint: "The key is valid but gives no access here. In the DevHelm API credential leave 'Organization ID' and 'Workspace ID' empty or correct them, or use a key of somebody with a higher role.",
	},
	{
		status: 404,
		text: /\bmonitor\b/i,
		hint: "Choose another 'Monitor': this one was deleted, or belongs to another organization or workspace than the key.",
	},
	{
		status: 404,
		hint: 'Check the ID: it is wrong, deleted, or belongs to another organization or workspace than the key. Where no ID is given, check the base URL in the DevHelm API credential.',
	},
	{
		status: 400,
		text: /\b(limit|quota)\b.*\bplan\b|\bplan\b.*\b(limit|quota)\b/i,
		hint: 'The plan of this DevHelm account allows no more of these. Remove some, or change the plan.',
	},
];

/**
 * Every body shape of docs/facts/devhelm.md#error-bodies: the full one, the older one that lacks `code`, `requestId`
 * and `errors`, and that of proxies with `error` instead of `message`.
 */
function readWords({ status, body }: Reply): VendorWords {
	const words = asObject(body);
	const entries = asRows(words.errors);
	const message =
		asText(words.message) ?? asText(words.error) ?? asText(asObject(words.error).message);
	const detail = asText(words.detail);
	const said = detail && !message?.includes(detail) ? [message, detail] : [message];
	const text = withEntries(said.filter(Boolean).join(': ') || undefined, entries);
	const match = HINTS.find(
		(hint) => hint.status === status && (!hint.text || hint.text.test(text ?? '')),
	);
	return {
		text,
		code: asText(words.code),
		hint: match?.hint,
		fields: entries.flatMap(({ field }) => asText(field) ?? []),
		requestId: asText(words.requestId),
	};
}

/** DevHelm often repeats the entries' messages in the main one; then the entries say more alone. */
function withEntries(message: string | undefined, entries: IDataObject[]): string | undefined {
	const listed = entries.map(entryText).filter(Boolean).join('; ');
	const rest = entries.reduce(
		(left, entry) => left.replace(asText(entry.message) ?? '', ''),
		message ?? '',
	);
	const main = /[^\s;,.]/.test(rest) || !listed ? message : undefined;
	return [main, listed].filter(Boolean).join(': ') || undefined;
}

/** `monitorId: must be a UUID`; the name only where the message does not begin with it. */
function entryText({ field, message, code }: IDataObject): string {
	const name = (asText(field) ?? '').split('/').filter(Boolean).join('.');
	const text = asText(message) ?? asText(code) ?? '';
	return name && !text.toLowerCase().startsWith(name.toLowerCase()) ? `${name}: ${text}` : text;
}

/**
 * `Retry-After`, and on a 429 without it the end of the window, which is in seconds since 1970.
 * That header is on every other reply too, where it asks for nothing. docs/facts/devhelm.md#limits-and-waiting.
 */
function readWait(reply: Reply, now: number): number | undefined {
	const asked = retryAfter(reply, now);
	const reset = asNumber(reply.headers['x-ratelimit-reset']);
	if (asked !== undefined || reply.status !== 429 || reset === undefined) return asked;
	const wait = reset * 1000 - now;
	return wait > 0 ? wait : undefined;
}
