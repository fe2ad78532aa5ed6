import { sleep } from 'n8n-workflow';

import { isNew } from '../../../nodes/shared/trigger/repeats';

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

it('lets a delivery pass that cannot be looked up', async () => {
	const store = new Store();
	store.failures = 10;
	expect(await ask(store, 'node', ['a'])).toEqual([true]);
	expect(store.failures).toBe(7);
	store.failures = 0;
	expect(await ask(store, 'node', ['b', 'b'])).toEqual([true, false]);
});
