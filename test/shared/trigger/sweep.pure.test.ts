import { FormIssue } from '../../../nodes/shared/ground/failures';
import {
	advance,
	isUnseen,
	MOST_SEEN,
	readState,
	toStored,
	unseen,
	type Entry,
	type PollState,
} from '../../../nodes/shared/trigger/pollState';
import { MOST_PAGES, newest, sweep, type ReadPage } from '../../../nodes/shared/trigger/sweep';
import { randomFrom } from '../../sandbox/core/random';

const MINUTE = 60_000;
const OVERLAP = 5 * MINUTE;
const ORDERS = ['newestFirst', 'oldestFirst', 'none'] as const;
type Order = (typeof ORDERS)[number];

/** A list with pages of 100, or of what is asked for up to 500, which changes before each reading. */
class List {
	readonly entries = new Map<string, Entry>();
	now = Date.parse('2026-11-24T10:00:00Z');
	requests = 0;
	onRead: () => void = () => undefined;

	constructor(readonly order: Order) {}

	add(at = this.now): Entry {
		const number = this.entries.size + 1 + this.gone;
		// In no order: the ID has nothing to do with the time.
		const id = `${(number * 7919) % 104_729}-${number}`;
		const entry = { id, at, row: { id } };
		this.entries.set(id, entry);
		return entry;
	}

	remove(id: string): void {
		if (this.entries.delete(id)) this.gone += 1;
	}

	readonly read: ReadPage = async (page, size) => {
		this.onRead();
		this.requests += 1;
		const all = this.sorted();
		if (page > 1 && (page - 1) * size >= all.length) return undefined;
		const entries = all.slice((page - 1) * size, page * size);
		return { entries, isLast: page * size >= all.length, count: all.length };
	};

	private gone = 0;

	private sorted(): Entry[] {
		const all = [...this.entries.values()];
		if (this.order === 'none') return all.sort((a, b) => (a.id < b.id ? -1 : 1));
		const rising = all.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
		return this.order === 'oldestFirst' ? rising : rising.reverse();
	}
}

/** Polls as `poll.ts` does, without n8n. */
class Poller {
	state?: PollState;
	readonly emitted: string[] = [];

	constructor(private readonly list: List) {}

	async poll(isLate = () => false): Promise<string[]> {
		const { list, state } = this;
		const isDone = (entry: Entry) => state !== undefined && !isUnseen(state, entry);
		const reach = { since: state?.since, overlapMs: OVERLAP, now: () => list.now, isDone };
		const found = await sweep(list.read, { ...reach, isLate });
		const fresh = state && found ? unseen(state, found).map(({ id }) => id) : [];
		this.state = found
			? advance(state, found, OVERLAP)
			: (state ?? { since: list.now - OVERLAP, seen: new Map() });
		this.emitted.push(...fresh);
		return fresh;
	}
}

const fill = (list: List, count: number, stepMs = 1000) => {
	for (let number = 0; number < count; number++) list.add((list.now += stepMs));
};

