import type { IDataObject } from 'n8n-workflow';

import { agreement, type Traits } from './alike';
import { textKey } from './storedText';
import { remembered } from '../../ground/memory';
import { Turns } from '../../ground/turns';
import { asText } from '../../ground/values';

/** IDs that are remembered, so that no two creates return the same object. */
const MOST_CLAIMS = 50_000;
/** IDs that lists have shown are remembered as well: what was seen before a request was not made by it. */
const MOST_SEEN = 50_000;
/** Creates that are remembered with what was sent. */
const MOST_MADE = 500;
/** What the vendor's clock showed is good for so long. */
const CLOCK_KEPT_MS = 600_000;
/** Its last showings; an answer that came later than this says too little about the moment in between. */
const MOST_SHOWINGS = 10;
const SLOWEST_SHOWING_MS = 5_000;
/** Another process that writes like this one is remembered for so long. */
const TWIN_KEPT_MS = 600_000;
/** One object that is alike may be an accident, two are a habit. */
const TWINS_THAT_COUNT = 2;

/** What was sent for an object that this process has made. */
interface Made {
	traits: Traits;
	sent: IDataObject;
}

/**
 * What this process knows of the objects at a vendor, whichever credential it reaches them with: those
 * that it has made, those that it has seen, what the vendor's clock showed on them, and whether somebody
 * else makes objects like ours.
 */
export class Ledger {
	/** Creates that could not be told apart go one after the other. */
	readonly turns = new Turns();

	private readonly claims = new Set<string>();

	private readonly seen = new Map<string, number>();

	private readonly made = new Map<string, Made>();

	private readonly showings: Array<{ at: number; aheadMs: number }> = [];

	private readonly twins = new Map<string, number>();

	/** Creates under way, and those of unknown outcome: what is like theirs may be theirs. */
	private readonly unsettled = new Map<string, number>();

	/** Takes an object for one create of this process; false when another has it. */
	claim(id: string): boolean {
		if (this.claims.has(id)) return false;
		this.claims.add(id);
		dropOldest(this.claims, MOST_CLAIMS);
		return true;
	}

	owns(id: string): boolean {
		return this.claims.has(id);
	}

	/** Notes that a list shows the object. */
	see(id: string): void {
		if (this.seen.has(id)) return;
		this.seen.set(id, Date.now());
		dropOldest(this.seen, MOST_SEEN);
	}

	/** True when it was there at that moment, in milliseconds since 1970. */
	knewBefore(id: string, moment: number): boolean {
		return (this.seen.get(id) ?? Infinity) < moment;
	}

	/** Notes that a create begins; it is unsettled until it is known what became of it. */
	begin(sent: IDataObject): void {
		const name = likeness(sent);
		this.unsettled.set(name, (this.unsettled.get(name) ?? 0) + 1);
		dropOldest(this.unsettled, MOST_CLAIMS);
	}

	settle(sent: IDataObject): void {
		const name = likeness(sent);
		const left = (this.unsettled.get(name) ?? 1) - 1;
		if (left > 0) this.unsettled.set(name, left);
		else this.unsettled.delete(name);
	}

	/**
	 * Notes what was made without any doubt, and what the vendor's clock showed on it.
	 * @param between when the request was sent and when its answer came, in milliseconds since 1970
	 */
	record(made: Made, createdAt: number, between: [number, number]): void {
		this.made.set(likeness(made.sent), made);
		dropOldest(this.made, MOST_MADE);
		const [sentAt, at] = between;
		if (!Number.isFinite(createdAt) || at - sentAt > SLOWEST_SHOWING_MS) return;
		this.showings.push({ at, aheadMs: createdAt - at });
		if (this.showings.length > MOST_SHOWINGS) this.showings.shift();
	}

	/** How far the vendor's clock is ahead of ours at least, as its own objects show; undefined: not known. */
	get aheadMs(): number | undefined {
		const fresh = this.showings.filter(({ at }) => Date.now() - at < CLOCK_KEPT_MS);
		return fresh.length ? Math.min(...fresh.map(({ aheadMs }) => aheadMs)) : undefined;
	}

	/** What this process has made that is alike, where an object is somebody else's. */
	madeLike(object: IDataObject): Made | undefined {
		const name = likeness(object);
		const made = this.unsettled.has(name) ? undefined : this.made.get(name);
		return made && agreement(made.traits, made.sent, object, false) !== 'other' ? made : undefined;
	}

	/** Notes an object of somebody else that is like one that this process has made. */
	noteTwin(id: string): void {
		this.twins.set(id, Date.now());
		dropOldest(this.twins, MOST_MADE);
	}

	/** True when somebody else makes objects like ours: one that is found may be theirs. */
	get hasTwin(): boolean {
		const fresh = [...this.twins.values()].filter((at) => Date.now() - at < TWIN_KEPT_MS);
		return fresh.length >= TWINS_THAT_COUNT;
	}
}

/** By its first text: what can be alike has the same. */
function likeness({ title, body, content, reason }: IDataObject): string {
	return textKey(asText(title) ?? asText(body) ?? asText(content) ?? asText(reason) ?? '');
}

function dropOldest(kept: Set<string> | Map<string, unknown>, most: number): void {
	if (kept.size <= most) return;
	const [oldest] = kept.keys();
	kept.delete(oldest);
}

const ledgers = remembered('ledgers', () => new Map<string, Ledger>());

/** The ledger for a vendor's address. */
export function ledgerFor(baseUrl: string): Ledger {
	const ledger = ledgers.get(baseUrl) ?? new Ledger();
	ledgers.set(baseUrl, ledger);
	return ledger;
}

/** Forgets all that was learnt, as a restart of n8n does. */
export function forgetLedgers(): void {
	ledgers.clear();
}
