import { sleep } from 'n8n-workflow';

import { Lane } from '../../../nodes/shared/trigger/lane';

/** Tasks that end when the test says so, or when nobody waits for them. */
class Tasks {
	readonly started: string[] = [];

	readonly aborted: string[] = [];

	private readonly ends = new Map<string, (text: string) => void>();

	readonly task = (name: string) => async (signal: AbortSignal) => {
		this.started.push(name);
		return await new Promise<string>((resolve) => {
			const abort = () => {
				this.aborted.push(name);
				resolve('aborted');
			};
			if (signal.aborted) abort();
			signal.addEventListener('abort', abort);
			this.ends.set(name, resolve);
		});
	};

	end(name: string): void {
		this.ends.get(name)?.(`${name} is done`);
	}
}

let lane: Lane<string>;
let tasks: Tasks;
beforeEach(() => {
	lane = new Lane();
	tasks = new Tasks();
});
const board = (key: string) => lane.board(key, tasks.task(key));
/** What is due at once has happened. */
const settled = async () => await sleep(1);

it('runs two at once, and the others in their turn', async () => {
	const rides = ['a', 'b', 'c', 'd'].map(board);
	await settled();
	expect(tasks.started).toEqual(['a', 'b']);
	tasks.end('b');
	expect(await rides[1]?.result).toBe('b is done');
	await settled();
	expect(tasks.started).toEqual(['a', 'b', 'c']);
	tasks.end('a');
	tasks.end('c');
	await settled();
	tasks.end('d');
	expect(await Promise.all(rides.map(async (ride) => await ride?.result))).toEqual(
		['a', 'b', 'c', 'd'].map((key) => `${key} is done`),
	);
});

it('runs one task for all of one key, until it has ended', async () => {
	const rides = [board('a'), board('a'), board('a')];
	await settled();
	tasks.end('a');
	for (const ride of rides) expect(await ride?.result).toBe('a is done');
	expect(tasks.started).toEqual(['a']);
	board('a');
	await settled();
	expect(tasks.started).toEqual(['a', 'a']);
});

it('ends a task once all have left, not before, and lets nobody join that one', async () => {
	const [one, other] = [board('a'), board('a')];
	await settled();
	one?.leave();
	expect(tasks.aborted).toEqual([]);
	other?.leave();
	expect(tasks.aborted).toEqual(['a']);
	board('a');
	await settled();
	expect(tasks.started).toEqual(['a', 'a']);
});

it('does not let those who have left hold up the others', async () => {
	const rides = Array.from({ length: 40 }, (_, number) => board(`${number}`));
	await settled();
	for (const ride of rides) ride?.leave();
	const last = board('last');
	await settled();
	expect(tasks.started).toContain('last');
	tasks.end('last');
	expect(await last?.result).toBe('last is done');
});

it('holds 50 deliveries, copies included, and refuses more', async () => {
	const rides = Array.from({ length: 25 }, (_, number) => [board(`${number}`), board(`${number}`)]);
	expect(rides.flat().every(Boolean)).toBe(true);
	expect([board('more'), board('0')]).toEqual([undefined, undefined]);
	rides[0][0]?.leave();
	expect(board('0')).toBeDefined();
});

it('starts 50 within a minute, and refuses more until it is over', async () => {
	jest.useFakeTimers({ now: 0 });
	try {
		const ride = (key: string) => {
			const found = board(key);
			found?.leave();
			return found !== undefined;
		};
		for (let number = 0; number < 50; number += 1) expect(ride(`${number}`)).toBe(true);
		expect(ride('more')).toBe(false);
		jest.setSystemTime(59_999);
		expect(ride('more')).toBe(false);
		jest.setSystemTime(60_001);
		expect(ride('more')).toBe(true);
	} finally {
		jest.useRealTimers();
	}
});
