import type { IDataObject } from 'n8n-workflow';

import { NOT_ALLOWED_HERE } from '../ground/failures';
import { asObject, asText, isObject } from '../ground/values';
import { isHostTrouble } from './hostTrouble';
import type { Reply } from './request';
import { faultOfCode, HOST_TROUBLE, SIGN_IN_REFUSED, SIGN_IN_UNAVAILABLE } from './retry';

/** Either an answer, or the system's code and text for why there is none. */
export type Exchanged =
	| { reply: Reply; code?: undefined; text?: undefined; isOwn?: undefined }
	| Unanswered;

export interface Unanswered {
	reply?: undefined;
	code: string;
	text: string;
	/** True for words of ours, in which nothing secret is. */
	isOwn?: boolean;
}

/**
 * Makes one shape of what n8n's request helper gives: a full response, or an error which may carry a
 * response itself (n8n throws a 401 where the token can be renewed). Pure.
 * @param url the address that was asked: an answer from another one is the sign-in's
 */
export function replyOrCode(
	{ full, error }: { full?: unknown; error?: unknown },
	url?: string,
): Exchanged {
	if (error === undefined) return { reply: toReply(asObject(full)) };
	const chain = causes(error);
	if (isForbidden(chain)) return { ...unanswered(chain), code: NOT_ALLOWED_HERE };
	if (isHostTrouble(chain)) return { ...unanswered(chain), code: HOST_TROUBLE };
	const noToken = withoutToken(chain, url);
	if (noToken) return noToken;
	const response = chain.map((link) => link.response).find(isAnswer);
	if (response) {
		return { reply: toReply({ ...response, body: response.data, statusCode: response.status }) };
	}
	const thrown = { status: Number(chain.map((link) => asText(link.httpCode)).find(Boolean)) };
	if (isAnswer(thrown)) {
		const body = asObject(chain[0].context).data;
		return { reply: toReply({ statusCode: thrown.status, headers: {}, body }) };
	}
	return unanswered(chain);
}

function unanswered(chain: IDataObject[]): Unanswered {
	// Older n8n keep no cause, and the system's code only where a status belongs.
	const inPlaceOfStatus = chain.map(({ httpCode }) => asText(httpCode)).filter(isSystemCode);
	const code = chain.map((link) => asText(link.code)).find(Boolean) ?? inPlaceOfStatus[0];
	const texts = chain.map((link) => asText(link.message)).filter(Boolean);
	const isOwn = code === SIGN_IN_REFUSED || code === SIGN_IN_UNAVAILABLE;
	const text = texts[texts.length - 1] ?? 'no answer';
	return { code: code ?? 'UNKNOWN', text, ...(isOwn ? { isOwn } : {}) };
}

/** n8n's own rules about addresses: the credential's allowed domains, and private addresses. */
const FORBIDDEN = /^(Domain not allowed\b|The request was blocked because)/;

function isForbidden(chain: IDataObject[]): boolean {
	return chain.some(({ message, response }) => !response && FORBIDDEN.test(asText(message) ?? ''));
}

function isSystemCode(code: string | undefined): boolean {
	return code !== undefined && !/^\d+$/.test(code);
}

/** n8n could not fetch the first OAuth2 token. */
const NOT_FETCHED = /^Failed to acquire OAuth2 access token/;
/** There is no OAuth2 token, or none that can be renewed. */
const NOT_CONNECTED =
	/OAuth credentials not connected|needs to be reconnected|no refresh token is available|without access token/;
/** Code of the answer of an OAuth2 token service that says no. */
const TOKEN_REFUSED = 'EAUTH';

/** Code of an answer of an OAuth2 token service that is none. */
const TOKEN_UNREADABLE = 'ESTATUS';

/** Whatever the token service answered, the vendor itself has done nothing. */
function withoutToken(chain: IDataObject[], url: string | undefined): Unanswered | undefined {
	const said = (pattern: RegExp) =>
		chain.some(({ message }) => pattern.test(asText(message) ?? ''));
	const { code, text } = unanswered(chain);
	if (code === TOKEN_REFUSED || said(NOT_CONNECTED)) return { code: SIGN_IN_REFUSED, text };
	// A token that is renewed after a 401: n8n gives the service's answer as if it were the vendor's.
	const isRenewal = code === TOKEN_UNREADABLE || chain.some((link) => isElsewhere(link, url));
	if (!said(NOT_FETCHED) && !isRenewal) return;
	return { code: faultOfCode(code) === 'noReply' ? SIGN_IN_UNAVAILABLE : code, text };
}

function isElsewhere({ config }: IDataObject, url: string | undefined): boolean {
	const asked = asText(asObject(config).url);
	return asked !== undefined && url !== undefined && withoutQuery(asked) !== withoutQuery(url);
}

function withoutQuery(url: string): string {
	return url.split('?')[0];
}

/** A success that was thrown is none: its body broke off half-way. */
function isAnswer(response: unknown): response is IDataObject {
	return isObject(response) && Number(response.status) >= 300;
}

/** The error and what caused it, outermost first. */
export function causes(error: unknown): IDataObject[] {
	const chain: IDataObject[] = [];
	for (let link = error; isObject(link) && chain.length < 6; ) {
		const { cause, message, name, code, httpCode, response, context, config, driverError } =
			link as IDataObject;
		// Node names the call that failed, or has one such failure for each address.
		const isOfSystem = 'syscall' in link || 'errors' in link;
		chain.push({
			...{ message, name, code, httpCode, response },
			...{ context, config, driverError, isOfSystem },
		});
		link = cause ?? (link as IDataObject).errorResponse;
	}
	return chain;
}

function toReply({ statusCode, headers, body }: IDataObject): Reply {
	const lower = Object.entries(asObject(headers)).map(([name, value]) => [
		name.toLowerCase(),
		Array.isArray(value) ? value.join(', ') : String(value),
	]);
	return {
		status: Number(statusCode),
		headers: Object.fromEntries(lower) as Reply['headers'],
		body: body === '' || body === null ? undefined : body,
	};
}
