import { createHash } from 'node:crypto';

import { listenTo } from '../ground/deadline';
import { remembered } from '../ground/memory';
import { Turns } from '../ground/turns';
import { waitOut } from '../ground/wait';

/** Requests in flight at the start, and at most. */
const FIRST_WIDTH = 5;
const MOST_WIDTH = 50;
/** Added with each good answer before the first limit: three times as many a round trip later. */
const FIRST_GROWTH = 2;
/** What was learnt about a vendor's speed is forgotten after so long without a request. */
const FORGET_MS = 60_000;

/** How a request ended, as far as the gate is concerned. */
export type Passage = 'good' | 'limited' | 'other';

/**
 * What all requests of this process to one vendor with one credential share: the pause after a
 * limit, and how many may be in flight. It starts at 5, grows by two with each good answer until
 * the first limit, is halved by a limit, and then grows slowly.
 */
export class Gate {
	/** Requests that may be in flight now; a fraction is growth that has not added up to one yet. */
	width = FIRST_WIDTH;

	/** The vendor's clock minus ours, in milliseconds, once a reply has shown it. */
	skewMs?: number;

	private inFlight = 0;

	private isLimited = false;

	private pausedUntil = 0;

	private lastCut = 0;

	private lastUse = 0;

	private readonly waiting: Array<() => void> = [];

	private readonly turns = new Turns();

	/** Milliseconds until requests may be sent again. */
	get pauseMs(): number {
		return Math.max(0, this.pausedUntil - Date.now());
	}

	/**
	 * Waits for a place, unless `isFixed`: then the caller bounds its own requests, and only a pause
	 * holds it back. Ends at once when it is stopped; the caller then has a place all the same.
	 * @param isFirst true for a request that was sent before: it goes ahead of new ones
	 */
	async enter(stop: AbortSignal, isFixed: boolean, isFirst: boolean): Promise<void> {
		this.forget();
		while (!stop.aborted) {
			if (this.pauseMs) await waitOut(() => this.pauseMs, stop);
			else if (isFixed || this.inFlight < Math.floor(this.width)) break;
			else await this.queue(isFirst, stop);
		}
		this.inFlight += 1;
		this.lastUse = Date.now();
	}

	/**
	 * Gives the place back.
	 * @param since when the request was sent: one limit is felt by all that are in flight, and counts once
	 */
	leave(passage: Passage, since: number): void {
		this.inFlight -= 1;
		if (passage === 'good') {
			const growth = this.isLimited ? 1 / this.width : FIRST_GROWTH;
			this.width = Math.min(MOST_WIDTH, this.width + growth);
		}
		if (passage === 'limited' && since >= this.lastCut) {
			this.width = Math.max(1, this.width / 2);
			this.isLimited = true;
			this.lastCut = Date.now();
		}
		this.wake();
	}

	/**
	 * Holds back all requests.
	 * @returns the milliseconds that this adds to a pause that was there already
	 */
	pause(milliseconds: number): number {
		const before = Math.max(this.pausedUntil, Date.now());
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds);
		return Math.max(0, this.pausedUntil - before);
	}

	/** Runs tasks of the same name one after the other, in the order of the calls. */
	async inTurn<Result>(name: string | string[], task: () => Promise<Result>): Promise<Result> {
		return await this.turns.inTurn(name, task);
	}

	private async queue(isFirst: boolean, stop: AbortSignal): Promise<void> {
		const stopped = listenTo(stop);
		let wake = () => {};
		const woken = new Promise<void>((resolve) => (wake = resolve));
		if (isFirst) this.waiting.unshift(wake);
		else this.waiting.push(wake);
		await Promise.race([woken, stopped.happened]);
		stopped.forget();
		const place = this.waiting.indexOf(wake);
		if (place >= 0) this.waiting.splice(place, 1);
	}

	/** One that is woken and finds no place queues again; one that was cancelled wakes the next. */
	private wake(): void {
		const free = Math.max(1, Math.floor(this.width) - this.inFlight);
		for (const next of this.waiting.splice(0, free)) next();
	}

	private forget(): void {
		if (this.inFlight || Date.now() - this.lastUse < FORGET_MS) return;
		this.width = FIRST_WIDTH;
		this.isLimited = false;
	}
}

const gates = remembered('gates', () => new Map<string, Gate>());

/** The gate for a base URL and a credential. The credential is kept as a hash only. */
export function gateFor(baseUrl: string, secrets: string[]): Gate {
	const key = createHash('sha256')
		.update(JSON.stringify([baseUrl, secrets]))
		.digest('hex');
	const gate = gates.get(key) ?? new Gate();
	gates.set(key, gate);
	return gate;
}

/** Forgets all that was learnt, as a restart of n8n does. */
export function forgetGates(): void {
	gates.clear();
}
