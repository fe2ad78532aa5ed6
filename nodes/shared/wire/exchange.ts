import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { cut } from '../ground/characters';
import { within } from '../ground/deadline';
import type { FaultDetails, FaultKind, VendorWords } from '../ground/failures';
import { brief, excerpt, textsOf } from '../ground/text';
import { wordsOfPage } from './between';
import { readBody, TOO_LARGE } from './body';
import type { OwnReply } from './ownPost';
import { queryString } from './query';
import { isRedirect, nextHop, shownTarget, type Hop } from './redirect';
import { replyOrCode, type Unanswered } from './reply';
import type { ApiRequest, Reply, RetryClass } from './request';
import { faultOf, faultOfCode, LIMITS } from './retry';
import { hideSecrets, secretsIn } from './secrets';
import type { Connection, Vendor } from './vendor';

export type HttpContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IWebhookFunctions;

/** A vendor, reached by one node through one credential. */
export interface Line {
	context: HttpContext;
	vendor: Vendor;
	connection: Connection;
	credential: IDataObject;
}

/** How an attempt is made. */
export interface AttemptOptions {
	/** False for a 2xx reply that lacks what the API documents. */
	isWhole: (reply: Reply) => boolean;
	kind: RetryClass;
	/** Aborted when nobody waits any more. */
	stop: AbortSignal;
	/** What is left for the whole request, in milliseconds. */
	timeoutMs: number;
}

/** A reply that is whole, or what is wrong; a fault may have a reply all the same. */
export type Attempt =
	| { reply: Reply; fault?: undefined }
	| {
			reply?: Reply;
			fault: Pick<FaultDetails, 'kind' | 'words' | 'status'> & {
				/** True when the request was handed to n8n to be sent, and is not known to have stayed here. */
				sent: boolean;
			};
	  };

/** An answer, or why there is none; `broken` says why there is no more than its head. */
type Answer = { reply: Reply; url: string; broken?: Unanswered } | (Unanswered & { url: string });

/** Kinds of faults that are met before anything goes out. */
const NOT_SENT: FaultKind[] = ['unreachable', 'signIn', 'blocked', 'host'];

/**
 * Sends a finished request once and says how it went. Never throws.
 */
export async function exchange(
	line: Line,
	request: ApiRequest,
	options: AttemptOptions,
): Promise<Attempt> {
	const answer = await answerInTime(line, request, options);
	if (!answer.reply) {
		const { code, text, isOwn } = answer;
		const kind = faultOfCode(code);
		const words = isOwn ? { text, code } : await scrubbed(line, request, { text, code });
		return { fault: { kind, words, sent: !NOT_SENT.includes(kind) } };
	}
	const { reply, url, broken } = answer;
	const { status, body } = reply;
	const failed = async (kind: FaultKind, words: VendorWords): Promise<Attempt> => ({
		// What a success says about waiting is about other requests.
		...(status < 300 ? {} : { reply }),
		fault: {
			kind,
			// What a gateway in front has written into the head is what both sides can look up.
			words: await scrubbed(line, request, {
				...words,
				// A refusal without a word helps nobody.
				text: words.text ?? (textsOf(brief(reply.body)).join('; ') || undefined),
				requestId: reply.headers['x-request-id'] ?? words.requestId,
			}),
			status,
			sent: true,
		},
	});
	if (isRedirect(reply)) return await failed('redirected', { text: shownTarget(reply, url) });
	const kind = faultOf(reply);
	if (broken) {
		const isLarge = broken.code === TOO_LARGE;
		const hint = isLarge && !kind ? SMALLER : undefined;
		const { text, code } = broken;
		return await failed(kind ?? (isLarge ? 'unreadable' : 'noReply'), { text, code, hint });
	}
	if (typeof body === 'string') {
		const words =
			kind === 'refused' ? wordsOfPage(body, reply, line.vendor.name) : { text: excerpt(body) };
		return await failed(kind ?? 'unreadable', words);
	}
	if (kind) return await failed(kind, line.vendor.readWords({ ...reply, body: brief(body) }));
	if (options.isWhole(reply)) return { reply };
	return await failed('unreadable', { text: 'the reply lacks what the API documents' });
}

const SMALLER = 'Ask for less at once: a limit, filters, fewer fields.';

/** One deadline for all of it: the sign-in, redirects, and the last byte of the answer. */
async function answerInTime(
	line: Line,
	request: ApiRequest,
	{ kind, stop, timeoutMs }: AttemptOptions,
): Promise<Answer> {
	const outcome = await within(
		timeoutMs,
		stop,
		async (signal) => await follow(line, request, kind, signal),
	);
	if (!outcome.ended) return outcome.result;
	const url = urlOf(line, request);
	if (outcome.ended === 'stopped') return { url, code: 'ABORT_ERR', text: 'stopped', isOwn: true };
	const text = `no whole answer within ${Math.round(timeoutMs / 100) / 10} seconds`;
	return { url, code: 'ETIMEDOUT', text, isOwn: true };
}

async function follow(
	line: Line,
	request: ApiRequest,
	kind: RetryClass,
	signal: AbortSignal,
): Promise<Answer> {
	let from: Hop = { url: urlOf(line, request), request };
	for (let hops = 0; ; hops++) {
		const answer = await ask(line, from.request, from.url, signal);
		const next = answer.reply && nextHop(answer.reply, from, kind, hops);
		if (!next) return answer;
		from = next;
	}
}

