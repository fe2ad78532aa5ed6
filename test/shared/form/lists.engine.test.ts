import type { IDataObject } from 'n8n-workflow';

import { searchList } from '../../support/lookup';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

/** What the call throws, with what n8n's editor shows of it. */
async function failureOf(call: Promise<unknown>): Promise<IDataObject> {
	const [outcome] = await Promise.allSettled([call]);
	expect(outcome.status).toBe('rejected');
	const { name, message, description, httpCode } =
		outcome.status === 'rejected' ? (outcome.reason as IDataObject) : {};
	return { name, message, description, httpCode };
}

describe.each(VENDORS.map((one) => [one.name, one] as const))('a list of %s', (name, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	const search = async () =>
		await failureOf(searchList({ node: one.node, credentials: on.credentials({}) }, one.search));
	const spoil = (rule: IDataObject) =>
		on.sandbox.fault(one.vendor, { path: one.searchPath, times: Infinity, ...rule });

	it('shows what the vendor has', async () => {
		const { results } = await searchList(
			{ node: one.node, credentials: on.credentials({}) },
			one.search,
		);
		expect(results.map((result) => result.name)).toContain(one.searchFinds);
	});

	it('that fails at the vendor tells status and request ID, and what to do', async () => {
		spoil({
			status: 500,
			body: { error: { message: 'oh no' }, message: 'oh no', detail: 'oh no' },
			headers: { 'x-request-id': 'REQ-1', 'retry-after': '0' },
		});
		const { name: kind, message, description, httpCode } = await search();
		expect([kind, httpCode]).toEqual(['NodeApiError', '500']);
		expect(message).toMatch(
			new RegExp(`^${name} could not do 'Read the list of .*' at its end: oh no$`),
		);
		expect(description).toContain(`look at the ${name} status page`);
		expect(description).toContain('status 500, request ID REQ-1, 4 attempts');
		expect(description).toContain('"By ID"');
	});

	it('that is limited tells the wait', async () => {
		spoil({
			status: 429,
			body: {},
			headers: {
				'retry-after': '40',
				'ratelimit-reset': '40',
				'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 40),
			},
		});
		const { message, description } = await search();
		expect(message).toContain(`${name} is limiting requests and did not do 'Read the list of `);
		expect(description).toMatch(
			/Open the list again later.* The vendor asks to wait (39|40|41) seconds/,
		);
		expect(description).not.toContain('Requests at Once');
		// The next one is not even sent, and still knows.
		const again = await search();
		expect(again.description).toMatch(/The vendor asks to wait \d+ seconds/);
	});

	it('that is refused tells what about the credential', async () => {
		spoil({ status: 403, body: { message: 'no', error: { message: 'no' }, detail: 'no' } });
		const { message, description } = await search();
		expect(message).toMatch(new RegExp(`^${name} refused 'Read the list of .*': no$`));
		expect(description).toMatch(/right|access/);
		expect(description).toContain('status 403');
		expect(description).not.toMatch(/item|trigger/);
	});

	it('that a proxy answers names the proxy', async () => {
		spoil({ gateway: 407 });
		const { message, description } = await search();
		expect(message).toContain('A proxy between this n8n and');
		expect(description).toContain('check the proxy settings of this n8n');
	});

	it('that cannot be asked for tells what to put right in the credential, in the message', async () => {
		const credentials = on.credentials({ baseUrl: 'ftp://example.com', region: 'custom' });
		const call = searchList({ node: one.node, credentials }, one.search);
		const { message } = await failureOf(call);
		// n8n shows nothing but the message of this kind.
		expect(message).toMatch(/Base URL.*\. .*[Cc]redential/);
		expect(on.requests()).toEqual([]);
	});
});
