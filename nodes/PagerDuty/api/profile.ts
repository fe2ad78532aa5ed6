import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import type { ApiRequest, Paging, Reply } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { asNumber, asObject, asRows, asText, isObject } from '../../shared/ground/values';
import { pageLink } from '../../shared/wire/pages';
import {
	baseUrl,
	byPath,
	retryAfter,
	tokenFrom,
	type Connection,
	type Vendor,
} from '../../shared/wire/vendor';
import { readWords } from './words';

/** docs/facts/pagerduty.md#base-addresses */
const REGIONS: { [region: string]: string } = {
	us: 'https://api.pagerduty.com',
	eu: 'https://api.eu.pagerduty.com',
};

/** PagerDuty's REST API v2. */
export const pagerDuty: Vendor = {
	name: 'PagerDuty',
	credential: {
		type: 'pagerDutyIncidentsApi',
		label: 'PagerDuty Incidents API',
		page: pageLink('pagerduty', 'pagerduty-incidents-api'),
	},
	connect,
	objectOf: byPath,
	readWords,
	readWait: (reply, now) => {
		const reset = asNumber(reply.headers['ratelimit-reset']);
		return reset === undefined ? retryAfter(reply, now) : Math.max(0, reset) * 1000;
	},
};

function connect(credential: IDataObject): Connection {
	const token = tokenOf(credential);
	return {
		baseUrl: apiUrl(credential),
		finish: (request) => finish(request, credential),
		// The From address is an account's log-in: no answer that repeats it is shown as it is.
		secrets: [token, ...(asText(credential.from) ? [String(credential.from).trim()] : [])],
		renewsToken: false,
	};
}

/** The REST API of the account's region. */
export function apiUrl({ region, baseUrl: own }: IDataObject): string {
	return REGIONS[asText(region) ?? 'us'] ?? baseUrl(own, REGIONS.us);
}

/** A REST API key has about 20 characters; 32 letters and digits are an integration key. docs/facts/pagerduty.md#three-secrets-that-are-confused. */
function tokenOf({ apiToken }: IDataObject): string {
	const token = tokenFrom(apiToken, 'API Token');
	if (!/^[a-z0-9]{32}$/i.test(token)) return token;
	throw new FormIssue(
		"'API Token' in the credential is an integration key: 32 letters and digits",
		"Open the credential and paste a REST API key (Integrations > API Access Keys). The integration key belongs into the credential 'PagerDuty Events API', for the resource Event.",
	);
}

/**
 * The header that a credential stands for, also for the HTTP Request node.
 * @throws FormIssue when the token is none
 */
export function authHeaders(credential: IDataObject): { [name: string]: string } {
	return { Authorization: `Token token=${tokenOf(credential)}` };
}

/** Adds what every request to the REST API needs, apart from the token. */
export function finish(request: ApiRequest, credential: IDataObject): ApiRequest {
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

/** A general access key acts for nobody, so PagerDuty demands a From. docs/facts/pagerduty.md#ways-to-sign-in. */
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

/** A reference object as requests want it, or undefined without an ID. docs/facts/pagerduty.md#references. */
export function reference(kind: string, id: string | undefined): IDataObject | undefined {
	return id ? { id, type: `${kind}_reference` } : undefined;
}

const CEILING = 10_000;

/**
 * Classic paging: `offset` counts records, `offset + limit` may not pass 10 000. docs/facts/pagerduty.md#paging.
 * @param noun what the list holds, in the plural
 * @param advice how to reach what lies beyond
 */
export function pagingOf(noun: string, advice: string): Paging {
	return {
		maxPageSize: 100,
		sized: (request, size) => ({ ...request, query: { ...request.query, limit: size, offset: 0 } }),
		next: (request, { body }, rows) => {
			const offset = Number(request.query?.offset) + rows.length;
			if (asObject(body).more !== true || offset >= CEILING) return;
			const limit = Math.min(Number(request.query?.limit), CEILING - offset);
			return { ...request, query: { ...request.query, limit, offset } };
		},
		cursor: { in: 'query', name: 'offset' },
		ceiling: {
			rows: CEILING,
			reached: ({ body }) => asObject(body).more === true,
			advice: `PagerDuty lists 10,000 ${noun} at most, and more exist. ${advice}`,
		},
	};
}

export const paging = pagingOf(
	'incidents',
	"Split the time with the filters 'Created After' and 'Created Before'",
);

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
