import type { IDataObject } from 'n8n-workflow';

import { asNumber, isObject } from '../ground/values';

/**
 * IDs that are remembered at most, but for those of the newest moment: n8n stores them in one column of the
 * workflow, about 50 bytes each.
 */
export const MOST_SEEN = 5_000;

/** A row of the vendor's list with what a poll has to know of it. */
export interface Entry {
	id: string;
	/** When the vendor made it, by the vendor's clock; milliseconds since the epoch. */
	at: number;
	row: IDataObject;
}

/**
 * What is kept between polls. Whatever was created before `since` is done with; of what was created at
 * that moment or later, `seen` says what is done with.
 *
 * n8n stores it only together with a run that starts (and when the workflow is published), so what a
 * poll without new items writes lives in memory, and is gone after a restart. That does no harm: the
 * stored state is then older but as true as it was, and what is read again since then either is in `seen`
 * or was filtered out before and is filtered out again. Nothing grows meanwhile: `seen` is cut to the
 * window after `since` on each poll, in memory and in the store alike.
 */
export interface PollState {
	/** Milliseconds since the epoch, by the vendor's clock. */
	since: number;
	/** ID to the moment of creation. */
	seen: Map<string, number>;
}

/** What a pass over the list has found. */
export interface Found {
	/** All that was created at or after `from` and not after `upTo`, and perhaps more; each once. */
	entries: Entry[];
	from: number;
	upTo: number;
	/** True when later entries are left for the next poll. */
	isPart: boolean;
}

/** The state as n8n gives it back; undefined when there is none, or none that can be used. Pure. */
export function readState(stored: IDataObject): PollState | undefined {
	const since = asNumber(stored.since);
	if (since === undefined || !isObject(stored.seen)) return;
	const seen = Object.entries(stored.seen).flatMap(
		([id, at]): Array<[string, number]> => (typeof at === 'number' ? [[id, at]] : []),
	);
	return { since, seen: new Map(seen) };
}

/** The state as n8n stores it. Pure. */
export function toStored({ since, seen }: PollState): IDataObject {
	return { since, seen: Object.fromEntries(seen) };
}

/** What is new, oldest first; those of one moment by their ID, so that the order is always the same. Pure. */
export function unseen(state: PollState, { entries, upTo, isPart }: Found): Entry[] {
	return entries
		.filter((entry) => isUnseen(state, entry) && !(isPart && entry.at > upTo))
		.sort(inOrder);
}

/** True for an entry that no poll has had. Pure. */
export function isUnseen({ since, seen }: PollState, { id, at }: Entry): boolean {
	return at >= since && !seen.has(id);
}

/** By time, then by ID. */
export function inOrder(one: Entry, other: Entry): number {
	return one.at - other.at || (one.id < other.id ? -1 : 1);
}

/**
 * The state after a pass that was read without a failure. `since` follows the newest entry at a distance
 * of the overlap, because entries may turn up late, and never goes back, because `seen` does not reach
 * there. While a long backlog is read in parts there is no overlap: it would read the same part again.
 * Pure.
 * @param overlapMs above 0
 */
export function advance(state: PollState | undefined, found: Found, overlapMs: number): PollState {
	const { entries, from, upTo, isPart } = found;
	const since = Math.max(state?.since ?? from, isPart ? upTo : upTo - overlapMs);
	// A page that shifted may have hidden what an earlier poll has seen, so that stays remembered.
	const seen = new Map(state?.seen);
	for (const { id, at } of entries) if (!(isPart && at > upTo)) seen.set(id, at);
	return bounded({ since, seen: after(since, seen) });
}

/**
 * In a storm the window becomes shorter rather than the memory longer. All of one moment stay or go together,
 * and the newest one stays whatever it holds: more of it may be left for the next poll, or turn up late.
 */
function bounded({ since, seen }: PollState): PollState {
	if (seen.size <= MOST_SEEN) return { since, seen };
	const times = [...seen.values()].sort((a, b) => b - a);
	const kept = times.slice(0, MOST_SEEN).filter((at) => at > times[MOST_SEEN]);
	const later = Math.max(since, kept[kept.length - 1] ?? times[0]);
	return { since: later, seen: after(later, seen) };
}

function after(since: number, seen: Map<string, number>): Map<string, number> {
	return new Map([...seen].filter(([, at]) => at >= since));
}
