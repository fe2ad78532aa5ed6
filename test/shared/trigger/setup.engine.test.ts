import type { IDataObject } from 'n8n-workflow';

import { TRIGGER_CASES } from '../../host/trigger-cases';
import { suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';

describe.each(TRIGGER_CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	let host: TriggerHost;
	const parametersWith = (more: IDataObject) => ({ simplify: true, ...one.parameters, ...more });
	beforeEach(async () => {
		host = await TriggerHost.start({
			node: one.node,
			credentials: on.credentials({}),
			parameters: parametersWith({}) as never,
		});
	});
	afterEach(async () => await host.stop());

	it.each([false, true])(
		'says that the vendor cannot reach the address, before anything is asked (test: %s)',
		async (isTest) => {
			host.change({ credentials: on.credentials(one.real), isTest });
			const { origin } = new URL(host.url);
			for (const method of ['checkExists', 'create'] as const) {
				await expect(host.hook(method)).rejects.toMatchObject({
					message: expect.stringMatching(
						new RegExp(
							`^${name} cannot reach this webhook, because its address is one of a private network: "${origin}"\\. Set n8n's N8N_WEBHOOK_URL \\(WEBHOOK_URL in an older n8n\\) .* switch on 'Allow Private Address' under 'Options'\\.$`,
						),
					),
				});
			}
			expect(await host.deactivate()).toBe(true);
			expect(on.requests()).toEqual([]);
		},
	);

	it('takes such an address where a relay forwards, unless it is refused for another reason', async () => {
		host.change({
			credentials: on.credentials(one.real),
			parameters: parametersWith({ events: [], options: { allowPrivateAddress: true } }) as never,
		});
		const message = one.unreachable ?? /^'Events' is empty/;
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringMatching(message),
		});
		expect(on.requests()).toEqual([]);
	});

	it.each(one.emptyFilters)(
		"refuses the filter '%s' that gives nothing when it is published",
		async (label, filters) => {
			host.change({ parameters: parametersWith({ filters }) as never });
			await expect(host.activate()).rejects.toMatchObject({
				message: expect.stringContaining(`'${label}' is a filter without a value`),
			});
			expect(on.requests()).toEqual([]);
		},
	);

	it.each([
		['Publish', false],
		['Listen for Test Event', true],
	])(
		"a wrong token: '%s' fails with the advice, and n8n's delete asks nothing",
		async (deed, isTest) => {
			host.change({ isTest });
			on.sandbox.fault(one.vendor, { status: 401, body: one.refusal.body, times: Infinity });
			const failure: unknown = await host.activate().catch((error: unknown) => error);
			const { message } = failure as Error;
			expect(message).toContain(`${name} refused '${deed}': ${one.refusal.words}. `);
			expect(message).toContain(one.refusal.advice);
			const asked = on.requests().length;
			expect(await host.deactivate()).toBe(true);
			expect(on.requests()).toHaveLength(asked);
			expect(host.log).toEqual([]);
		},
	);

	it('what a test has registered is gone after it, and what is published stays', async () => {
		await host.activate();
		const published = host.staticData;
		host.change({ isTest: true });
		// As n8n keeps it: a test has a memory of its own, which its delete finds again.
		host.staticData = {};
		await host.activate();
		expect(await host.deactivate()).toBe(true);
		expect(host.staticData).toEqual({ 'node:Trigger': {} });
		host.change({ isTest: false });
		host.staticData = published;
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
	});

	it('never throws on delete, even when the credential or the form cannot be read', async () => {
		await host.activate();
		const kept = structuredClone(host.staticData);
		host.change({ credentials: {} });
		expect(await host.deactivate()).toBe(false);
		expect(host.staticData).toEqual(kept);
		expect(host.log).toEqual([expect.stringContaining(`of ${name} could not be removed`)]);
		host.change({
			credentials: on.credentials({}),
			parameters: parametersWith({ events: [], scope: 'nonsense' }) as never,
		});
		expect(await host.deactivate()).toBe(true);
		expect(host.staticData).toEqual({ 'node:Trigger': {} });
	});
});