describe.each(ORDERS)('a list ordered %s', (order) => {
	it('gives nothing on the first poll, and then each new entry once', async () => {
		const list = new List(order);
		fill(list, 750);
		const poller = new Poller(list);
		expect(await poller.poll()).toEqual([]);
		const ids = [1, 2, 3].map(() => list.add((list.now += 1000)).id);
		expect(await poller.poll()).toEqual(ids);
		expect(await poller.poll()).toEqual([]);
	});

	it('gives each of 12,345 entries of one millisecond once, and what comes after them', async () => {
		const list = new List(order);
		fill(list, 300);
		const poller = new Poller(list);
		await poller.poll();
		list.now += 1000;
		const made = Array.from({ length: 6_345 }, () => list.add().id);
		await poller.poll();
		// While the first are read, more of the same moment turn up.
		made.push(...Array.from({ length: 6_000 }, () => list.add().id));
		for (let polls = 0; polls < 4; polls += 1) await poller.poll();
		expect(new Set(poller.emitted)).toEqual(new Set(made));
		expect(poller.emitted).toHaveLength(made.length);
		const last = (fill(list, 20), [...list.entries.keys()].slice(-20));
		await poller.poll();
		expect(poller.emitted.slice(-20)).toEqual(last);
		// The memory is that of one moment, and goes with it.
		expect(poller.state?.seen.size).toBeLessThan(made.length + 300 + 20);
		fill(list, 1, OVERLAP + 1000);
		await poller.poll();
		expect(poller.state?.seen.size).toBe(1);
		expect(await poller.poll()).toEqual([]);
	});

	it('starts with an empty list, too', async () => {
		const list = new List(order);
		const poller = new Poller(list);
		expect(await poller.poll()).toEqual([]);
		const { id } = list.add((list.now += 1));
		expect(await poller.poll()).toEqual([id]);
	});

	it('finds what turns up late, within the overlap', async () => {
		const list = new List(order);
		fill(list, 750);
		const poller = new Poller(list);
		await poller.poll();
		const late = list.add(list.now - OVERLAP + 1000);
		list.add(list.now - OVERLAP - 1000);
		expect(await poller.poll()).toEqual([late.id]);
	});

	it('gives entries of one moment once each', async () => {
		const list = new List(order);
		fill(list, 300);
		const poller = new Poller(list);
		await poller.poll();
		list.now += 1000;
		const first = list.add().id;
		expect(await poller.poll()).toEqual([first]);
		const others = [list.add().id, list.add().id].sort();
		expect(await poller.poll()).toEqual(others);
	});

	it('is read again when a border between pages has moved', async () => {
		const list = new List(order);
		fill(list, 1_200, 1);
		const poller = new Poller(list);
		await poller.poll();
		const first = [...list.entries.keys()];
		// Spread so far that the overlap of the next poll does not help.
		fill(list, 450, MINUTE);
		const made = [...list.entries.keys()].slice(first.length);
		const isDue = { newestFirst: 2, oldestFirst: 3, none: 3 }[order];
		let reads = 0;
		list.onRead = () => {
			reads += 1;
			if (reads !== isDue) return;
			// Old ones are added below, or some go that were on a page that has been read.
			if (order === 'oldestFirst') for (let number = 0; number < 20; number++) list.add(1);
			if (order === 'newestFirst') for (const id of made.slice(-20)) list.remove(id);
			if (order === 'none') for (const id of [...first].sort().slice(0, 200)) list.remove(id);
		};
		await poller.poll();
		list.onRead = () => undefined;
		await poller.poll();
		const emitted = new Set(poller.emitted);
		expect(made.filter((id) => list.entries.has(id) && !emitted.has(id))).toEqual([]);
		expect(emitted.size).toBe(poller.emitted.length);
	});

	it('is read without loss while it shifts', async () => {
		for (let seed = 1; seed <= 6; seed++) {
			const random = randomFrom(seed);
			const list = new List(order);
			fill(list, 700);
			const old = [...list.entries.keys()];
			const poller = new Poller(list);
			await poller.poll();
			const made: string[] = [];
			const gone = new Set<string>();
			list.onRead = () => {
				for (let times = 0; times < 6; times++) {
					list.now += Math.floor(random() * 400);
					if (made.length < 900) {
						const back = random() < 0.2 ? random() * OVERLAP * 0.8 : 0;
						made.push(list.add(Math.floor(list.now - back)).id);
					}
					if (random() < 0.25) {
						const from = random() < 0.5 ? old : made;
						const id = from[Math.floor(random() * from.length)];
						list.remove(id);
						gone.add(id);
					}
				}
			};
			for (let polls = 0; polls < 60; polls++) await poller.poll();
			list.onRead = () => undefined;
			await poller.poll();
			expect(new Set(poller.emitted).size).toBe(poller.emitted.length);
			const emitted = new Set(poller.emitted);
			const lost = made.filter((id) => !emitted.has(id) && !gone.has(id));
			expect([seed, lost]).toEqual([seed, []]);
			expect(old.filter((id) => emitted.has(id))).toEqual([]);
		}
	});
});

describe.each(['newestFirst', 'oldestFirst'] as const)(
	'a backlog in a list ordered %s',
	(order) => {
		const size = 2 * MOST_PAGES * 100 + 1234;

		it('is read in parts, oldest first, without loss', async () => {
			const list = new List(order);
			fill(list, 300);
			const poller = new Poller(list);
			await poller.poll();
			const known = list.entries.size;
			fill(list, size, 3000);
			const expected = [...list.entries.keys()].slice(known);
			const polls: Array<[number, number]> = [];
			for (let number = 0; poller.emitted.length < size && number < 10; number++) {
				list.requests = 0;
				const { length } = await poller.poll();
				polls.push([length, list.requests]);
				// The memory stays small all the time.
				expect(poller.state?.seen.size).toBeLessThan(200);
			}
			expect(poller.emitted).toEqual(expected);
			expect(polls.length).toBeLessThanOrEqual(4);
			expect(Math.max(...polls.map(([, requests]) => requests))).toBeLessThan(200);
			expect(await poller.poll()).toEqual([]);
		});

		it('is read to its end although entries of much of it are of one overlap', async () => {
			const list = new List(order);
			fill(list, 300);
			const poller = new Poller(list);
			await poller.poll();
			fill(list, size, 10);
			for (let number = 0; number < 6; number++) await poller.poll();
			expect(new Set(poller.emitted).size).toBe(size);
			expect(poller.emitted).toHaveLength(size);
			expect(poller.state?.seen.size).toBeLessThanOrEqual(MOST_SEEN);
		});

		it('is read in smaller parts when time is short', async () => {
			const list = new List(order);
			fill(list, 300);
			const poller = new Poller(list);
			await poller.poll();
			fill(list, 3000, 3000);
			const all = [...list.entries.keys()].slice(300);
			for (let number = 0; number < 100 && poller.emitted.length < 3000; number++) {
				let left = 8;
				await poller.poll(() => (left -= 1) < 0);
				expect(poller.emitted).toEqual(all.slice(0, poller.emitted.length));
			}
			expect(poller.emitted).toHaveLength(3000);
		});
	},
);

