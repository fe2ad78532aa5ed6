import type { IDataObject } from 'n8n-workflow';

import { paging } from '../../../nodes/PagerDuty/api/profile';
import { readSpan } from '../../../nodes/PagerDuty/incident/spans';
import type { Steps } from '../../../nodes/shared/run/operation';

const at = (text: string) => Date.parse(text);
const iso = (time: number) => new Date(time).toISOString();
const request = { method: 'GET' as const, path: '/x', query: { sort_by: 'created_at:desc' } };

/** A vendor that has rows at these moments and lists 10,000 of a span at most, newest first. */
function vendorWith(times: number[]) {
	const asked: unknown[] = [];
	const steps = {
		list: async (list: { paging: { ceiling?: unknown } }, { query }: { query: IDataObject }) => {
			asked.push([query.since, query.until, query.sort_by, list.paging.ceiling]);
			const [from, to] = [query.since, query.until].map((time) => at(String(time)));
			const found = times.filter((time) => time >= from && time <= to).reverse();
			return await Promise.resolve(found.slice(0, 10_000).map((time) => ({ id: `${time}` })));
		},
	} as unknown as Steps;
	const read = async (since: string, until: string) =>
		await readSpan(steps, { paging, rows: () => [] }, request, at(since), at(until));
	return { asked, read };
}

it('reads a short time with few entries at once, and no notice about the end of paging', async () => {
	const { asked, read } = vendorWith([at('2026-04-10T00:00Z')]);
	expect(await read('2026-04-01T00:00Z', '2026-05-01T00:00Z')).toHaveLength(1);
	expect(asked).toEqual([
		['2026-04-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z', 'created_at:desc', undefined],
	]);
});

it('halves what holds more than paging reaches, and has what lies at the border once', async () => {
	const start = at('2026-04-01T00:00Z');
	const middle = at('2026-04-16T00:00Z');
	const times = [
		...Array.from({ length: 8_000 }, (_, index) => start + index * 1_000),
		middle,
		...Array.from({ length: 8_000 }, (_, index) => middle + (index + 1) * 1_000),
	];
	const { asked, read } = vendorWith(times);
	const rows = await read('2026-04-01T00:00Z', '2026-05-01T00:00Z');
	expect(rows).toHaveLength(16_001);
	expect(new Set(rows.map(({ id }) => id)).size).toBe(16_001);
	expect(asked).toHaveLength(3);
});

it('does not cut for ever where more than that happened in one minute', async () => {
	const start = at('2026-04-01T00:00Z');
	const { asked, read } = vendorWith(Array.from({ length: 10_001 }, () => start));
	expect(await read(iso(start), iso(start + 59_000))).toHaveLength(1);
	expect(asked).toHaveLength(1);
});

it('asks for no time longer than six months', async () => {
	const { asked, read } = vendorWith([]);
	await read('2025-11-01T00:00Z', '2026-05-01T00:00Z');
	expect(asked).toHaveLength(2);
});
