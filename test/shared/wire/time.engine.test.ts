import { sleep } from 'n8n-workflow';

import { LIMITS } from '../../../nodes/shared/wire/retry';
import { searchList } from '../../support/lookup';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

const usual = { ...LIMITS };
afterEach(() => Object.assign(LIMITS, usual));

/** Answers that come in pieces for ever: each piece is soon enough for a time-out between two of them. */
const ENDLESS = { trickleMs: 20, endless: true, times: Infinity };

describe.each(VENDORS.map((one) => [one.name, one] as const))('%s', (name, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	const creates = () =>
		on.requests().filter(({ method, path }) => method === 'POST' && path === one.createPath);

	it('a list that trickles without end is given up', async () => {
		LIMITS.timeoutMs = 300;
		LIMITS.attempts = 2;
		on.sandbox.fault(one.vendor, { path: one.listPath, ...ENDLESS });
		const { error } = await on.run(one.list);
		expect(error?.message).toContain(`${name} gave no whole answer`);
		expect(error?.message).toContain('within 0.3 seconds');
	});

	it('creates that trickle without end are done once or unknown, and hold up nobody else', async () => {
		LIMITS.timeoutMs = 500;
		LIMITS.attempts = 1;
		on.sandbox.fault(one.vendor, { method: 'POST', path: one.createPath, ...ENDLESS });
		const items = Array(8).fill({});
		const before = one.count(on);
		const { items: done, failed } = await on.run(
			{ ...one.create(on), title: '={{ "Endless " + $itemIndex }}' },
			{ items, onError: 'continueErrorOutput' },
		);
		// The write is done before the answer trickles; what was looked for and found comes out as done.
		expect(done.length + failed.length).toBe(items.length);
		expect(one.count(on) - before).toBe(items.length);
		for (const { json } of failed) expect(json.details).toMatchObject({ outcome: 'unknown' });
		on.sandbox.clearFaults();
		const after = await on.run(one.create(on));
		expect(after.error).toBeUndefined();
		expect(after.items).toHaveLength(1);
	});

	it('a list search that trickles without end is given up', async () => {
		LIMITS.timeoutMs = 300;
		LIMITS.attempts = 2;
		on.sandbox.fault(one.vendor, { path: one.searchPath, ...ENDLESS });
		const call = { node: one.node, credentials: on.credentials({}) };
		await expect(searchList(call, one.search)).rejects.toThrow(/within 0\.[123] seconds/);
	});

	it('a stopped execution leaves a trickling request and the queue at once', async () => {
		on.sandbox.fault(one.vendor, { method: 'POST', path: one.createPath, ...ENDLESS });
		let stopped = Infinity;
		await on.run(
			{ ...one.create(on), title: '={{ "Stopped " + $itemIndex }}' },
			{
				items: Array(30).fill({}),
				onError: 'continueRegularOutput',
				onStart: (stop) => {
					void (async () => {
						while (!creates().length) await sleep(2);
						stopped = Date.now();
						stop();
					})();
				},
			},
		);
		while (on.sandbox.stats(one.vendor).inFlight) await sleep(5);
		expect(Date.now() - stopped).toBeLessThan(20_000);
		// As many as are in flight at the start, and none of those that were waiting.
		expect(creates().length).toBeLessThanOrEqual(5);
	});
});
