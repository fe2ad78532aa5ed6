import type { IDataObject } from 'n8n-workflow';

import { wholeCharacters } from '../ground/characters';
import { Fault, Undecided, type FaultDetails } from '../ground/failures';
import { Once } from '../ground/once';
import { asText } from '../ground/values';
import { waitOut } from '../ground/wait';
import { exchange, postForm, type Attempt, type HttpContext, type Line } from './exchange';
import { gateFor, type Gate, type Passage } from './gate';
import { isHostTrouble } from './hostTrouble';
import { untilAnswered, type OwnReply } from './ownPost';
import { causes } from './reply';
import type { ApiRequest, Reply, RetryClass } from './request';
import { doubtOf, isHarmless, LIMITS, nextStep, pauseMs } from './retry';
import type { Connection, Vendor } from './vendor';

export interface SendOptions {
	/** False for a 2xx reply that lacks what the API documents. */
	isWhole?: (reply: Reply) => boolean;
	/**
	 * Looks, several times over, for what an attempt of unknown outcome may have created. Undefined: it is
	 * not there.
	 * @throws Fault or Undecided when nobody can tell
	 */
	look?: () => Promise<Reply | undefined>;
}

export interface ClientOptions {
	/** All waits of one request together, in milliseconds. */
	patienceMs?: number;
	/** True when the caller bounds the requests in flight itself. */
	isFixed?: boolean;
	/** When nobody waits for an answer any more, in milliseconds since 1970: all ends then. */
	until?: number;
	/**
	 * True for what strangers cause: it takes no place among the requests of the actions and holds none of
	 * them back, but a pause that the vendor has asked them for holds it back.
	 */
	isAside?: boolean;
	/** Aborted when nobody waits for an answer any more: what is under way then ends, too. */
	signal?: AbortSignal;
}

/** With less time than this left no answer comes, and the vendor is spared the question, in milliseconds. */
const LEAST_MS = 200;

/**
 * The one place that decides what is sent to a vendor, and when. One client serves one run of a node
 * (or one list search); what it learns about the vendor's limits is shared through the gate.
 */
export class Client {
	/** How long this run was held back because the vendor asked for it, in milliseconds. */
	slowedMs = 0;

	/** What the user should know about a run that succeeded. */
	readonly notices = new Set<string>();

	/** What all items of the run share. */
	readonly shared = new Once();

	readonly gate: Gate;

	/** Where the actions wait; the same as `gate` but for what strangers cause. */
	private readonly mainGate: Gate;

	/** A sign-in that was refused once: trying it again for each item could lock the account. */
	private refusedSignIn?: Attempt;

	/**
	 * @throws FormIssue when the credential cannot work, Fault when n8n's database does not give it
	 */
	static async open(
		context: HttpContext,
		vendor: Vendor,
		options: ClientOptions = {},
	): Promise<Client> {
		const stop = stopOf(context, options);
		const credential = await readCredential(context, vendor, options, stop);
		const connection = vendor.connect(credential);
		return new Client({ context, vendor, credential, connection }, options, stop);
	}

	/** The vendor, with requests that hold nothing but whole characters. */
	readonly connection: Connection;

	private constructor(
		private readonly line: Line,
		private readonly options: ClientOptions,
		/** Aborted once the user has stopped the execution, or nobody waits any more. */
		private readonly stop: AbortSignal,
	) {
		const { baseUrl, secrets } = line.connection;
		// The first secret is the one that the user typed; others may be fetched anew at any time.
		const own = secrets.slice(0, 1);
		this.mainGate = gateFor(baseUrl, own);
		this.gate = options.isAside ? gateFor(baseUrl, [...own, 'aside']) : this.mainGate;
		this.connection = { ...line.connection, finish: (request) => this.finished(request) };
	}

	get vendor(): Vendor {
		return this.line.vendor;
	}

	get credential(): IDataObject {
		return this.line.credential;
	}

	private finished(request: ApiRequest): ApiRequest {
		const finished = this.line.connection.finish(request);
		const { body, query } = finished;
		const whole = wholeCharacters({ body, query });
		if (whole.body === body && whole.query === query) return finished;
		this.notices.add(
			'Some texts held half of a character, such as a part of an emoji that was cut in two: the sign \uFFFD was sent in its place',
		);
		return { ...finished, ...whole };
	}

	/** True once the user has stopped the execution, or nobody waits any more. */
	get cancelled(): boolean {
		return this.stop.aborted;
	}

	/**
	 * Sends a finished request, again where its class and the fault allow it (the table is in `retry.ts`).
	 * @returns a whole reply with a 2xx status and a body that is JSON or empty
	 * @throws Fault with all that is known, never with a secret
	 */
	async send(request: ApiRequest, kind: RetryClass, options: SendOptions = {}): Promise<Reply> {
		this.refuseLongPause(request);
		let waitedMs = 0;
		let isInDoubt = false;
		let faults = 0;
		for (let attempt = 1; ; attempt++) {
			const { reply, fault } = await this.attempt(request, kind, options, attempt > 1);
			if (!fault) return reply;

			const doubt = doubtOf(fault);
			isInDoubt ||= doubt === 'mayBeDone' && kind !== 'read';
			const name = `${request.method} ${request.path}`;
			const details: FaultDetails = {
				...fault,
				request: name,
				attempts: attempt,
				waitedMs,
				outcomeUnknown: isInDoubt,
			};
			const step = doubt && fault.kind !== 'cancelled' ? nextStep(kind, doubt) : 'stop';
			if (!isHarmless(fault.kind)) faults += 1;
			const isLast = faults >= LIMITS.attempts || attempt >= LIMITS.harmlessAttempts;
			if (step === 'stop' || (isLast && step !== 'look')) throw new Fault(details);

			if (step === 'look') {
				// At once, whatever wait the vendor names: that is about being asked to do it again.
				const since = Date.now();
				const found = await lookOr(details, options.look);
				if (found) return found;
				waitedMs += Date.now() - since;
				if (isLast) throw new Fault({ ...details, waitedMs });
			}

			const vendorWaitMs = reply && this.vendor.readWait(reply, Date.now());
			const pause = pauseMs(attempt, vendorWaitMs, Math.random());
			const patienceMs = this.options.patienceMs ?? LIMITS.patienceMs;
			if (waitedMs + pause > patienceMs) {
				throw new Fault({ ...details, waitedMs, askedWaitMs: vendorWaitMs });
			}
			if (fault.kind === 'limited') this.slowedMs += this.gate.pause(pause);
			waitedMs += pause;
			await this.pause(pause);
			if (this.cancelled) throw new Fault(details);
			if (step === 'look') isInDoubt = false;
		}
	}

