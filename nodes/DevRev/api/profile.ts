import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asRows, asText, isObject } from '../../shared/ground/values';
import { pageLink } from '../../shared/wire/pages';
import { byCursor } from '../../shared/wire/paging';
import type { ApiRequest, Reply } from '../../shared/wire/request';
import { acceptJson, retryAfter, type Connection, type Vendor } from '../../shared/wire/vendor';
import { apiUrl, tokenOf } from './signIn';
import { readWords } from './words';

/** DevRev's API: one host for all regions, one path for each verb. docs/facts/devrev.md#address-and-stability. */
export const devRev: Vendor = {
	name: 'DevRev',
	credential: { type: 'devRevApi', label: 'DevRev API', page: pageLink('devrev', 'devrev-api') },
	aliases: new Map([
		['external_ref', 'externalReference'],
		['object', 'incidentId'],
	]),
	connect,
	// All writes of a kind have one path; what they are about stands in the body.
	objectOf: ({ path, body = {} }) =>
		objectName(asText(body.id) ?? asText(body.object) ?? asText(body.source) ?? path),
	readWords,
	readWait,
};

function connect(credential: IDataObject): Connection {
	return {
		baseUrl: apiUrl(credential),
		finish,
		secrets: [tokenOf(credential)],
		renewsToken: false,
	};
}

const PREFIXES: { [kind: string]: string } = { incident: 'INC', issue: 'ISS', ticket: 'TKT' };

/**
 * An incident, an issue or a ticket has one name, whether it is given by its long ID or by its number: what two
 * items change on it must not overlap. docs/facts/devrev.md#ids.
 */
function objectName(id: string): string {
	const [, kind, number] = /^don:core:[^\s]*:(incident|issue|ticket)\/(\d+)$/.exec(id) ?? [];
	return number ? `${PREFIXES[kind]}-${number}` : id;
}

/** Calls without a promise of stability answer only with this header. docs/facts/devrev.md#address-and-stability. */
const BETA = /^\/(incidents\.|link-types\.custom\.|schemas\.subtypes\.list$)/;
const BETA_SCOPE = { 'X-Devrev-Scope': 'beta' };

/** A call that is stable, with a field that is not. */
export function beta(request: ApiRequest): ApiRequest {
	return { ...request, headers: { ...request.headers, ...BETA_SCOPE } };
}

function finish(request: ApiRequest): ApiRequest {
	const scope = BETA.test(request.path) ? BETA_SCOPE : undefined;
	return { ...request, headers: { ...acceptJson, ...scope, ...request.headers } };
}

/** Retry-After, the same in the body, or the end of the window. docs/facts/devrev.md#limits-and-waiting. */
function readWait(reply: Reply, now: number): number | undefined {
	const wait = retryAfter(reply, now);
	if (wait !== undefined || reply.status !== 429) return wait;
	const seconds = asNumber(asObject(reply.body).retry_after);
	if (seconds !== undefined) return Math.max(0, seconds) * 1000;
	const reset = asNumber(reply.headers['x-ratelimit-reset']);
	return reset === undefined ? undefined : Math.max(0, reset * 1000 - now);
}

/** A read, which DevRev takes as POST: only that form knows the date filters. docs/facts/devrev.md#request-bodies. */
export function read(path: string, body: IDataObject = {}): ApiRequest {
	return { method: 'POST', path, body };
}

/** docs/facts/devrev.md#pages-of-a-list. */
export const paging = byCursor(100, 'next_cursor');

/** Unlike the other lists, those of stages and diagrams call it `cursor`. docs/facts/devrev.md#pages-of-a-list. */
export const stagePaging = byCursor(100, 'cursor');

/** The list in a reply's envelope. */
export const rowsOf = (envelope: string) => (reply: Reply) => {
	const rows = asObject(reply.body)[envelope];
	return Array.isArray(rows) ? asRows(rows) : undefined;
};

/** The single object in a reply's envelope. */
export const recordOf = (envelope: string) => (reply: Reply) => {
	const record = asObject(reply.body)[envelope];
	return isObject(record) ? [record] : undefined;
};
