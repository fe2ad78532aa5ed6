import type { IExecuteFunctions, WorkflowExecuteMode } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { dropRepeats, isNew, recordAgain } from '../../../nodes/shared/trigger/repeats';

// Its own, whose timers can be faked.
jest.mock('n8n-workflow', () => jest.requireActual<object>(loadOnce.resolve('n8n-workflow')));

/** n8n's record: read, changed and written without a lock, and made by an insert that can fail. */
class Store {
	calls: string[][] = [];

	row: string[] | undefined;

	failures = 0;

	record = async (ids: string[]): Promise<string[]> => {
		this.calls.push(ids);
		const before = this.row;
		await sleep(1);
		if (this.failures > 0) {
			this.failures -= 1;
			throw new TypeError('UNIQUE constraint failed');
		}
		const known = before ?? [];
		this.row = [...known, ...ids.filter((id) => !known.includes(id))];
		return ids.filter((id) => !known.includes(id));
	};
}

const ask = async (store: Store, key: string, ids: string[]) =>
	await Promise.all(ids.map(async (id) => await isNew(key, id, store.record)));

it('loses none of many that come at once, and lets each through once', async () => {
	const store = new Store();
	const ids = Array.from({ length: 300 }, (_, index) => `${index % 100}`);
	const results = await ask(store, 'node', ids);
	expect(results.filter(Boolean)).toHaveLength(100);
	expect(results.slice(0, 100).every(Boolean)).toBe(true);
	expect(store.row).toHaveLength(100);
	// The first alone, the others together.
	expect(store.calls.map(({ length }) => length)).toEqual([1, 100]);
});

it('drops what was recorded before', async () => {
	const store = new Store();
	store.row = ['a'];
	expect(await ask(store, 'node', ['a', 'b'])).toEqual([false, true]);
	expect(await ask(store, 'node', ['b'])).toEqual([false]);
});

it('tries again when another process made the record at the same moment', async () => {
	const store = new Store();
	store.failures = 2;
	expect(await ask(store, 'node', ['a'])).toEqual([true]);
	expect(store.row).toEqual(['a']);
});

describe('a record of which nobody knows whether it was made', () => {
	it('loses no delivery that n8n has recorded too late', async () => {
		jest.useFakeTimers();
		try {
			const store = new Store();
			const slow = async (ids: string[]) => {
				const fresh = await store.record(ids);
				if (store.calls.length === 1) await sleep(12_000);
				return fresh;
			};
			const asked = [isNew('slow', 'a', slow), isNew('slow', 'b', slow)];
			await jest.advanceTimersByTimeAsync(90_000);
			expect(await Promise.all(asked)).toEqual([true, true]);
		} finally {
			jest.useRealTimers();
		}
	});

	it('loses no delivery whose record was made, and the answer lost', async () => {
		const store = new Store();
		const lost = async (ids: string[]) => {
			const fresh = await store.record(ids);
			if (store.calls.length > 1) return fresh;
			throw new TypeError('Connection terminated unexpectedly');
		};
		expect(await isNew('lost', 'a', lost)).toBe(true);
	});
});

it('lets a delivery pass that cannot be looked up', async () => {
	const store = new Store();
	store.failures = 10;
	expect(await ask(store, 'node', ['a'])).toEqual([true]);
	expect(store.failures).toBe(7);
	store.failures = 0;
	expect(await ask(store, 'node', ['b', 'b'])).toEqual([true, false]);
});

describe('records again what this process has recorded lately', () => {
	it('puts back what another process has overwritten', async () => {
		const store = new Store();
		const known = new Set<string>();
		expect(await recordAgain(known, ['a', 'b'], store.record)).toEqual(['a', 'b']);
		store.row = ['c'];
		expect(await recordAgain(known, ['d'], store.record)).toEqual(['d']);
		expect(store.row).toEqual(['c', 'a', 'b', 'd']);
	});

	it('drops what it knows, without asking', async () => {
		const store = new Store();
		const known = new Set(['a']);
		expect(await recordAgain(known, ['a'], store.record)).toEqual([]);
		expect(store.calls).toEqual([]);
		expect(await recordAgain(known, ['a', 'b'], store.record)).toEqual(['b']);
	});

	it('drops what another process has recorded, and knows it from then on', async () => {
		const store = new Store();
		store.row = ['a'];
		const known = new Set<string>();
		expect(await recordAgain(known, ['a'], store.record)).toEqual([]);
		expect([...known]).toEqual(['a']);
	});

	it('knows nothing that was not recorded', async () => {
		const store = new Store();
		store.failures = 1;
		const known = new Set<string>();
		await expect(recordAgain(known, ['a'], store.record)).rejects.toThrow('UNIQUE');
		expect(await recordAgain(known, ['a'], store.record)).toEqual(['a']);
	});

	it('keeps the latest twenty', async () => {
		const store = new Store();
		const known = new Set<string>();
		const ids = Array.from({ length: 150 }, (_, index) => `${index}`);
		await recordAgain(known, ids, store.record);
		expect([...known]).toEqual(ids.slice(-20));
	});
});

describe('the step of a run', () => {
	const items = [{ json: { deliveryId: 'a' } }];
	const run = async (mode: WorkflowExecuteMode, store: Store) =>
		await dropRepeats({
			getInputData: () => items,
			getMode: () => mode,
			getWorkflow: () => ({ id: `workflow of ${mode}` }),
			getNode: () => ({ id: 'node' }),
			helpers: {
				checkProcessedAndRecord: async (ids: string[]) => ({ new: await store.record(ids) }),
			},
		} as unknown as IExecuteFunctions);

	it('lets a delivery pass once', async () => {
		const store = new Store();
		expect(await run('webhook', store)).toEqual([items]);
		expect(await run('webhook', store)).toEqual([[]]);
	});

	it('does not wait for ever for a record that never answers, and lets the next one through', async () => {
		jest.useFakeTimers();
		try {
			const never: Promise<string[]> = new Promise(() => undefined);
			const asked = [isNew('silent', 'a', async () => await never)];
			await jest.advanceTimersByTimeAsync(1_000);
			asked.push(isNew('silent', 'b', async () => await never));
			await jest.advanceTimersByTimeAsync(70_000);
			expect(await Promise.all(asked)).toEqual([true, true]);
		} finally {
			jest.useRealTimers();
		}
	});

	it.each(['manual', 'retry'] as const)('never drops what a person asks for (%s)', async (mode) => {
		const store = new Store();
		store.row = ['a'];
		expect(await run(mode, store)).toEqual([items]);
		expect(store.calls).toEqual([]);
	});
});