async function ask(
	line: Line,
	request: ApiRequest,
	url: string,
	signal: AbortSignal,
): Promise<Answer> {
	const { renewsToken } = line.connection;
	// A thrown 401 makes n8n send the request again, which helps only where it gets a new token.
	const ignored = renewsToken ? { ignore: true as const, except: [401] } : true;
	const answer = await call(line, optionsFor(line, request, url, ignored), signal);
	if (!renewsToken || answer.reply?.status !== 401 || answer.isThrown) return answer;
	// An n8n before 2.11 does not know exceptions: asked to throw all, it gets the new token.
	return await call(line, optionsFor(line, request, url, false), signal);
}

async function call(
	{ context, vendor }: Line,
	options: IHttpRequestOptions,
	signal: AbortSignal,
): Promise<Answer & { isThrown?: boolean }> {
	const { url } = options;
	const sent = context.helpers.httpRequestWithAuthentication.call(
		withSignal(context, signal),
		vendor.credential.type,
		options,
	);
	const exchanged = await sent.then(
		(full: unknown) => ({ ...replyOrCode({ full }), isThrown: false }),
		(error: unknown) => ({ ...replyOrCode({ error }, url), isThrown: true }),
	);
	const { reply, isThrown } = exchanged;
	if (!reply) return { ...exchanged, url };
	const read = await readBody(reply.body);
	if (read.code === undefined) {
		const body = read.body === '' || read.body === null ? undefined : read.body;
		return { reply: { ...reply, body }, url, isThrown };
	}
	return { reply: { ...reply, body: undefined }, broken: { ...read, isOwn: true }, url, isThrown };
}

/** A form for an address of this n8n itself: without a credential, and never followed elsewhere. Never throws. */
export async function postForm(
	context: HttpContext,
	url: string,
	form: { [name: string]: string },
	signal: AbortSignal,
): Promise<OwnReply> {
	const sent = context.helpers.httpRequest.call(withSignal(context, signal), {
		method: 'POST',
		url,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(form).toString(),
		timeout: LIMITS.timeoutMs,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	});
	const { reply, code } = await sent.then(
		(full: unknown) => ({ ...replyOrCode({ full }), code: undefined }),
		(error: unknown) => replyOrCode({ error }, url),
	);
	return { status: reply?.status ?? 0, headers: reply?.headers ?? {}, code };
}

/** n8n's helper takes the signal of its context rather than that of the request. */
function withSignal(context: HttpContext, signal: AbortSignal): HttpContext {
	const getExecutionCancelSignal = { value: () => signal };
	return Object.create(context, { getExecutionCancelSignal }) as HttpContext;
}

function urlOf({ connection }: Line, { path, query }: ApiRequest): string {
	return connection.baseUrl + path + queryString(query);
}

/** Fresh for every attempt: n8n's helper changes what it is given. */
function optionsFor(
	{ credential }: Line,
	{ method, headers, body }: ApiRequest,
	url: string,
	ignoreHttpStatusErrors: IHttpRequestOptions['ignoreHttpStatusErrors'],
): IHttpRequestOptions {
	return {
		method,
		url,
		headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
		// As text, because n8n drops a body that is an empty object.
		body: body && JSON.stringify(body),
		timeout: LIMITS.timeoutMs,
		returnFullResponse: true,
		// The whole of a body of any size would be in memory before anybody could look at it.
		encoding: 'stream',
		ignoreHttpStatusErrors,
		// n8n would follow a write, too, and to anywhere.
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		...(credential.allowedHttpRequestDomains === 'domains'
			? { allowedDomains: String(credential.allowedDomains ?? '') }
			: {}),
	};
}

/** Characters of a vendor's text and of its shorter words that are shown. */
const MOST_TEXT = 2_000;
const MOST_WORD = 200;

/**
 * The words without anything secret that the vendor, or what stands before it, has echoed. All that a vendor
 * says to people passes here; our own sentences, such as hints, do not: a password may be a word of theirs.
 */
async function scrubbed(
	line: Line,
	{ body }: ApiRequest,
	words: VendorWords,
): Promise<VendorWords> {
	const secrets = [...(await secretsOf(line)), ...secretsIn(body)];
	const clean = (text: string | undefined, most: number) =>
		text && cut(hideSecrets(text.slice(0, 10 * MOST_TEXT), secrets), most);
	return {
		...words,
		text: clean(words.text, MOST_TEXT),
		code: clean(words.code, MOST_WORD),
		speaker: clean(words.speaker, MOST_WORD),
		requestId: clean(words.requestId, MOST_WORD),
		fields: words.fields?.map((field) => clean(field, MOST_WORD) ?? ''),
	};
}

/** With the token that n8n may have fetched since this run began. */
async function secretsOf({ context, vendor, connection }: Line): Promise<string[]> {
	if (!connection.renewsToken) return connection.secrets;
	try {
		const now = await context.getCredentials<IDataObject>(vendor.credential.type);
		return [...connection.secrets, ...vendor.connect(now).secrets];
	} catch {
		return connection.secrets;
	}
}
