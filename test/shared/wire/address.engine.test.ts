import { startSandbox, type Sandbox } from '../../sandbox';
import { REFUSED, SECRET } from '../../support/addresses';
import { CREDENTIALS, NODES } from '../../support/catalogue';
import { sendTestRequest } from '../../support/credentialTest';
import { runNode } from '../../support/engine';
import { VENDOR_FILES, type CredentialType } from '../../support/vendorFile';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());
beforeEach(() => sandbox.reset());

/** What each vendor says about its credentials, by type. */
const KNOWN = new Map(
	VENDOR_FILES.flatMap(({ vendor, credentials }) =>
		Object.entries(credentials).map(([type, { parameters }]) => [type, { vendor, parameters }]),
	),
);
const known = (type: string) => {
	const found = KNOWN.get(type);
	if (!found) throw new TypeError(`test/<Vendor>/vendor.ts has no credential ${type}`);
	return found;
};

const types = CREDENTIALS.map(
	(credential) => [credential.name as CredentialType, credential] as const,
);

function credentialOf(type: CredentialType, address: (port: string) => string) {
	const own = address(new URL(sandbox.url(known(type).vendor)).port);
	return {
		[type]: { ...sandbox.credentials[type], baseUrl: own, sessionToken: '', region: 'custom' },
	};
}

describe.each(types)('%s', (type, credential) => {
	it.each(REFUSED)(
		'its test sends nothing to an address that the node refuses: %s',
		async (_, address) => {
			const failure = await sendTestRequest(credential, credentialOf(type, address)).then(
				() => 'sent',
				(error: unknown) => error,
			);
			expect(failure).toBeInstanceOf(Error);
			const asked = sandbox.requests().filter(({ path }) => path !== '/oauth/token');
			expect(asked).toEqual([]);
			const { message, description } = failure as { message: string; description?: string };
			expect(`${message} ${description ?? ''}`).not.toContain(SECRET);
		},
	);

	it.each(REFUSED)('the node says what is wrong without showing it: %s', async (_, address) => {
		const entry = NODES.find(({ node }) =>
			node.description.credentials?.some(({ name }) => name === type),
		);
		if (!entry) throw new TypeError(type);
		const { error, items } = await runNode({
			node: entry.node,
			parameters: known(type).parameters as never,
			credentials: credentialOf(type, address),
		});
		expect(items).toEqual([]);
		expect(error?.message).toContain("'Base URL' in the credential");
		expect(JSON.stringify([error, error?.description])).not.toContain(SECRET);
		expect(sandbox.requests()).toEqual([]);
	});

	it('its test works with the address of this machine', async () => {
		for (const host of ['127.0.0.1', 'localhost']) {
			const given = credentialOf(type, (port) => `http://${host}:${port}/`);
			await expect(sendTestRequest(credential, given)).resolves.toBeDefined();
		}
	});

	it('its test does not follow a redirect', async () => {
		const elsewhere = await startSandbox();
		const vendor = known(type).vendor;
		const given = credentialOf(type, (port) => `http://127.0.0.1:${port}`);
		const Location = `${elsewhere.url(vendor)}/anywhere`;
		sandbox.fault(vendor, {
			path: /^(?!\/o(auth)?\/token)/,
			times: Infinity,
			status: 307,
			headers: { Location },
			body: '',
		});
		await expect(sendTestRequest(credential, given)).rejects.toThrow();
		expect(elsewhere.requests()).toEqual([]);
		await elsewhere.stop();
	});
});
