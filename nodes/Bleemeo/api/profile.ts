import type { IDataObject } from 'n8n-workflow';

import { FormIssue, type VendorWords } from '../../shared/ground/failures';
import { textsOf } from '../../shared/ground/text';
import { asObject, asRows, asText, isObject } from '../../shared/ground/values';
import { pageLink } from '../../shared/wire/pages';
import { byLink } from '../../shared/wire/paging';
import type { ApiRequest, Paging, Reply } from '../../shared/wire/request';
import { finishAsJson, retryAfter, type Connection, type Vendor } from '../../shared/wire/vendor';
import { accountOf, apiUrl, ownToken } from './signIn';
import { isUuid } from './uuid';

/** What the official clients wait when a 429 does not say how long. docs/facts/bleemeo.md#rate-limits. */
const USUAL_WAIT_MS = 30_000;

/** Bleemeo's REST API, `/v1/`. Every path ends in a slash: a redirect would lose the body. */
export const bleemeo: Vendor = {
	name: 'Bleemeo',
	credential: {
		type: 'bleemeoApi',
		label: 'Bleemeo API',
		page: pageLink('bleemeo', 'bleemeo-api'),
	},
	connect,
	objectOf,
	readWords,
	readWait: (reply, now) =>
		retryAfter(reply, now) ?? (reply.status === 429 ? USUAL_WAIT_MS : undefined),
};

/** Events are written, and read for their thread, under one path: only those of a thread, or alike, wait. */
function objectOf({ path, query, body }: ApiRequest): string {
	const thread = asText(body?.thread_id ?? query?.thread_id)?.toLowerCase();
	return [path, thread ?? (body && JSON.stringify(body))].filter(Boolean).join(' ');
}

/** The token itself is fetched and added by the credential. docs/facts/bleemeo.md#signing-in. */
function connect(credential: IDataObject): Connection {
	const renewsToken = credential.authentication !== 'accessToken';
	const own = renewsToken
		? [filled(credential, 'email', 'Email'), filled(credential, 'password', 'Password')]
		: [ownToken(credential)];
	const account = accountOf(credential);
	if (account && !isUuid(account)) {
		throw new FormIssue(
			`'Account ID' in the credential is not an ID (36 characters with hyphens)`,
			'Open the credential and paste the ID of the account (36 characters), or leave it empty.',
		);
	}
	return {
		baseUrl: apiUrl(credential),
		// Without Accept, the same addresses may answer with web pages. docs/facts/bleemeo.md#addresses-and-conventions.
		finish: finishAsJson,
		secrets: [
			...own.slice(-1),
			asText(credential.clientSecret),
			asText(credential.sessionToken),
		].filter((secret) => secret !== undefined),
		renewsToken,
	};
}

function filled(credential: IDataObject, name: string, label: string): string {
	const value = asText(credential[name]);
	if (value?.trim()) return value;
	throw new FormIssue(
		`'${label}' in the credential is empty`,
		`Open the credential and fill in '${label}', or choose another way under 'Authentication'.`,
	);
}

/**
 * Numbered pages with a link to the next one. Behind a gateway its host or path may be another one. A page
 * that is gone by now, because events were deleted meanwhile, is answered with 404.
 * docs/facts/bleemeo.md#pages-and-fields.
 */
export const paging: Paging = {
	...byLink(500, { size: 'page_size', place: 'page' }, ({ body }) => asObject(body).next),
	endsOn: (status, { query }) => status === 404 && Number(query?.page) > 1,
};

/** The objects of one page. */
export const rowsOf = ({ body }: Reply): IDataObject[] | undefined => {
	const { results } = asObject(body);
	return Array.isArray(results) ? asRows(results) : undefined;
};

/** The object that is the whole reply. */
export const recordOf = ({ body }: Reply): IDataObject[] | undefined =>
	isObject(body) && body.id !== undefined ? [body] : undefined;

/** What to do next where the general advice does not fit. docs/facts/bleemeo.md#error-bodies. */
const HINTS: { [status: number]: string } = {
	401: "Open the Bleemeo API credential. An 'Access Token' lives for some hours only: paste a new one, or choose 'Email and Password', which gets new ones by itself.",
	403: "Give the user of the Bleemeo API credential the right to do this (the manager group is recommended), or check 'Account ID' there: the user must belong to that account.",
	404: "Check the ID: it is wrong, deleted, or in another Bleemeo account than the one of 'Account ID' in the credential.",
};

/** Every body shape of docs/facts/bleemeo.md#error-bodies, in the order in which they tell most. */
function readWords({ status, body }: Reply): VendorWords {
	const { error, error_description, messages, detail, code, ...rest } = asObject(body);
	const said = [
		asText(error_description) ?? asText(error),
		asText(detail),
		...asRows(messages).map(({ message }) => asText(message)),
	].filter((text) => text !== undefined);
	const others = textsOf(Array.isArray(body) ? body : rest, ['non_field_errors']);
	return {
		text: (said.length ? [...new Set(said)].join(': ') : others.join('; ')) || undefined,
		code: asText(code) ?? asText(error),
		hint: HINTS[status],
		fields: status === 400 ? fieldsOf(body) : [],
	};
}

/** Names of fields with complaints; a bulk reply holds one such object for each row. */
function fieldsOf(body: unknown): string[] {
	if (Array.isArray(body)) return body.flatMap(fieldsOf);
	return Object.entries(asObject(body)).flatMap(([field, said]) =>
		isObject(said) || Array.isArray(said) ? [field] : [],
	);
}
