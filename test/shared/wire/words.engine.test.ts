import type { FaultRule } from '../../sandbox';
import { TestCredentials } from '../../support/credentials';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

afterEach(() => jest.restoreAllMocks());

describe.each(VENDORS.map((one) => [one.name, one] as const))('%s', (name, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	const spoiled = async (rule: FaultRule) => {
		on.sandbox.fault(one.vendor, { method: 'POST', path: one.createPath, ...rule });
		const { error } = await on.run(one.create(on));
		return { message: error?.message, description: String(error?.description) };
	};

	it('a proxy that refuses is named, and the vendor is not', async () => {
		const { message, description } = await spoiled({
			status: 403,
			contentType: 'text/html',
			headers: { via: '1.1 edge-7 (squid/6.1)' },
			body: '<html><h1>Access denied by policy</h1></html>',
		});
		expect(message).toMatch(
			new RegExp(
				`^Something between this n8n and ${name} \\(1\\.1 edge-7 \\(squid/6\\.1\\)\\) refused '.*' \\(item 0\\): Access denied by policy$`,
			),
		);
		expect(description).toContain('let n8n through there');
		expect(description).not.toMatch(/token is valid|Correct the values/);
	});

	it('the request ID in the head counts before the one in the body', async () => {
		const { description } = await spoiled({
			status: 400,
			headers: { 'x-request-id': 'HEAD-1' },
			body: { message: 'no', requestId: 'BODY-1', reference_id: 'BODY-1' },
		});
		expect(description).toContain('request ID HEAD-1');
		expect(description).not.toContain('BODY-1]');
	});

	it.each([
		['a list of texts', { error: ['links should have at most 50 item(s)'] }],
		['a word of its own', { problem: 'links should have at most 50 item(s)' }],
		['deep down', { failure: { reasons: [{ why: 'links should have at most 50 item(s)' }] } }],
	])('a refusal in a shape that nobody has documented is shown whole: %s', async (_, body) => {
		const { message } = await spoiled({ status: 400, body });
		expect(message).toContain('links should have at most 50 item(s)');
	});

	it.each([
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'NODE_EXTRA_CA_CERTS'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
		['CERT_HAS_EXPIRED', 'renew it'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'check the base URL'],
	])('a certificate with %s is told from a forbidden domain', async (code, advice) => {
		const trouble = Object.assign(new Error('certificate trouble'), { code });
		jest.spyOn(TestCredentials.prototype, 'authenticate').mockRejectedValue(trouble);
		const { error } = await on.run(one.create(on));
		expect(error?.message).toContain(`This n8n did not let `);
		expect(error?.description).toContain(advice);
		expect(error?.description).toContain(code);
		expect(error?.description).not.toContain('allowed domains');
	});

	it.each([
		[{ operation: 'closeForever' }, /^'Operation' of .+ has no "closeForever"$/],
		[{ resource: 'pager' }, /^'Resource' has no "pager"$/],
	])('a menu entry that is not there is named: %j', async (changes, words) => {
		const { error } = await on.run({ ...one.create(on), ...changes });
		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(
			/^Nothing was sent\. Choose one from the menu; .* may give .*create|incident|event/,
		);
		expect(on.requests()).toEqual([]);
	});
});
