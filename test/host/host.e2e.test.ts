import { name as PACKAGE } from '../../package.json';
import type { Sandbox } from '../sandbox';
import { CREDENTIALS, NODES, TRIGGERS } from '../support/catalogue';
import { VENDOR_FILES } from '../support/vendorFile';
import { openDemo } from './demo-session';
import { readBackCreated } from './read-back';

type Demo = Awaited<ReturnType<typeof openDemo>>;

let demo: Demo;
let sandbox: Sandbox;
let credentials: { [type: string]: { id: string; name: string } };

beforeAll(async () => {
	demo = await openDemo({ example: 'first-incidents.json', log: () => undefined });
	sandbox = demo.sandbox as unknown as Sandbox;
	credentials = {};
	for (const [type, data] of Object.entries(sandbox.credentials)) {
		credentials[type] = await demo.host.rest.createCredential(`Test ${type}`, type, data);
	}
}, 600_000);

afterAll(async () => await demo?.stop(), 60_000);

describe('the example workflow', () => {
	it('creates one object at each vendor, which gives it back by ID', async () => {
		const { host, workflow } = demo;
		const execution = await host.rest.runToEnd(workflow.id, 'Start', { timeoutMs: 60_000 });
		expect(execution.status).toBe('success');
		const created = await readBackCreated({
			workflow,
			execution,
			credentials: { ...sandbox.credentials },
			packageName: PACKAGE,
		});
		expect(
			created.map(({ vendor, kind, readBack, title }) => [vendor, kind, readBack, title]),
		).toEqual(
			VENDOR_FILES.map(({ name, create }) => [
				name,
				create.resource,
				true,
				'Checkout answers with 502',
			]),
		);
		const keys = VENDOR_FILES.map(({ node }) =>
			Object.keys(execution.nodes[node.description.displayName].items[0][0].json),
		);
		for (const other of keys) expect(other).toEqual(keys[0]);
	}, 90_000);
});

describe('the package in n8n', () => {
	it('is loaded with its nodes, tool twins and credentials', async () => {
		const types: Array<{ name: string }> = await demo.host.rest.nodeTypes();
		const names = types.map(({ name }) => name).filter((name) => name.startsWith(`${PACKAGE}.`));
		const own = NODES.map(({ node }) => `${PACKAGE}.${node.description.name}`);
		const triggers = TRIGGERS.map(({ node }) => `${PACKAGE}.${node.description.name}`);
		// The second is offered between an agent and its tools.
		const tools = own.flatMap((name) => [`${name}Tool`, `${name}HitlTool`]);
		expect(names.sort()).toEqual([...own, ...tools, ...triggers].sort());
		const known: Array<{ name: string }> = await demo.host.rest.credentialTypes();
		expect(known.map(({ name }) => name)).toEqual(
			expect.arrayContaining(CREDENTIALS.map(({ name }) => name)),
		);
	});

	it('keeps the codex, so that the nodes are found by their other names', async () => {
		const types: Array<{ name: string; codex?: { alias?: string[]; resources?: object } }> =
			await demo.host.rest.nodeTypes();
		const ours = types.filter(
			({ name }) => name.startsWith(`${PACKAGE}.`) && !name.endsWith('Tool'),
		);
		for (const { codex } of ours) expect(codex?.alias).toContain('incident');
	});
});

describe.each(CREDENTIALS.map(({ name }) => name))('the test of credential %s', (type) => {
	const secrets = [
		'apiToken',
		'apiKey',
		'accessToken',
		'password',
		'integrationApiKey',
		'clientSecret',
	];

	it('succeeds', async () => {
		const result = await demo.host.rest.testCredential({ ...credentials[type], type });
		expect(result).toMatchObject({ status: 'OK' });
	});

	it('fails on a wrong token', async () => {
		const data: Record<string, unknown> = {
			...sandbox.credentials[type as keyof Sandbox['credentials']],
		};
		for (const name of secrets) if (data[name]) data[name] = 'wrong';
		const wrong = await demo.host.rest.createCredential(`Wrong ${type}`, type, data);
		const result = await demo.host.rest.testCredential(wrong, data);
		expect(result.status).toBe('Error');
		expect(result.message).toBeTruthy();
	});

	it('works with a slash at the end of the base URL', async () => {
		const data: Record<string, unknown> = {
			...sandbox.credentials[type as keyof Sandbox['credentials']],
		};
		data.baseUrl = `${String(data.baseUrl)}/`;
		const slash = await demo.host.rest.createCredential(`Slash ${type}`, type, data);
		expect(await demo.host.rest.testCredential(slash, data)).toMatchObject({ status: 'OK' });
	});
});

describe('lists in the form', () => {
	it.each(VENDOR_FILES)('$name: $search', async (one) => {
		const { node, credential, search, searchField, searchFinds } = one;
		const { results } = await demo.host.rest.resourceLocator({
			nodeType: `${PACKAGE}.${node.description.name}`,
			path: `parameters.${searchField}`,
			methodName: search,
			// The editor sends the whole form; what stands here decides which credential n8n offers.
			parameters: { authentication: 'apiToken', resource: one.create.resource },
			credential: { ...credentials[credential], type: credential },
			filter: '',
		});
		expect(results.length).toBeGreaterThan(1);
		expect(results.map((result: { name: string }) => result.name)).toContain(searchFinds);
	});
});