	/** A person waits for a list; what a running workflow can sit out is too long for that. */
	private refuseLongPause({ method, path }: ApiRequest): void {
		const askedWaitMs = Math.max(this.gate.pauseMs, this.mainGate.pauseMs);
		if (this.options.patienceMs === undefined || askedWaitMs <= this.options.patienceMs) return;
		throw new Fault({
			kind: 'limited',
			request: `${method} ${path}`,
			words: { text: 'the vendor has limited this credential for the moment' },
			attempts: 0,
			waitedMs: 0,
			askedWaitMs,
			outcomeUnknown: false,
		});
	}

	private async attempt(
		request: ApiRequest,
		kind: RetryClass,
		{ isWhole = () => true }: SendOptions,
		isFirst: boolean,
	): Promise<Attempt> {
		const { gate, stop } = this;
		await gate.enter(stop, this.options.isFixed ?? false, isFirst);
		const since = Date.now();
		let passage: Passage = 'other';
		try {
			const leftMs = (this.options.until ?? Infinity) - Date.now();
			if (stop.aborted || leftMs < LEAST_MS) {
				return { fault: { kind: 'cancelled', words: {}, sent: false } };
			}
			if (this.refusedSignIn) return this.refusedSignIn;
			const attempt = await exchange(this.line, request, {
				isWhole,
				kind,
				stop,
				timeoutMs: Math.min(LIMITS.timeoutMs, leftMs),
			});
			if (attempt.reply) this.noteClock(attempt.reply);
			if (attempt.fault?.kind === 'signIn') this.refusedSignIn = attempt;
			if (!attempt.fault) passage = 'good';
			if (attempt.fault?.kind === 'limited') passage = 'limited';
			return attempt;
		} finally {
			gate.leave(passage, since);
		}
	}

	/** The header has whole seconds, so the skew is exact to one. */
	private noteClock({ headers }: Reply): void {
		const date = Date.parse(headers.date ?? '');
		if (!Number.isNaN(date)) this.gate.skewMs = date - Date.now();
	}

	/** Sends a form to an address of this n8n itself, again while that is in trouble. */
	async tell(url: string, form: { [name: string]: string }): Promise<OwnReply> {
		const send = async () => await postForm(this.line.context, url, form, this.stop);
		const pause = async (ms: number) => await this.pause(ms).then(() => !this.cancelled);
		return await untilAnswered(send, pause);
	}

	/** Waits; a stopped execution ends it. */
	async pause(milliseconds: number): Promise<void> {
		const end = Date.now() + milliseconds;
		await waitOut(() => end - Date.now(), this.stop);
	}
}

function stopOf(context: HttpContext, { until, signal }: ClientOptions): AbortSignal {
	const cancel =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const late =
		until === undefined ? undefined : AbortSignal.timeout(Math.max(0, until - Date.now()));
	return AbortSignal.any([cancel, signal, late].filter((one) => one !== undefined));
}

/**
 * n8n reads it from its database, which may be away for a moment.
 * @throws Fault when it stays away, or what n8n throws for another reason
 */
async function readCredential(
	context: HttpContext,
	{ credential: { type } }: Vendor,
	{ patienceMs = LIMITS.patienceMs }: ClientOptions,
	stop: AbortSignal,
): Promise<IDataObject> {
	let waitedMs = 0;
	for (let attempt = 1; ; attempt++) {
		const pause = pauseMs(attempt, undefined, Math.random());
		const isLast = attempt >= LIMITS.harmlessAttempts || waitedMs + pause > patienceMs;
		const asked = context.getCredentials<IDataObject>(type);
		const credential = await asked.catch((failure: unknown) => {
			const chain = causes(failure);
			if (!isHostTrouble(chain)) throw failure;
			if (!isLast && !stop.aborted) return undefined;
			throw new Fault({
				kind: 'host',
				request: 'read the credential',
				words: { text: asText(chain[chain.length - 1]?.message) },
				attempts: attempt,
				waitedMs,
				outcomeUnknown: false,
			});
		});
		if (credential) return credential;
		const end = Date.now() + pause;
		await waitOut(() => end - Date.now(), stop);
		waitedMs += pause;
	}
}

/** @throws Fault with `details` when there is no way to look, or nobody can tell */
async function lookOr(
	details: FaultDetails,
	look: SendOptions['look'],
): Promise<Reply | undefined> {
	if (!look) throw new Fault(details);
	return await look().catch((failure: unknown) => {
		const mayBe = failure instanceof Undecided ? failure.ids : [];
		throw new Fault({ ...details, outcomeUnknown: true, mayBe });
	});
}
