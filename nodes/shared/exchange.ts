import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { FaultDetails, VendorWords } from './issues';
import type { ApiRequest, Query, Reply } from './operation';
import { replyOrCode } from './reply';
import { faultOf, faultOfCode, LIMITS } from './retry';
import { hideSecrets } from './values';
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
	/** Ends what is under way. */
	signal?: AbortSignal;
}

/** A reply that is whole, or what is wrong; a fault may have a reply all the same. */
export type Attempt =
	| { reply: Reply; fault?: undefined }
	| { reply?: Reply; fault: Pick<FaultDetails, 'kind' | 'words' | 'status' | 'sent'> };

/**
 * Sends a finished request once and says how it went. Never throws.
 * @param isWhole false for a 2xx reply that lacks what the API documents
 */
export async function exchange(
	line: Line,
	request: ApiRequest,
	isWhole: (reply: Reply) => boolean,
): Promise<Attempt> {
	const { reply, code, text } = await ask(line, request);
	if (!reply) {
		const words = await scrubbed(line, { text, code });
		return { fault: { kind: faultOfCode(code), words, sent: true } };
	}
	const kind = faultOf(reply);
	const { status, body } = reply;
	if (typeof body === 'string') {
		const words = await scrubbed(line, { text: excerpt(body) });
		return { reply, fault: { kind: kind ?? 'unreadable', words, status } };
	}
	if (kind) {
		const words = await scrubbed(line, line.vendor.readWords(reply));
		return { reply, fault: { kind, words, status } };
	}
	if (isWhole(reply)) return { reply };
	const words = { text: 'the reply lacks what the API documents' };
	return { reply, fault: { kind: 'unreadable', words, status } };
}

async function ask({ context, vendor, ...line }: Line, request: ApiRequest) {
	const options = optionsFor(line, request);
	const { url } = options;
	try {
		const full: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			vendor.credential.type,
			options,
		);
		return replyOrCode({ full });
	} catch (error) {
		return replyOrCode({ error }, url);
	}
}

/** Fresh for every attempt: n8n's helper changes what it is given. */
function optionsFor(
	{ connection, credential, signal }: Pick<Line, 'connection' | 'credential' | 'signal'>,
	{ method, path, query, headers, body }: ApiRequest,
): IHttpRequestOptions {
	return {
		method,
		url: connection.baseUrl + path + queryString(query),
		headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
		// As text, because n8n drops a body that is an empty object.
		body: body && JSON.stringify(body),
		timeout: LIMITS.timeoutMs,
		returnFullResponse: true,
		// A thrown 401 makes n8n send the request again, which helps only where it gets a new token.
		ignoreHttpStatusErrors: connection.renewsToken ? { ignore: true, except: [401] } : true,
		sendCredentialsOnCrossOriginRedirect: false,
		...(signal ? { abortSignal: signal } : {}),
		...(credential.allowedHttpRequestDomains === 'domains'
			? { allowedDomains: String(credential.allowedDomains ?? '') }
			: {}),
	};
}

/** `?a=1&b[]=2&b[]=3`, or nothing. */
export function queryString(query: Query | undefined): string {
	const pairs = new URLSearchParams();
	for (const [key, value] of Object.entries(query ?? {})) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one !== undefined && one !== '') pairs.append(key, String(one));
		}
	}
	const text = pairs.toString();
	return text && `?${text}`;
}

/** The words without anything secret that the vendor, or a proxy, has echoed. */
async function scrubbed(line: Line, words: VendorWords): Promise<VendorWords> {
	if (!words.text) return words;
	return { ...words, text: hideSecrets(words.text, await secretsOf(line)) };
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

/** What a person can see of a page that is no JSON. */
function excerpt(body: string): string {
	const text = body
		.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return text.length > 250 ? `${text.slice(0, 250)}…` : text;
}
