import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FormIssue, type VendorWords } from '../shared/issues';
import type { ApiRequest, Paging, Reply } from '../shared/operation';
import type { Parameters } from '../shared/parameters';
import { asNumber, asObject, asRows, asText, isObject } from '../shared/values';
import {
	baseUrl,
	byPath,
	retryAfter,
	tokenFrom,
	type Connection,
	type Vendor,
} from '../shared/vendor';

/** Sheet pagerduty, section 2. */
const REGIONS: { [region: string]: string } = {
	us: 'https://api.pagerduty.com',
	eu: 'https://api.eu.pagerduty.com',
};

/** PagerDuty's REST API v2. */
export const pagerDuty: Vendor = {
	name: 'PagerDuty',
	credential: { type: 'pagerDutyIncidentsApi', label: 'PagerDuty Incidents API' },
	connect,
	objectOf: byPath,
	readWords,
	readWait: (reply, now) => {
		const reset = asNumber(reply.headers['ratelimit-reset']);
		return reset === undefined ? retryAfter(reply, now) : Math.max(0, reset) * 1000;
	},
};

function connect(credential: IDataObject): Connection {
	const region = asText(credential.region) ?? 'us';
	const token = tokenOf(credential);
	return {
		baseUrl: REGIONS[region] ?? baseUrl(credential.baseUrl, REGIONS.us),
		finish: (request) => finish(request, credential),
		// The From address is an account's log-in: no answer that repeats it is shown as it is.
		secrets: [token, ...(asText(credential.from) ? [String(credential.from).trim()] : [])],
		renewsToken: false,
	};
}

function tokenOf({ apiToken }: IDataObject): string {
	return tokenFrom(apiToken, 'API Token');
}

/**
 * The header that a credential stands for, also for the HTTP Request node.
 * @throws FormIssue when the token is none
 */
export function authHeaders(credential: IDataObject): { [name: string]: string } {
	return { Authorization: `Token token=${tokenOf(credential)}` };
}

function finish(request: ApiRequest, credential: IDataObject): ApiRequest {
	const { From: wanted, ...headers } = request.headers ?? {};
	const from = wanted === FROM_CREDENTIAL ? fromOf(credential) : wanted;
	return {
		...request,
		headers: {
			Accept: 'application/vnd.pagerduty+json;version=2',
			...(from ? { From: from } : {}),
			...headers,
		},
	};
}

/** Stands for "the From address of the credential" until the credential is known. */
const FROM_CREDENTIAL = '';

/** A general access key acts for nobody, so PagerDuty demands a From. Sheet pagerduty, section 1. */
function fromOf(credential: IDataObject): string | undefined {
	const from = asText(credential.from)?.trim();
	if (from || credential.keyType === 'user') return from;
	throw new FormIssue(
		"'From Email' is empty, and a general access API key needs it for this operation",
		"Enter the log-in e-mail of a PagerDuty user as 'From Email' in the credential, or in this node under Options. If the key belongs to one user, set 'Key Type' in the credential to 'User API Key'.",
	);
}

/** The option that overrides the credential's From address, for operations that need one. */
export const fromOption: INodeProperties = {
	displayName: 'From Email',
	name: 'from',
	type: 'string',
	default: '',
	placeholder: 'e.g. oncall-bot@example.com',
	description:
		'Log-in e-mail of the PagerDuty user who acts here, instead of the From Email of the credential. This user becomes the author; acknowledging takes over the assignment.',
};

/** The From header of an operation that needs one: its own option, else the credential's. */
export function fromHeader(parameters: Parameters): { From: string } {
	return { From: parameters.group('options').email('from') ?? FROM_CREDENTIAL };
}

/** A reference object as requests want it, or undefined without an ID. Sheet section 6. */
export function reference(kind: string, id: string | undefined): IDataObject | undefined {
	return id ? { id, type: `${kind}_reference` } : undefined;
}

const CEILING = 10_000;

/** Classic paging: `offset` counts records, `offset + limit` may not pass 10 000. Sheet section 5. */
export const paging: Paging = {
	maxPageSize: 100,
	sized: (request, size) => ({ ...request, query: { ...request.query, limit: size, offset: 0 } }),
	next: (request, { body }, rows) => {
		const offset = Number(request.query?.offset) + rows.length;
		if (asObject(body).more !== true || offset >= CEILING) return;
		const limit = Math.min(Number(request.query?.limit), CEILING - offset);
		return { ...request, query: { ...request.query, limit, offset } };
	},
	ceiling: {
		rows: CEILING,
		reached: ({ body }) => asObject(body).more === true,
		advice:
			"PagerDuty lists 10,000 incidents at most, and more exist. Split the time with the filters 'Created After' and 'Created Before'",
	},
};

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

/** What to do next, by error code or text; the first match counts. Sheet section 4.2. */
const HINTS: Array<{ codes?: number[]; text?: RegExp; hint: string }> = [
	{
		text: /"From" header/i,
		hint: "Set 'From Email' in the credential, or in this node under Options, to the log-in e-mail of a PagerDuty user of this account.",
	},
	{
		codes: [1008],
		hint: "No user of this PagerDuty account has the 'From Email' address. Correct it in the credential or in this node under Options.",
	},
	{
		text: /matching dedup key/i,
		hint: "An open incident with this 'Incident Key' exists already on the service. Use that one, resolve it first, or choose another key.",
	},
	{
		codes: [2006],
		hint: 'Open the credential and check the API token (not an integration key) and the region: EU accounts need the EU region.',
	},
	{ codes: [2014], hint: 'The plan of this PagerDuty account does not include the feature.' },
	{
		codes: [2010, 1018],
		hint: 'The key is valid but lacks the right. Use a key that is not read-only, of a user who may do this.',
	},
	{ codes: [1014], hint: "Choose another 'Escalation Policy': this one does not exist." },
	{
		codes: [1015],
		hint: "Nobody is on call in this 'Escalation Policy'. Choose another, or an 'Assignee'.",
	},
	{ codes: [1007, 2013], hint: "Choose another 'Assignee': this user does not exist." },
	{ codes: [1020], hint: "Choose another 'Priority': this one does not exist." },
	{
		codes: [2004, 2005],
		hint: "Check 'Created After' and 'Created Before': they may lie 6 months apart at most.",
	},
	{
		text: /params must be a Hash/i,
		hint: 'Something between n8n and PagerDuty changed the request. Check the base URL and the proxy.',
	},
];

/** Every body shape of sheet section 4.1. */
function readWords({ body, headers }: Reply): VendorWords {
	const error = asObject(body).error;
	const details = isObject(error) ? error : {};
	const message = isObject(error) ? asText(error.message) : listed(error).join('; ');
	const text = [message, listed(details.errors).join('; '), asText(details.required_scopes)]
		.filter(Boolean)
		.join(': ');
	const code = asNumber(details.code);
	const match = HINTS.find(
		(hint) => hint.text?.test(text) || (code !== undefined && hint.codes?.includes(code)),
	);
	return {
		text: text || asText(asObject(body).error_description),
		code: asText(details.code),
		hint: match?.hint,
		requestId: headers['x-request-id'],
	};
}

/** Texts out of one text, a list of texts, or a map of field to texts. */
function listed(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(listed);
	if (isObject(value)) {
		return Object.entries(value).map(([field, texts]) => `${field}: ${listed(texts).join(', ')}`);
	}
	const text = asText(value);
	return text === undefined ? [] : [text];
}
