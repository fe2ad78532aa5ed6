import { VENDOR_FILES } from '../../../support/vendorFile';
import { world, spoil, gatewayTimeout, create, stored, idsOf, titled } from './hostileCreates';

const ALL = VENDOR_FILES.map(({ vendor }) => vendor);

describe.each(ALL)('%s', (vendor) => {
	it('an answer that a gateway gives too early, or none: what is written later is found', async () => {
		const lateMs = [200, 500, 1_000, 3_000, 8_000, 200, 1_000, 3_000];
		lateMs.forEach((commitAfterMs, index) =>
			spoil(vendor, {
				commitAfterMs,
				...(index < 5 ? gatewayTimeout : { drop: 'before' }),
			}),
		);
		const titles = lateMs.map((ms, index) => `Late ${index} by ${ms} ms`);
		const { items, hints } = await create(vendor, titled(...titles));
		const made = stored(vendor, (title) => title.startsWith('Late'));
		expect(made.map(({ title }) => title).sort()).toEqual(titles);
		expect(idsOf(items)).toEqual(
			titles.map((wanted) => made.find(({ title }) => title === wanted)?.id),
		);
		expect(hints).toEqual([]);
	}, 60_000);

	it('lists that lag by 5 s', async () => {
		world.sandbox.lag(vendor, 5_000);
		spoil(vendor, { drop: 'after' });
		const { items } = await create(vendor, titled('Unseen'));
		const made = stored(vendor, (title) => title === 'Unseen');
		expect(made).toHaveLength(1);
		expect(idsOf(items)).toEqual([made[0].id]);
	}, 60_000);

	it('a wait that is named together with a failure: looked for at once', async () => {
		spoil(vendor, { status: 503, body: '', headers: { 'Retry-After': '120' }, after: true });
		const { items } = await create(vendor, titled('Asked to wait'));
		const made = stored(vendor, (title) => title === 'Asked to wait');
		expect(made).toHaveLength(1);
		expect(idsOf(items)).toEqual([made[0].id]);
	}, 60_000);
});
