import axios from 'axios';
import { sleep } from 'n8n-workflow';

import type { Outgoing } from '../../sandbox/core/deliveries';
import { DELIVERY_CASES } from '../../support/deliveryCase';
import { suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';

/** Sends a delivery, and hangs up after so many milliseconds unless that is Infinity. @returns the status, 0 for none */
async function deliver({ url, headers, body }: Outgoing, after = Infinity): Promise<number> {
	const hangUp = new AbortController();
	const answer = axios
		.post(url, body, {
			headers,
			signal: hangUp.signal,
			validateStatus: () => true,
			transformRequest: (raw: string) => raw,
		})
		.then(
			({ status }) => status,
			() => 0,
		);
	if (after === Infinity) return await answer;
	await sleep(after);
	hangUp.abort();
	return await answer;
}

describe.each(DELIVERY_CASES.map((one) => [one.name, one] as const))('%s', (_, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	let host: TriggerHost;
	beforeEach(async () => {
		host = await TriggerHost.start({
			node: one.node,
			credentials: on.credentials({}),
			parameters: { simplify: true, ...one.parameters } as never,
		});
		await host.activate();
	});
	afterEach(async () => await host.stop());

	/** The vendor takes some time for what the trigger asks it. */
	const slow = () =>
		one.asked &&
		on.sandbox.fault(one.vendor, {
			path: one.asked,
			delayMs: 60,
			times: Infinity,
			method: undefined,
		});

	const MOMENTS = [0, 1, 2, 5, 10, 20, 40, 60, 70, 80, 100, 150];

	it('a sender that hangs up at any moment blocks nobody: each event starts one run', async () => {
		slow();
		host.startMs = 40;
		for (const [index, moment] of MOMENTS.entries()) {
			const delivery = await one.made(on, host);
			await deliver(delivery, moment);
			expect(await Promise.all([deliver(delivery), deliver(delivery)])).toEqual([200, 200]);
			expect(host.runs).toHaveLength(index + 1);
		}
	});

	it.each(MOMENTS.filter((moment) => moment % 20 === 0))(
		'hung up after %i ms, and n8n cannot start the run: the next copy does',
		async (moment) => {
			slow();
			host.startMs = 40;
			host.failures = 1;
			const delivery = await one.made(on, host);
			await deliver(delivery, moment);
			const answers = await Promise.all([1, 2, 3].map(async () => await deliver(delivery)));
			// The one that n8n could not start, if the hung up one was not it.
			expect(answers.filter((status) => status !== 200 && status !== 500)).toEqual([]);
			expect(await deliver(delivery)).toBe(200);
			expect(host.runs).toHaveLength(1);
		},
	);
});
