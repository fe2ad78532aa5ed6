import { FormIssue } from '../ground/failures';
import type { Entry, Found } from './pollState';

/** Pages of one pass. What lies further back is read in parts, oldest first, one part a poll. */
export const MOST_PAGES = 50;
/** Passes over the same pages, until one finds nothing that the others have missed. */
const MOST_PASSES = 6;
const PAGE_SIZE = 100;
/** For a list in no order, which has to be read to its end each time. */
const LARGE_PAGE_SIZE = 500;

/** One page of a list. */
export interface Page {
	entries: Entry[];
	/** True when no page follows. */
	isLast: boolean;
	/** How many entries the list has, where the vendor says so. */
	count?: number;
}

/** Reads a page, counted from 1; undefined when there is no such page (any more). */
export type ReadPage = (page: number, size: number) => Promise<Page | undefined>;

export interface Reach {
	/** What was created before need not be read; undefined on the first poll: only the overlap counts. */
	since?: number;
	overlapMs: number;
	/** The vendor's clock: an entry from its future must not move the watermark past all others. */
	now: () => number;
	/** True once the poll should come to an end. */
	isLate: () => boolean;
	/** True for an entry that an earlier poll has had. */
	isDone?: (entry: Entry) => boolean;
}

/**
 * All entries since a moment, of a list whose order is not known and which shifts while it is read. The
 * order is seen from the pages themselves: newest first and oldest first are read from the new end as far
 * as needed, any other order to the end.
 * @returns undefined for an empty list
 * @throws FormIssue when a list in no order is too long to be read at all
 */
export async function sweep(read: ReadPage, reach: Reach): Promise<Found | undefined> {
	const first = await read(1, PAGE_SIZE);
	if (!first?.entries.length) return;
	const order = orderOf(first.entries);
	if (first.isLast) return whole(first.entries, reach);
	const found = order && (await fromNewEnd(newEnd(read, order, first), reach));
	return found ?? (await toTheEnd(read, reach));
}

/** The newest entries, about a page of them, for somebody who wants to see some. */
export async function newest(read: ReadPage): Promise<Entry[]> {
	const found = await sweep(read, { overlapMs: 0, now: () => Infinity, isLate: () => false });
	return found?.entries ?? [];
}

type Order = 'newestFirst' | 'oldestFirst';

/** Entries of one moment count as newest first. */
function orderOf(entries: Entry[]): Order | undefined {
	const falls = (times: number[]) => times.every((at, index) => !index || at <= times[index - 1]);
	const times = entries.map(({ at }) => at);
	if (falls(times)) return 'newestFirst';
	return falls(times.reverse()) ? 'oldestFirst' : undefined;
}

/** The list, seen from its new end. */
interface Pages {
	/**
	 * A page counted from the new end, from 0; its entries newest first, `isLast` at the old end.
	 * Undefined when there is no such page. Page 0 looks for the end anew, which may have moved.
	 */
	read: (index: number) => Promise<Page | undefined>;
	/** False once a page was met that is not in order: the list only looked sorted. */
	isSorted: () => boolean;
}

function newEnd(read: ReadPage, order: Order, first: Page): Pages {
	const find = order === 'newestFirst' ? fromStart(read, first) : fromEnd(read, first);
	let isSorted = true;
	return {
		read: async (index) => {
			const page = await find(index);
			const times = page?.entries.map(({ at }) => at) ?? [];
			isSorted &&= times.every((at, place) => !place || at <= times[place - 1]);
			return isSorted ? page : undefined;
		},
		isSorted: () => isSorted,
	};
}

function fromStart(read: ReadPage, first: Page): Pages['read'] {
	let known: Page | undefined = first;
	return async (index) => {
		const page = (index === 0 && known) || (await read(index + 1, PAGE_SIZE));
		known = undefined;
		return page;
	};
}

function fromEnd(read: ReadPage, first: Page): Pages['read'] {
	let last = Math.max(1, Math.ceil((first.count ?? 0) / first.entries.length));
	const find = async () => {
		let page = await read(last, PAGE_SIZE);
		while (!page && last > 1) page = await read((last -= 1), PAGE_SIZE);
		while (page && !page.isLast) {
			const next = await read(last + 1, PAGE_SIZE);
			if (!next) break;
			last += 1;
			page = next;
		}
		return page;
	};
	return async (index) => {
		if (index >= last) return;
		const page = index ? await read(last - index, PAGE_SIZE) : await find();
		return page && { entries: [...page.entries].reverse(), isLast: last - index <= 1 };
	};
}

/** Newest first, back to the moment that is wanted; undefined when the list turns out to have no order. */
async function fromNewEnd(pages: Pages, reach: Reach): Promise<Found | undefined> {
	const pass = new Pass(pages, reach);
	const isThrough = await pass.read(0, MOST_PAGES);
	const found = isThrough
		? await pass.settle(0)
		: reach.since === undefined
			? // The first poll looks at the overlap only, and what does not fit is not waited for.
				{ ...pass.found(), from: pass.oldest }
			: await oldestPart(pages, reach, pass.pages);
	return pages.isSorted() ? found : undefined;
}

