import type { INodeParameters } from 'n8n-workflow';

import { BleemeoTrigger } from '../../../nodes/Bleemeo/BleemeoTrigger.node';
import { searchList } from '../../support/lookup';
import { byId, suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';
import { company, withToken } from '../sandbox';

const node = new BleemeoTrigger();
const on = suite('bleemeo', 'bleemeoApi', node);
const webhookToken = 'k3Jx-9_Qw.Zr~7TbMn2LpV4s';
const withForm = (more: { options?: object } | object = {}): INodeParameters => ({
	webhookToken,
	simplify: true,
	...more,
	// n8n is on this machine here.
	options: { allowPrivateAddress: true, ...('options' in more ? more.options : {}) },
});

let host: TriggerHost;
/** Without any credential, as most will use it. */
beforeEach(async () => {
	host = await TriggerHost.start({ node, credentials: {}, parameters: withForm() });
});
afterEach(async () => await host.stop());

/** What is kept in the workflow, and how much was asked of Bleemeo. */
const traces = () => [host.staticData, on.requests().length];

describe('there is nothing to register, and nothing left behind', () => {
	it('published, again, after a restart, renamed, taken offline', async () => {
		expect(await host.activate()).toBe(false);
		expect(await host.activate()).toBe(false);
		const { staticData } = host;
		await host.stop();
		host = await TriggerHost.start({ node, credentials: {}, parameters: withForm() });
		host.staticData = staticData;
		expect(await host.activate()).toBe(false);
		host.change({ name: 'Renamed' });
		expect(await host.activate()).toBe(false);
		await host.deactivate();
		await host.deactivate();
		expect(traces()).toEqual([{ 'node:Renamed': {} }, 0]);
	});

	it('while Bleemeo is down', async () => {
		on.sandbox.fault('bleemeo', { status: 503, times: Infinity });
		host.change({
			credentials: withToken(on).credentials,
			parameters: withForm({ options: { addNames: true } }),
		});
		expect(await host.activate()).toBe(false);
		await host.deactivate();
		expect(traces()).toEqual([{ 'node:Trigger': {} }, 0]);
	});

	it('at an address of this machine, where Bleemeo is a test system on it, too', async () => {
		host.change({
			credentials: withToken(on).credentials,
			parameters: withForm({ options: { allowPrivateAddress: false } }),
		});
		expect(await host.activate()).toBe(false);
	});

	it('create does the same, where n8n calls it', async () => {
		expect(await host.hook('create')).toBe(true);
		expect(traces()).toEqual([{ 'node:Trigger': {} }, 0]);
	});
});

describe('publishing is refused, with what to do,', () => {
	const REPAIR = {
		token: "then enter the new address under 'Webhook URLs' in Bleemeo's panel",
		credential: "Choose a credential 'Bleemeo API' at the top of the node",
	};

	it.each<[string, object, string, string]>([
		['without a token', { webhookToken: '' }, "'Webhook Token' is empty", 'Fill it in'],
		[
			'with a short one',
			{ webhookToken: 'short-secret' },
			"'Webhook Token' is too short to be safe",
			REPAIR.token,
		],
		[
			'with one that an address changes',
			{ webhookToken: 'with spaces and & signs' },
			"'Webhook Token' has characters that change in an address",
			REPAIR.token,
		],
		[
			'with an expression, which n8n cannot work out for the address',
			{ webhookToken: '={{ $vars.bleemeoWebhookToken }}' },
			"'Webhook Token' has characters that change in an address",
			REPAIR.token,
		],
		[
			'with a filter that is none',
			{ filters: { statuses: ['purple'] } },
			`'Statuses' cannot be "purple"`,
			'Use one of',
		],
		[
			'with a name in place of an ID',
			{ filters: { agentIds: { values: [{ agentId: byId('web-1') }] } } },
			`'Agent' is not an ID: "web-1"`,
			'2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
		],
		[
			"with 'Add Names' and no credential",
			{ options: { addNames: true } },
			"'Add Names' looks names up at Bleemeo, and no credential 'Bleemeo API' is chosen",
			REPAIR.credential,
		],
		[
			'at an address that Bleemeo cannot reach',
			{ options: { allowPrivateAddress: false } },
			'Bleemeo cannot reach this webhook, because its address is one of a private network: "http://127.0.0.1:',
			"switch on 'Allow Private Address' under 'Options'",
		],
	])('%s', async (_, more, message, advice) => {
		host.change({ parameters: withForm(more) });
		const failure: unknown = await host.activate().catch((error: unknown) => error);
		expect(failure).toMatchObject({
			name: 'NodeOperationError',
			// n8n shows the message alone when a publication has failed.
			message: expect.stringMatching(/^.*\. [A-Z]/),
			description: expect.stringContaining(advice),
		});
		expect((failure as Error).message).toContain(message);
		expect((failure as Error).message).toContain(advice);
		const shown = failure as { message: string; description: string; stack?: string };
		const all = `${shown.message} ${shown.description} ${shown.stack ?? ''}`;
		expect(all).not.toMatch(/short-secret|with spaces|k3Jx/);
		await expect(host.hook('create')).rejects.toMatchObject({ message: shown.message });
		expect(traces()).toEqual([{}, 0]);
	});

	it("with 'Add Names' and a credential that is not filled in", async () => {
		host.change({
			credentials: on.credentials({ email: '' }),
			parameters: withForm({ options: { addNames: true } }),
		});
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringMatching(/^'Email' in the credential is empty\. \S/),
		});
	});
});

describe('the lists of the form', () => {
	const listed = async (filters: object) =>
		(
			await searchList(
				{ node, ...withToken(on), parameters: { filters } as INodeParameters },
				'searchMetrics',
			)
		).results.map(({ name }) => name);

	it.each([
		['the first agent', (web: string, other: string) => [web, other]],
		['the first of several in a row', (web: string, other: string) => [`${web}, ${other}`]],
	])('show the metrics of %s', async (_, rows) => {
		const { web, database } = company(on);
		const values = rows(web, database).map((id) => ({ agentId: byId(id) }));
		expect(await listed({ agentIds: { values } })).toEqual([
			'cpu_used',
			'mem_used_perc',
			'disk_used_perc (/)',
			'disk_used_perc (/var)',
		]);
		expect(on.theRequest().query).toMatchObject({ agent: web });
	});

	it.each([
		{},
		{ agentIds: {} },
		{ agentIds: { values: [] } },
		{ agentIds: { values: [{ agentId: byId('') }] } },
	])('say what to choose while no agent is chosen: %j', async (filters) => {
		await expect(listed(filters)).rejects.toMatchObject({
			message: "Add the filter 'Agents' first",
			description: "This list shows what belongs to the agent in 'Agents'.",
		});
		expect(on.requests()).toEqual([]);
	});
});

it.each([
	['Statuses', { statuses: '={{ [] }}' }],
	['Statuses', { statuses: [] }],
	['Agents', { agentIds: { values: [{ agentId: '={{ "" }}' }] } }],
])("refuses the filter '%s' that gives nothing when it is published", async (label, filters) => {
	host.change({ parameters: withForm({ filters }) });
	await expect(host.activate()).rejects.toMatchObject({
		message: expect.stringContaining(`'${label}' is a filter without a value`),
	});
	expect(on.requests()).toEqual([]);
});