it('a first poll does not read a whole storm', async () => {
	const list = new List('newestFirst');
	fill(list, 20_000, 1);
	const poller = new Poller(list);
	await poller.poll();
	expect(list.requests).toBe(MOST_PAGES);
	const { id } = list.add((list.now += 1));
	for (let number = 0; number < 3; number++) await poller.poll();
	expect(poller.emitted).toEqual([id]);
});

it('one request is enough for a poll of a quiet list', async () => {
	const list = new List('newestFirst');
	fill(list, 1000, 10 * MINUTE);
	const poller = new Poller(list);
	await poller.poll();
	list.add((list.now += MINUTE));
	list.requests = 0;
	await poller.poll();
	expect(list.requests).toBe(1);
});

it('a list that only looked sorted is read to its end', async () => {
	const list = new List('none');
	fill(list, 1000);
	const sorted = [...list.entries.values()].sort((a, b) => b.at - a.at).slice(0, 100);
	const read: ReadPage = async (page, size) =>
		page === 1 && size === 100
			? { entries: sorted, isLast: false, count: 1000 }
			: await list.read(page, size);
	const since = list.now - 500_000;
	const reach = { since, overlapMs: OVERLAP, now: () => list.now, isLate: () => false };
	expect((await sweep(read, reach))?.entries).toHaveLength(1000);
});

it('a list in no order that is too long is refused, not cut', async () => {
	const list = new List('none');
	fill(list, MOST_PAGES * 500 + 1, 1);
	const sent = new Poller(list).poll();
	await expect(sent).rejects.toThrow(FormIssue);
	await expect(sent).rejects.toThrow(/in no order and is longer than 25000 entries/);
});

it('shows the newest entries of a list in any order', async () => {
	for (const order of ORDERS) {
		const list = new List(order);
		const last = (fill(list, 720), [...list.entries.values()].slice(-20));
		const shown = new Set((await newest(list.read)).map(({ id }) => id));
		expect(last.filter(({ id }) => !shown.has(id))).toEqual([]);
	}
	expect(await newest(new List('none').read)).toEqual([]);
});

describe('the state', () => {
	const entry = (id: string, at: number): Entry => ({ id, at, row: {} });
	const found = (entries: Entry[], upTo: number) => ({ entries, from: 0, upTo, isPart: false });

	it('survives being stored', () => {
		const state = { since: 5, seen: new Map([['constructor', 7]]) };
		expect(readState(JSON.parse(JSON.stringify(toStored(state))) as never)).toEqual(state);
	});

	it.each([[{}], [{ since: 'x', seen: {} }], [{ since: 1 }], [{ since: 1, seen: [] }]])(
		'is none when %j is stored',
		(stored) => expect(readState(stored as never)).toBeUndefined(),
	);

	it('forgets what is older than the overlap, and never goes back', () => {
		const state = {
			since: 900,
			seen: new Map([
				['a', 950],
				['b', 1400],
			]),
		};
		const next = advance(state, found([entry('c', 2000)], 2000), 700);
		expect(next).toEqual({
			since: 1300,
			seen: new Map([
				['b', 1400],
				['c', 2000],
			]),
		});
		expect(advance(next, found([entry('c', 2000)], 2000), 5000).since).toBe(1300);
	});

	it('remembers what a poll did not meet again', () => {
		const state = { since: 900, seen: new Map([['a', 950]]) };
		expect(advance(state, found([], 1000), 500).seen).toEqual(new Map([['a', 950]]));
	});

	it('does not follow an entry from the future', async () => {
		const list = new List('newestFirst');
		fill(list, 10);
		list.add(list.now + 1000 * MINUTE);
		const poller = new Poller(list);
		await poller.poll();
		const { id } = list.add((list.now += 1000));
		expect(await poller.poll()).toEqual([id]);
	});

	it('keeps the newest moment whole, whatever it holds', () => {
		const many = Array.from({ length: MOST_SEEN + 50 }, (_, number) => entry(`e${number}`, 7));
		const next = advance(undefined, found([...many, entry('old', 6)], 7), 1_000_000);
		expect([next.since, next.seen.size]).toEqual([7, MOST_SEEN + 50]);
	});

	it('keeps no part of a moment', () => {
		const newer = Array.from({ length: MOST_SEEN - 10 }, (_, at) => entry(`n${at}`, 100 + at));
		const together = Array.from({ length: 20 }, (_, number) => entry(`t${number}`, 50));
		const next = advance(undefined, found([...newer, ...together], 10_000), 1_000_000);
		expect([next.since, next.seen.size]).toEqual([100, MOST_SEEN - 10]);
	});

	it('is bounded', () => {
		const many = Array.from({ length: MOST_SEEN + 50 }, (_, at) => entry(`e${at}`, at));
		const next = advance(undefined, found(many, many.length), 1_000_000);
		expect(next.seen.size).toBe(MOST_SEEN);
		expect(next.since).toBe(50);
	});
});
