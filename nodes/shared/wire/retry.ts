import { NOT_ALLOWED_HERE, type FaultKind } from '../ground/failures';
import type { Reply, RetryClass } from './request';

/** Limits that hold for every request; times are in milliseconds. */
export const LIMITS = {
	attempts: 4,
	/** For what is known to have done nothing (`isHarmless`): the time is what bounds it. */
	harmlessAttempts: 12,
	timeoutMs: 30_000,
	/** All waits of one request together. */
	patienceMs: 60_000,
	firstDelayMs: 500,
	maxDelayMs: 20_000,
	/**
	 * Bytes of one answer, unpacked. A page of a hundred incidents with bodies of the largest size that the
	 * vendors take has some 10 MB; fifty such pages at once must still leave n8n its memory.
	 */
	replyBytes: 32 * 1024 * 1024,
	/** For a sign-in that goes before a request: shorter, so that it is told from a request without an answer. */
	signInMs: 15_000,
};

/** Whether the vendor can have done what was asked. */
export type Doubt = 'notDone' | 'mayBeDone';

/** `retry` sends the same request again, `look` asks first whether it was done, `stop` tells the user. */
export type Step = 'retry' | 'look' | 'stop';

/** The whole table of docs/design.md#retry-table. */
const NEXT_STEP: { [kind in RetryClass]: { [doubt in Doubt]: Step } } = {
	read: { notDone: 'retry', mayBeDone: 'retry' },
	idempotent: { notDone: 'retry', mayBeDone: 'retry' },
	// The vendor refuses a second one by its key, and that refusal is answered with the first.
	keyed: { notDone: 'retry', mayBeDone: 'retry' },
	reconcilable: { notDone: 'retry', mayBeDone: 'look' },
	once: { notDone: 'retry', mayBeDone: 'stop' },
};

/** What to do after an attempt that brought no clear answer. */
export function nextStep(kind: RetryClass, doubt: Doubt): Step {
	return NEXT_STEP[kind][doubt];
}

/** What an answered status means; undefined for a success. */
export function faultOf({ status }: Pick<Reply, 'status'>): FaultKind | undefined {
	if (status >= 200 && status < 300) return;
	if (status === 429) return 'limited';
	if (status === 408 || status >= 500) return 'failed';
	if (status >= 300 && status < 400) return 'redirected';
	return 'refused';
}

/**
 * What may have happened to an attempt; undefined where the vendor has said no. A request that was on its
 * way when the execution was stopped may have arrived.
 */
export function doubtOf({ kind, sent }: { kind: FaultKind; sent?: boolean }): Doubt | undefined {
	if (kind === 'limited' || kind === 'unreachable' || kind === 'host') return 'notDone';
	if (kind === 'failed' || kind === 'noReply' || kind === 'unreadable') return 'mayBeDone';
	return kind === 'cancelled' && sent ? 'mayBeDone' : undefined;
}

/**
 * True for a refusal by a limit, and for n8n's own database that is away: it passes, and until then nothing
 * was done. A run that fails meanwhile would be run again as a whole, and what it had created with it.
 */
export function isHarmless(kind: FaultKind): boolean {
	return kind === 'limited' || kind === 'host';
}

/**
 * The pause before the next attempt in milliseconds: the vendor's own wait if it names one, else
 * full jitter on a doubling delay.
 * @param attempt attempts made so far, from 1
 * @param random a number from 0 to 1
 */
export function pauseMs(attempt: number, vendorWaitMs: number | undefined, random: number): number {
	if (vendorWaitMs !== undefined) return vendorWaitMs;
	return random * Math.min(LIMITS.maxDelayMs, LIMITS.firstDelayMs * 2 ** (attempt - 1));
}

const NOT_CONNECTED =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_NODATA|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/;
const NOT_ALLOWED = /CERT|SELF_SIGNED|UNABLE_TO|SSL|TLS|SSRF|PROXY|ERR_INVALID_URL/;
/** Codes on errors thrown by a credential that fetches a token before the request itself is sent. */
export const SIGN_IN_REFUSED = 'SIGN_IN_REFUSED';
export const SIGN_IN_UNAVAILABLE = 'SIGN_IN_UNAVAILABLE';
/** Code for trouble of n8n's own database. */
export const HOST_TROUBLE = 'HOST_TROUBLE';
const CANCELLED = /^(ERR_CANCELED|ABORT_ERR)$/;

/** What a request that brought no answer at all has met, from the system's code for it. */
export function faultOfCode(code: string): FaultKind {
	if (CANCELLED.test(code)) return 'cancelled';
	if (code === HOST_TROUBLE) return 'host';
	if (code === SIGN_IN_REFUSED) return 'signIn';
	if (NOT_CONNECTED.test(code) || code === SIGN_IN_UNAVAILABLE) return 'unreachable';
	return code === NOT_ALLOWED_HERE || NOT_ALLOWED.test(code) ? 'blocked' : 'noReply';
}
