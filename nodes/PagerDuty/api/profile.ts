import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { FormIssue } from '../../shared/ground/failures';
import { asNumber, asObject, asRows, asText, isObject } from '../../shared/ground/values';
import type { ApiRequest, Paging, Reply } from '../../shared/wire/request';
import { byPath, retryAfter, type Connection, type Vendor } from '../../shared/wire/vendor';
import { apiUrl, REST } from './regions';
import { ACCEPT, tokenOf } from './signIn';
import { PAGE, readWords } from './words';

/** PagerDuty's REST API v2. */
export const pagerDuty: Vendor = {
	name: 'PagerDuty',
	credential: {
		type: 'pagerDutyIncidentsApi',
		label: 'PagerDuty Incidents API',
		page: PAGE,
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
		baseUrl: apiUrl(REST, credential),
		finish: (request) => finish(request, credential),
		// The From address is an account's log-in: no answer that repeats it is shown as it is.
		secrets: [token, ...(asText(credential.from) ? [String(credential.from).trim()] : [])],
		renewsToken: false,
	};
}

/** Adds what every request to the REST API needs, apart from the token. */
export function finish(request: ApiRequest, credential: IDataObject): ApiRequest {
	const { sender, headers, ...rest } = request;
	const from = sender && (sender.email ?? fromOf(credential));
	return { ...rest, headers: { Accept: ACCEPT, ...(from ? { From: from } : {}), ...headers } };
}

/** A general access key acts for nobody, so PagerDuty demands a From. docs/facts/pagerduty.md#ways-to-sign-in. */
function fromOf(credential: IDataObject): string | undefined {
	const from = asText(credential.from)?.trim();
	if (from || credential.keyType === 'user') return from;
	throw new FormIssue(
		"'From Email' is empty, and a general access API key needs it for this operation",
		"Enter the log-in e-mail of a PagerDuty user as 'From Email' in the credential, or in this node under Options. If the key belongs to one user, set 'Key Type' in the credential to 'User API Key'. " +
			`See ${PAGE}`,
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

/** Who acts in an operation that needs somebody: its own option, else the credential says. */
export function senderOf(parameters: Parameters): NonNullable<ApiRequest['sender']> {
	return { email: parameters.group('options').email('from') };
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
