import { LIMITS } from '../../../nodes/shared/wire/retry';
import type { FaultRule } from '../../sandbox';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

const usual = { ...LIMITS };
afterEach(() => Object.assign(LIMITS, usual));

const MB = 1024 * 1024;

describe.each(VENDORS.map((one) => [one.name, one] as const))('%s', (_, one) => {
	const on = suite(one.vendor, one.credential, one.node);

	it.each<[string, FaultRule]>([
		['a huge one', { inflate: { bytes: 200 * MB } }],
		['a packed one', { inflate: { bytes: 200 * MB, gzip: true } }],
		['one without end', { endless: true }],
	])('an answer above the limit is refused, whatever way it comes: %s', async (_, rule) => {
		LIMITS.attempts = 1;
		LIMITS.replyBytes = 4 * MB;
		on.sandbox.fault(one.vendor, { path: one.listPath, times: Infinity, ...rule });
		const { error, items } = await on.run(one.list);
		expect(items).toEqual([]);
		expect(error?.message).toContain('more than 4 MB');
	});

	it('an answer below the limit is read, packed or not', async () => {
		const plain = await on.run(one.list);
		on.sandbox.fault(one.vendor, { path: one.listPath, inflate: { bytes: 5 * MB } });
		const blown = await on.run(one.list);
		on.sandbox.fault(one.vendor, { path: one.listPath, inflate: { bytes: 5 * MB, gzip: true } });
		const packed = await on.run(one.list);
		expect(plain.items.length).toBeGreaterThan(0);
		expect(blown.items).toEqual(plain.items);
		expect(packed.items).toEqual(plain.items);
	});

	it('an error page above the limit still says its status', async () => {
		LIMITS.attempts = 1;
		LIMITS.replyBytes = 1 * MB;
		on.sandbox.fault(one.vendor, {
			path: one.listPath,
			times: Infinity,
			gateway: 502,
			inflate: { bytes: 20 * MB },
		});
		const { error } = await on.run(one.list);
		expect(error?.description).toContain('status 502');
	});
});

it('the limit lets a page of a hundred large incidents through', () => {
	expect(LIMITS.replyBytes).toBe(32 * MB);
});
