import { matches } from './faults';
import { Deck, randomFrom } from './random';
import { STORINGS, type Storing } from './storing';
import type { FaultRule, Reply, SandboxRequest, VendorApi } from './types';

/** A 429, by the way in which it names the wait; `limitBare` does not. */
export const limitKinds = [
	'limitSeconds',
	'limitDate',
	'limitReset',
	'limitEpoch',
	'limitBare',
] as const;
export type LimitKind = (typeof limitKinds)[number];

/** Nothing is done, but for a slow or trickling reply, which is a good one. */
const harmlessKinds = [
	'failed500',
	'failed502',
	'failed503',
	'cutBefore',
	'slow',
	'trickle',
] as const;

/** The write is done, and its answer is lost. */
const writtenKinds = [
	'failed500After',
	'cutAfter',
	'halfReply',
	'htmlAfter',
	'malformedAfter',
	'gateway504After',
] as const;

/**
 * The write is done, its answer is lost, and the vendor behaves as nobody expects: it does the write only
 * after its gateway has given up (0.2 to 8 s later), stores the texts otherwise, or its data has a clock of
 * its own, which is set anew each time (up to 8 s behind). Drawn only where a plan is `isWide`.
 */
const surprisingKinds = ['lateCommit', 'storedAfter', 'clockAfter'] as const;

export type ChaosKind =
	| LimitKind
	| (typeof harmlessKinds)[number]
	| (typeof writtenKinds)[number]
	| (typeof surprisingKinds)[number];

export interface ChaosPlan {
	seed: number;
	/** The share of the requests that is spoiled, from 0 to 1. */
	rate: number;
	/** All that the vendor can send, unless given. */
	kinds?: ChaosKind[];
	/** With the surprising kinds as well. */
	isWide?: boolean;
	/** `creates` (the default) or `all`; what `method` and `path` leave. */
	routes?: 'all' | 'creates';
	method?: string;
	/** As in a FaultRule. */
	path?: FaultRule['path'];
}

export interface ChaosReport {
	/** Requests that could have been spoiled. */
	seen: number;
	spoiled: number;
	/** Those among the spoiled whose write was done and whose answer was lost. */
	afterWrite: number;
	kinds: Partial<Record<ChaosKind, number>>;
}

const page = (title: string) =>
	`<!doctype html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;

const html = (status: number, title: string): FaultRule => ({
	status,
	body: page(title),
	contentType: 'text/html; charset=utf-8',
});

/**
 * Spoils requests by chance. The same seed and the same order of arrival give the same faults. Every
 * second fault comes after the write, and each kind once before any comes again.
 */
export class Chaos {
	readonly report: ChaosReport = { seen: 0, spoiled: 0, afterWrite: 0, kinds: {} };
	private readonly random: () => number;
	private readonly harmless: Deck<ChaosKind>;
	private readonly written: Deck<ChaosKind>;
	private readonly storings: Deck<Storing>;
	private isWrittenNext = false;

	constructor(
		private readonly plan: ChaosPlan,
		private readonly api: VendorApi,
	) {
		const written: ChaosKind[] = [...writtenKinds, ...surprisingKinds];
		const known: ChaosKind[] = [...limitKinds, ...harmlessKinds, ...written];
		const usual = plan.isWide ? written : writtenKinds;
		const kinds = plan.kinds ?? [...api.limitKinds, ...harmlessKinds, ...usual];
		const stranger = kinds.find((kind) => !known.includes(kind));
		if (stranger !== undefined) throw new TypeError(`no such kind of fault: ${stranger}`);
		const isWritten = (kind: ChaosKind) => written.includes(kind);
		this.random = randomFrom(plan.seed);
		this.storings = new Deck(Object.keys(STORINGS) as Storing[], this.random);
		this.written = new Deck(kinds.filter(isWritten), this.random);
		this.harmless = new Deck(
			kinds.filter((kind) => !isWritten(kind)),
			this.random,
		);
	}

	take(request: SandboxRequest): FaultRule | undefined {
		const { plan, report, api } = this;
		if (!matches(plan, request.method, request.path)) return undefined;
		if (plan.routes !== 'all' && !api.isCreate(request)) return undefined;
		report.seen += 1;
		if (this.random() >= plan.rate) return undefined;
		const kind = this.nextKind();
		if (kind === undefined) return undefined;
		report.spoiled += 1;
		report.kinds[kind] = (report.kinds[kind] ?? 0) + 1;
		return this.faultOf(kind, request);
	}

	/** The first of each two is drawn, the second is of the other sort. */
	private nextKind(): ChaosKind | undefined {
		const { harmless, written, report } = this;
		const isFirst = report.spoiled % 2 === 0;
		this.isWrittenNext = isFirst ? this.random() < 0.5 : !this.isWrittenNext;
		if (harmless.isEmpty && written.isEmpty) return undefined;
		const isWritten = harmless.isEmpty || (this.isWrittenNext && !written.isEmpty);
		if (isWritten) report.afterWrite += 1;
		return (isWritten ? written : harmless).draw();
	}

	private faultOf(kind: ChaosKind, request: SandboxRequest): FaultRule {
		switch (kind) {
			case 'failed500':
				return html(500, 'Internal Server Error');
			case 'failed502':
				return html(502, 'Bad Gateway');
			case 'failed503':
				return { status: 503, body: '' };
			case 'cutBefore':
				return { drop: 'before' };
			case 'slow':
				return { delayMs: 100 + Math.floor(this.random() * 200) };
			case 'trickle':
				return { trickleMs: 0 };
			case 'gateway504After':
				return { gateway: 504, after: true };
			case 'failed500After':
				return { ...html(500, 'Internal Server Error'), after: true };
			case 'cutAfter':
				return { drop: 'after' };
			case 'halfReply':
				return { truncate: true };
			case 'htmlAfter':
				return { ...html(200, 'Please log in'), after: true };
			case 'malformedAfter':
				return {
					status: this.random() < 0.5 ? 200 : 201,
					after: true,
					contentType: 'application/json',
					body: '{"data": {"id": "4f1',
				};
			case 'lateCommit':
				return {
					...html(504, 'Gateway Time-out'),
					commitAfterMs: 200 * 40 ** this.random(),
				};
			case 'storedAfter':
				return { drop: 'after', storing: this.storings.draw() };
			case 'clockAfter':
				return { drop: 'after', dataAheadMs: -Math.floor(this.random() * 8_000) };
			default:
				return this.limit(kind, request);
		}
	}

	/** Most ask for no wait, each fourth for a second. */
	private limit(kind: LimitKind, request: SandboxRequest): FaultRule {
		const seconds = this.random() < 0.25 ? 1 : 0;
		const resetInMs = seconds * 1000;
		const resetAt = this.api.clock.now() + resetInMs;
		const state = { limit: 1, remaining: 0, resetInMs, resetAt };
		const own: Reply = this.api.tooManyRequests(state, request);
		switch (kind) {
			case 'limitSeconds':
				return { status: 429, body: own.body, headers: { 'Retry-After': String(seconds) } };
			case 'limitReset':
				return { status: 429, body: own.body, headers: { 'ratelimit-reset': String(seconds) } };
			case 'limitDate':
				return gateway({ 'Retry-After': new Date(resetAt).toUTCString() });
			case 'limitEpoch':
				return gateway({ 'X-RateLimit-Reset': String(Math.ceil(resetAt / 1000)) });
			case 'limitBare':
				return gateway({});
		}
	}
}

/** A 429 without the vendor's body, as from something that stands before its API. */
function gateway(headers: Record<string, string>): FaultRule {
	return { ...html(429, 'Too Many Requests'), headers };
}