/**
 * The part of a long backlog that comes first. Its place is found by halving, so that what is left for
 * the next poll is exactly what is newer.
 */
async function oldestPart(pages: Pages, reach: Reach, behind: number): Promise<Found> {
	const edge = reach.since ?? 0;
	const isBeyond = async (index: number) => {
		const page = await pages.read(index);
		return !page || page.isLast || oldestOf(page.entries) < edge;
	};
	let [low, high] = [behind - 1, behind * 2];
	while (!(await isBeyond(high))) [low, high] = [high, high * 2];
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (await isBeyond(middle)) high = middle;
		else low = middle;
	}
	// A poll that was cut short by the clock takes on less.
	const size = Math.max(2, Math.ceil(Math.min(MOST_PAGES, behind) / (reach.isLate() ? 4 : 1)));
	const isDone = reach.isDone ?? (() => false);
	const part = async (start: number, most: number) => {
		const pass = new Pass(pages, { ...reach, isLate: () => false });
		await pass.read(start, most);
		return await pass.settle(start, most);
	};
	let start = Math.max(1, high - size + 1);
	let found = await part(start, Infinity);
	// More entries of one moment than a part holds: those that are done with come first again.
	while (start > 1 && found.entries.every(isDone)) {
		// One page twice, for what moves over the border meanwhile.
		start = Math.max(1, start - size + 1);
		found = await part(start, size);
	}
	if (!found.entries.every(isDone)) return { ...found, isPart: true };
	return { ...(await part(0, size)), isPart: false };
}

/** Goes over the pages from one on towards the old end, again and again, and keeps what it meets. */
class Pass {
	pages = 0;

	/** The newest entry when the first page was read: what is newer may have been missed. */
	private upTo?: number;

	private readonly entries = new Map<string, Entry>();

	constructor(
		private readonly list: Pages,
		private readonly reach: Reach,
	) {}

	/** @returns false when there was more to read than `most` pages, or time to read them */
	async read(start: number, most: number): Promise<boolean> {
		for (let index = start; index - start < most; index++) {
			if (index > start && this.reach.isLate() && most !== Infinity) return false;
			const page = await this.list.read(index);
			if (!page) return true;
			this.pages += 1;
			this.upTo ??= page.entries[0]?.at;
			for (const entry of page.entries) this.entries.set(entry.id, entry);
			if (page.isLast || oldestOf(page.entries) < this.edge) return true;
		}
		return false;
	}

	/**
	 * Reads again until nothing turns up that was missed: entries move over the border of two pages when
	 * others are added or deleted meanwhile. One page is one moment, and cannot.
	 */
	async settle(start: number, most = Infinity): Promise<Found> {
		for (let passes = 1; this.pages > 1 && passes < MOST_PASSES; passes++) {
			if (this.reach.isLate()) break;
			const before = this.wantedCount;
			await this.read(start, most);
			if (this.wantedCount === before) break;
		}
		return this.found();
	}

	found(): Found {
		const upTo = Math.min(this.upTo ?? this.edge, this.reach.now());
		return { entries: [...this.entries.values()], from: this.edge, upTo, isPart: false };
	}

	get oldest(): number {
		return oldestOf([...this.entries.values()]);
	}

	private get edge(): number {
		return edgeOf(this.upTo ?? this.reach.now(), this.reach);
	}

	private get wantedCount(): number {
		const { edge, upTo = Infinity } = this;
		return [...this.entries.values()].filter(({ at }) => at >= edge && at <= upTo).length;
	}
}

/** A list in no order. */
async function toTheEnd(read: ReadPage, reach: Reach): Promise<Found> {
	const entries = new Map<string, Entry>();
	for (let passes = 1; passes <= MOST_PASSES; passes++) {
		const before = entries.size;
		let pages = 0;
		for (let isLast = false; !isLast; ) {
			if (pages === MOST_PAGES) throw tooLong(entries.size);
			const page = await read((pages += 1), LARGE_PAGE_SIZE);
			for (const entry of page?.entries ?? []) entries.set(entry.id, entry);
			isLast = page?.isLast ?? true;
		}
		if (pages === 1 || entries.size === before || reach.isLate()) break;
	}
	return whole([...entries.values()], reach);
}

function tooLong(count: number): FormIssue {
	return new FormIssue(
		`The list comes in no order and is longer than ${count} entries: it cannot be read in one poll`,
		'Nothing was skipped silently. Use the webhook trigger of this vendor instead, if there is one, or have old entries removed.',
	);
}

/** A row may come more than once, also on one page. */
function whole(all: Entry[], reach: Reach): Found {
	const entries = [...new Map(all.map((entry) => [entry.id, entry])).values()];
	const last = entries.reduce((latest, { at }) => Math.max(latest, at), -Infinity);
	const upTo = Math.min(last, reach.now());
	return { entries, from: edgeOf(upTo, reach), upTo, isPart: false };
}

function edgeOf(newestAt: number, { since, overlapMs, now }: Reach): number {
	return since ?? Math.min(newestAt, now()) - overlapMs;
}

function oldestOf(entries: Entry[]): number {
	return entries.reduce((oldest, { at }) => Math.min(oldest, at), Infinity);
}
