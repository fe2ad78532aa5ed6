import type { Vendor } from '../sandbox';
import { quicken, runStorm, type StormFigures } from './runStorm';
import { TARGETS } from './targets';

/** `node test/faults/storm.js` does the same with ten thousand. */
const ITEMS = 300;
const SEEDS = [3, 8];

let restore: () => void;
beforeAll(() => {
	restore = quicken();
});
afterAll(() => restore());

const CASES = (Object.keys(TARGETS) as Vendor[]).flatMap((vendor) =>
	SEEDS.map((seed) => [TARGETS[vendor].label, seed, vendor] as const),
);

describe.each(CASES)('%s: 300 creates, every tenth spoiled (seed %d)', (_, seed, vendor) => {
	let figures: StormFigures;
	beforeAll(async () => {
		figures = await runStorm(vendor, { items: ITEMS, seed });
	}, 60_000);

	it('meets enough faults, half of them after the write', () => {
		const { spoiled, afterWrite } = figures.chaos;
		expect(spoiled).toBeGreaterThan(20);
		expect(Math.abs(spoiled - 2 * afterWrite)).toBeLessThanOrEqual(1);
	});

	it('doubles none and loses none', () =>
		expect(figures).toMatchObject({
			error: undefined,
			doubled: 0,
			lost: 0,
			denied: 0,
			idsTwice: 0,
		}));

	it('says honestly what it does not know', () => {
		const { items, stored, created, unknown, unknownCreated, failed } = figures;
		expect(created + unknown + failed).toBe(items);
		expect(stored).toBe(created + unknownCreated);
	});

	it('creates every one of them, and knows it', () =>
		expect(figures).toMatchObject({
			stored: ITEMS,
			created: ITEMS,
			unknown: 0,
			failed: 0,
		}));
});
