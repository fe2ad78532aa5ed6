import { sleep } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import { Fault, type FaultDetails } from './issues';
import type { ApiRequest, Query, Reply, RetryClass } from './operation';
import { replyOrCode } from './reply';
import { doubtOf, faultOf, faultOfCode, LIMITS, mayRepeat, pauseMs } from './retry';
import type { Connection, Vendor } from './vendor';

export type HttpContext = IExecuteFunctions | ILoadOptionsFunctions;

/** How often a wait looks whether the execution was stopped, in milliseconds. */
const SLICE_MS = 200;

/**
 * The one place that talks to a vendor. One client serves one run of a node (or one list search):
 * its requests share a pause after a 429.
 */
export class Client {
	/** Time that requests spent waiting because the vendor asked for it, in milliseconds. */
	slowedMs = 0;

	/** What the user should know about a run that succeeded. */
	readonly notices = new Set<string>();

	private pausedUntil = 0;

	/** A sign-in that was refused once: trying it again for each item could lock the account. */
	private refusedSignIn?: FaultDetails;

	/**
	 * @throws FormIssue when the credential cannot work
	 */
	static async open(context: HttpContext, vendor: Vendor, patienceMs?: number): Promise<Client> {
		const credential = await context.getCredentials<IDataObject>(vendor.credential.type);
		return new Client(context, vendor, vendor.connect(credential), credential, patienceMs);
	}

	private constructor(
		private readonly context: HttpContext,
		readonly vendor: Vendor,
		readonly connection: Connection,
		private readonly credential: IDataObject,
		private readonly patienceMs: number = LIMITS.patienceMs,
	) {}

	/** True once the user has stopped the execution. */
	get cancelled(): boolean {
		return this.signal?.aborted ?? false;
	}

	/**
	 * Sends a finished request, again where its class and the fault allow it.
	 * @returns a reply with a 2xx status and a body that is JSON or empty
	 * @throws Fault with all that is known, never with a secret
	 */
	async send(request: ApiRequest, kind: RetryClass): Promise<Reply> {
		let waitedMs = 0;
		for (let attempt = 1; ; attempt++) {
			waitedMs += await this.wait(this.pausedUntil - Date.now());
			const { reply, fault } = await this.attempt(request);
			if (!fault) return reply;

			const details: FaultDetails = { ...fault, attempts: attempt, waitedMs };
			const doubt = doubtOf(fault.kind);
			details.outcomeUnknown = doubt === 'mayBeDone' && kind !== 'read';
			if (!doubt || attempt >= LIMITS.attempts || !mayRepeat(kind, doubt)) throw new Fault(details);

			const vendorWaitMs = reply && this.vendor.readWait(reply, Date.now());
			const pause = pauseMs(attempt, vendorWaitMs, Math.random());
			if (waitedMs + pause > this.patienceMs) {
				throw new Fault({ ...details, askedWaitMs: vendorWaitMs });
			}
			if (fault.kind === 'limited') {
				this.pausedUntil = Math.max(this.pausedUntil, Date.now() + pause);
				this.slowedMs += pause;
			} else {
				waitedMs += await this.wait(pause);
			}
		}
	}

	/**
	 * What a reply of the documented shape holds.
	 * @throws Fault when `found` is undefined: the answer is a success, but not the one expected
	 */
	expect<T>(found: T | undefined, reply: Reply, request: ApiRequest, kind: RetryClass): T {
		if (found !== undefined) return found;
		throw new Fault({
			kind: 'unreadable',
			request: `${request.method} ${request.path}`,
			words: { text: 'the reply lacks what the API documents' },
			status: reply.status,
			attempts: 1,
			waitedMs: 0,
			outcomeUnknown: kind !== 'read',
		});
	}

	private async attempt(
		request: ApiRequest,
	): Promise<{ reply: Reply; fault?: undefined } | { reply?: Reply; fault: FaultDetails }> {
		const blank = { request: `${request.method} ${request.path}`, attempts: 1, waitedMs: 0 };
		if (this.cancelled) {
			return { fault: { ...blank, kind: 'cancelled', words: {}, outcomeUnknown: false } };
		}
		if (this.refusedSignIn) return { fault: this.refusedSignIn };
		const { reply, code, text } = await this.exchange(this.options(request));
		if (!reply) {
			const kind = faultOfCode(code);
			const words = { text: this.scrub(text), code };
			const fault = { ...blank, kind, words, outcomeUnknown: false };
			if (kind === 'signIn') this.refusedSignIn = fault;
			return { fault };
		}
		const unreadable = typeof reply.body === 'string';
		const kind = faultOf(reply) ?? (unreadable ? 'unreadable' : undefined);
		if (!kind) return { reply };
		const read = unreadable ? { text: excerpt(String(reply.body)) } : this.vendor.readWords(reply);
		const words = { ...read, text: this.scrub(read.text) };
		return { reply, fault: { ...blank, kind, words, status: reply.status, outcomeUnknown: false } };
	}

	private async exchange(options: IHttpRequestOptions) {
		const { context, vendor } = this;
		try {
			const full: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				vendor.credential.type,
				options,
			);
			return replyOrCode({ full });
		} catch (error) {
			return replyOrCode({ error });
		}
	}

	/** Fresh for every attempt: n8n's helper changes what it is given. */
	private options({ method, path, query, headers, body }: ApiRequest): IHttpRequestOptions {
		return {
			method,
			url: this.absolute(path) + queryString(query),
			headers: {
				...(body ? { 'Content-Type': 'application/json' } : {}),
				...headers,
			},
			// As text, because n8n drops a body that is an empty object.
			body: body && JSON.stringify(body),
			timeout: LIMITS.timeoutMs,
			returnFullResponse: true,
			// A thrown 401 makes n8n send the request again, which helps only where it gets a new token.
			ignoreHttpStatusErrors: this.connection.renewsToken ? { ignore: true, except: [401] } : true,
			sendCredentialsOnCrossOriginRedirect: false,
			...(this.credential.allowedHttpRequestDomains === 'domains'
				? { allowedDomains: String(this.credential.allowedDomains ?? '') }
				: {}),
		};
	}

	/** A vendor's own link is followed only as far as its path: the token stays at the base URL. */
	private absolute(path: string): string {
		return `${this.connection.baseUrl}${path}`;
	}

	/** Waits in slices, so that a stopped execution ends at once. Returns the time waited. */
	private async wait(milliseconds: number): Promise<number> {
		const start = Date.now();
		const end = start + milliseconds;
		while (Date.now() < end && !this.cancelled) {
			await sleep(Math.min(SLICE_MS, end - Date.now()));
		}
		return Math.max(0, Date.now() - start);
	}

	private scrub(text: string | undefined): string | undefined {
		return this.connection.secrets.reduce(
			(clean: string | undefined, secret) =>
				secret.length < 4 ? clean : clean?.split(secret).join('[hidden]'),
			text,
		);
	}

	private get signal(): AbortSignal | undefined {
		return 'getExecutionCancelSignal' in this.context
			? this.context.getExecutionCancelSignal()
			: undefined;
	}
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

/** What a person can see of a page that is no JSON. */
function excerpt(body: string): string {
	const text = body
		.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return text.length > 250 ? `${text.slice(0, 250)}…` : text;
}
