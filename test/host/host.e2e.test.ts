import type { Sandbox } from '../sandbox';
import { expireTokens } from '../sandbox/pagerduty/identity/seed';
import { CREDENTIALS, NODES, TRIGGERS } from '../support/catalogue';
import { VENDOR_FILES } from '../support/vendorFile';
import { openDemo } from './demo-session';
import { readBackCreated } from './read-back';

type Demo = Awaited<ReturnType<typeof openDemo>>;

const PACKAGE = 'n8n-nodes-incident-ops';

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

/** A workflow of a manual trigger, items, and one node of ours. */
async function workflowWith(type: string, parameters: object, items: object[], more: object = {}) {
	const node = NODES.find((entry) => entry.node.description.name === type)?.node;
	const [{ name: credential }] = node?.description.credentials ?? [{ name: '' }];
	return await demo.host.rest.createWorkflow({
		name: `Test ${type}`,
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Items',
				type: 'n8n-nodes-base.code',
				typeVersion: 2,
				parameters: { jsCode: `return ${JSON.stringify(items)}.map((json) => ({ json }));` },
			},
			{
				name: 'Ours',
				type: `${PACKAGE}.${type}`,
				parameters,
				credentials: { [credential]: credentials[credential] },
				...more,
			},
		],
		connections: {
			Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: 'Ours', type: 'main', index: 0 }]] },
		},
	});
}

describe('the example workflow', () => {
	it('creates one event and three incidents that the vendors give back by ID', async () => {
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
		).toEqual([
			['Bleemeo', 'event', true, 'Checkout answers with 502'],
			['DevHelm', 'incident', true, 'Checkout answers with 502'],
			['DevRev', 'incident', true, 'Checkout answers with 502'],
			['PagerDuty', 'incident', true, 'Checkout answers with 502'],
		]);
		const keys = ['Bleemeo', 'DevHelm', 'DevRev', 'PagerDuty Incidents'].map((name) =>
			Object.keys(execution.nodes[name].items[0][0].json),
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
		const tools = own.map((name) => `${name}Tool`);
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
			parameters: { authentication: 'apiToken' },
			credential: { ...credentials[credential], type: credential },
			filter: '',
		});
		expect(results.length).toBeGreaterThan(1);
		expect(results.map((result: { name: string }) => result.name)).toContain(searchFinds);
	});
});

describe('a run', () => {
	const create = {
		resource: 'incident',
		operation: 'create',
		title: '={{ $json.title }}',
		serviceId: { __rl: true, mode: 'id', value: 'PH38B7P' },
	};

	it('sends the failed item to the error branch, and does the others', async () => {
		const items = [{ title: 'First' }, { title: '' }, { title: 'Third' }];
		const workflow = await workflowWith('pagerDutyIncidents', create, items, {
			onError: 'continueErrorOutput',
		});
		const { status, nodes } = await demo.host.rest.runToEnd(workflow.id, 'Start');
		const [done, failed] = nodes.Ours.items;
		expect(status).toBe('success');
		expect(done.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual([
			['First', { item: 0 }],
			['Third', { item: 2 }],
		]);
		expect(failed.map(({ json }) => json.error)).toEqual([
			expect.stringContaining("'Title' is empty (item 1, counted from 0)"),
		]);
	});

	it('shows what happened and what to do when it fails', async () => {
		sandbox.fault('pagerDuty', {
			path: '/incidents',
			status: 403,
			body: { error: { message: 'Access Denied', code: 2010 } },
		});
		const workflow = await workflowWith('pagerDutyIncidents', create, [{ title: 'Refused' }]);
		const { status, nodes } = await demo.host.rest.runToEnd(workflow.id, 'Start');
		expect(status).toBe('error');
		expect(nodes.Ours.error).toMatchObject({
			message: "PagerDuty refused 'Create incident' (item 0): Access Denied",
			description: expect.stringContaining('The key is valid but lacks the right'),
		});
	});

	it('triggers a PagerDuty event with an integration key', async () => {
		const parameters = {
			resource: 'event',
			operation: 'trigger',
			summary: 'Checkout answers with 502',
			source: 'n8n',
			severity: 'error',
			additionalFields: { dedupKey: 'host-test' },
		};
		const workflow = await workflowWith('pagerDutyIncidents', parameters, [{}], {
			credentials: { pagerDutyEventsApi: credentials.pagerDutyEventsApi },
		});
		const { status, nodes } = await demo.host.rest.runToEnd(workflow.id, 'Start');
		expect(status).toBe('success');
		expect(nodes.Ours.items[0][0].json).toMatchObject({ id: 'host-test', status: 'triggered' });
		const alerts = [...sandbox.state('pagerDuty').details.alerts.values()];
		expect(alerts.map(({ alert_key }) => alert_key)).toContain('host-test');
	});

	it('gets a new PagerDuty app token when the old one has ended', async () => {
		const parameters = {
			authentication: 'oAuth2',
			resource: 'service',
			operation: 'getAll',
			limit: 1,
		};
		const workflow = await workflowWith('pagerDutyIncidents', parameters, [{}], {
			credentials: { pagerDutyIncidentsOAuth2Api: credentials.pagerDutyIncidentsOAuth2Api },
		});
		const first = await demo.host.rest.runToEnd(workflow.id, 'Start');
		expireTokens(sandbox.state('pagerDuty'));
		sandbox.clearRequests();
		const second = await demo.host.rest.runToEnd(workflow.id, 'Start');
		expect([first.status, second.status]).toEqual(['success', 'success']);
		expect(sandbox.requests('pagerDuty').map(({ path, status }) => [path, status])).toEqual([
			['/services', 401],
			['/oauth/token', 200],
			['/services', 200],
		]);
	});

	it('gets a new Bleemeo token when the old one has expired', async () => {
		sandbox.api('bleemeo').expireTokens();
		const parameters = { resource: 'event', operation: 'getAll', limit: 1 };
		const workflow = await workflowWith('bleemeo', parameters, [{}]);
		const first = await demo.host.rest.runToEnd(workflow.id, 'Start');
		sandbox.api('bleemeo').expireTokens();
		sandbox.clearRequests();
		const second = await demo.host.rest.runToEnd(workflow.id, 'Start');
		expect([first.status, second.status]).toEqual(['success', 'success']);
		expect(sandbox.requests('bleemeo').map(({ path, status }) => [path, status])).toEqual([
			['/v1/event/', 401],
			['/o/token/', 200],
			['/v1/event/', 200],
		]);
	});
});
