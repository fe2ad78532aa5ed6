import type { IDataObject, IHttpRequestOptions, INodeType } from 'n8n-workflow';

import { startSandbox, type RecordedRequest, type Sandbox } from '../../sandbox';
import { anyNode, type OlderOptions } from '../../support/anyNode';
import { CREDENTIALS, NODES } from '../../support/catalogue';
import type { CredentialStore } from '../../support/credentials';
import { runNode } from '../../support/engine';
import { VENDOR_FILES, type CredentialType } from '../../support/vendorFile';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());
beforeEach(() => sandbox.reset());

/** One endpoint of each credential, as somebody would call it where this package has no operation. */
const CALLS = Object.fromEntries(
	VENDOR_FILES.flatMap(({ vendor, credentials }) =>
		Object.entries(credentials).map(([type, { call, added, expected }]) => [
			type,
			{ vendor, ...call, added, expected },
		]),
	),
);

const TYPES = CREDENTIALS.map(({ name }) => name as CredentialType);

async function callOnce(type: CredentialType, node: INodeType): Promise<RecordedRequest> {
	const credentials: CredentialStore = { [type]: { ...sandbox.credentials[type] } };
	const { error } = await runNode({ node, parameters: {}, credentials });
	expect(error).toBeUndefined();
	const { vendor, path } = CALLS[type];
	const calls = sandbox.requests(vendor).filter((request) => request.path === path);
	expect(calls).toHaveLength(1);
	return calls[0];
}

it('each credential of the package has its call here', () => {
	expect(Object.keys(CALLS).sort()).toEqual([...TYPES].sort());
});

describe.each(TYPES)("n8n's HTTP Request node with %s", (type) => {
	const { vendor, method, path, body, added, expected } = CALLS[type];
	const wanted = (): unknown =>
		expected instanceof RegExp
			? expect.stringMatching(expected)
			: expected(sandbox.credentials[type] as IDataObject);

	it('is signed in by its present helper', async () => {
		const node = anyNode(async (context) => {
			const options: IHttpRequestOptions = {
				method,
				url: `${sandbox.url(vendor)}${path}`,
				body,
				json: true,
			};
			return await context.helpers.httpRequestWithAuthentication.call(context, type, options);
		});
		const request = await callOnce(type, node);
		expect(request.status).toBeLessThan(300);
		expect(added(request)).toEqual(wanted());
	});

	it('is signed in by the older helper, which that node uses', async () => {
		const node = anyNode(async (context) => {
			const options: OlderOptions = {
				method,
				uri: `${sandbox.url(vendor)}${path}`,
				json: true,
				...(body ? { body } : {}),
			};
			return await context.helpers.requestWithAuthentication.call(context, type, options);
		});
		const request = await callOnce(type, node);
		expect(request.status).toBeLessThan(300);
		expect(added(request)).toEqual(wanted());
	});
});

describe.each(NODES.map(({ folder, node }) => ({ folder, node })))(
	"'Custom API Call' in the menus of $folder",
	({ node }) => {
		const [resource] = node.description.properties.filter(({ name }) => name === 'resource');

		it.each([
			['resource', { resource: '__CUSTOM_API_CALL__' }],
			['operation', { resource: String(resource.default), operation: '__CUSTOM_API_CALL__' }],
		])('chosen as %s says what to use instead', async (_, parameters) => {
			const offered = (node.description.credentials ?? []).map(({ name }) => name);
			const credentials = Object.fromEntries(
				offered.map((name) => [name, { ...sandbox.credentials[name as CredentialType] }]),
			);
			const { error } = await runNode({ node, parameters, credentials });
			expect(error).toMatchObject({
				name: 'NodeOperationError',
				message: 'A custom API call is not made with this node',
			});
			expect(error?.description).toContain(
				"Use n8n's HTTP Request node with 'Predefined Credential Type'",
			);
			expect(sandbox.requests()).toEqual([]);
		});
	},
);
