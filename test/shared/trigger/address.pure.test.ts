import { FormIssue } from '../../../nodes/shared/ground/failures';
import { normalAddress, originOf, ownerOf } from '../../../nodes/shared/trigger/address';
import { checkReachable, isPrivateHost } from '../../../nodes/shared/trigger/reachable';

const OURS = 'https://n8n.example.com/webhook/5f3c9b1e/webhook';

describe('whose a subscription is', () => {
	it.each([
		OURS,
		`${OURS}/`,
		'HTTPS://N8N.Example.COM/webhook/5f3c9b1e/webhook',
		'https://n8n.example.com:443/webhook/5f3c9b1e/webhook',
		'https://n8n.example.com/web%68ook/%35f3c9b1e/webhook',
	])('ours: %s', (address) => expect(ownerOf(address, OURS)).toBe('ours'));

	it.each([
		'http://n8n.example.com/webhook/5f3c9b1e/webhook',
		'https://staging.example.com/webhook/5f3c9b1e/webhook',
		'https://n8n.example.com:8443/webhook/5f3c9b1e/webhook',
		'https://staging.example.com/webhook/5f3c9b1e/webhook/',
	])('that of a copy: %s', (address) => expect(ownerOf(address, OURS)).toBe('copy'));

	it.each([
		'https://n8n.example.com/webhook/5f3c9b1e/webhook/other',
		'https://n8n.example.com/webhook/5F3C9B1E/webhook',
		'https://n8n.example.com/webhook-test/5f3c9b1e/webhook',
		'https://n8n.example.com/webhook/5f3c9b1e/webhook?token=1',
		'https://n8n.example.com/',
		'no address',
		'',
	])('of somebody else: %s', (address) => expect(ownerOf(address, OURS)).toBe('other'));

	it('is told in any spelling of what has to be encoded', () =>
		expect(normalAddress('https://a.example/w%c3%a4%2fb')).toBe('https://a.example/w%C3%A4%2Fb'));

	it('is shown without the path, and without what may stand before the host', () => {
		expect(originOf('https://user:secret@gw.example.com:8443/webhook/id')).toBe(
			'https://gw.example.com:8443',
		);
		expect(originOf('')).toBe('an unknown address');
	});

	it('takes a time that grows with the length only', () => {
		const long = `https://a.example/${'/'.repeat(500_000)}x${'%41'.repeat(200_000)}`;
		// In quadratic time it would not end.
		expect(normalAddress(long)).toContain('https://a.example/');
	});
});

describe('an address that the internet cannot reach', () => {
	const hostOf = (address: string) => new URL(`http://${address}`).hostname;

	it.each([
		...['localhost', 'LOCALHOST.', 'n8n.localhost', 'n8n', 'n8n.local', 'n8n.internal', 'pi.lan'],
		...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0.0.0.0', '10.1.2.3', '100.64.0.1'],
		...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.178.2', '224.0.0.1'],
		...['[::1]', '[::]', '[fe80::1]', '[fd12:3456::1]', '[fc00::1]', '[ff02::1]'],
		...['[::ffff:192.168.1.1]', '[64:ff9b::10.0.0.1]', '[2001:db8::1]'],
	])('%s', (address) => expect(isPrivateHost(hostOf(address))).toBe(true));

	it.each([
		...['n8n.example.com', 'localhost.example.com', 'local.dev', 'internal-n8n.example.com'],
		...['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '192.167.1.1'],
		...['[2a00:1450:4001::1]', '[2001:4860:4860::8888]', '[::ffff:8.8.8.8]'],
	])('is not %s', (address) => expect(isPrivateHost(hostOf(address))).toBe(false));

	const check = (url: string, rules = {}) => {
		try {
			checkReachable(url, 'Acme', rules);
			return 'fine';
		} catch (issue) {
			return issue instanceof FormIssue ? `${issue.message} | ${issue.hint}` : 'a defect';
		}
	};
	const isHttpsOnly = true;

	it('is refused with what to do, and without its path', () => {
		const said = check('http://192.168.1.5:5678/webhook/5f3c9b1e/webhook');
		expect(said).toBe(
			`Acme cannot reach this webhook, because its address is one of a private network: "http://192.168.1.5:5678" | Set n8n's N8N_WEBHOOK_URL (WEBHOOK_URL in an older n8n) to the address at which the internet reaches n8n: that of your reverse proxy, or of a tunnel while you try it out. Then restart n8n. If a relay forwards deliveries to that address, switch on 'Allow Private Address' under 'Options'.`,
		);
	});

	it.each([
		['where a relay forwards', { isPrivateFine: true }],
		['for a vendor on this machine', { isTestSystem: true }],
		[
			'for one that delivers by https only, and is on this machine',
			{ isTestSystem: true, isHttpsOnly },
		],
	])('is fine %s', (_, rules) => expect(check('http://localhost:5678/x', rules)).toBe('fine'));

	it('by http is refused where the vendor refuses it, relay or not', () => {
		const url = 'http://n8n.example.com/x';
		expect(check(url)).toBe('fine');
		for (const isPrivateFine of [false, true]) {
			expect(check(url, { isHttpsOnly, isPrivateFine })).toMatch(
				/^Acme delivers to https addresses only, and this webhook's is at "http:\/\/n8n.example.com" \| .* It has to begin with https\.$/,
			);
		}
		expect(check('https://n8n.example.com/x', { isHttpsOnly })).toBe('fine');
	});
});
