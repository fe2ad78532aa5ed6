import type { Sandbox } from '../sandbox';
import { openDemo } from '../host/demo-session';
import { startScriptedModel } from '../host/scripted-model';

type Demo = Awaited<ReturnType<typeof openDemo>>;

const PACKAGE = 'n8n-nodes-incident-ops';
const CHECKOUT = 'PH38B7P';

let demo: Demo;
let sandbox: Sandbox;
let model: Awaited<ReturnType<typeof startScriptedModel>>;

beforeAll(async () => {
	demo = await openDemo({ example: 'first-incidents.json', log: () => undefined });
	sandbox = demo.sandbox as unknown as Sandbox;
	model = await startScriptedModel({
		Title: 'Checkout antwortet mit 502 🚲',
		Details: 'Error rate 41 % since 03:00',
	});
}, 600_000);

afterAll(async () => {
	await model?.stop();
	await demo?.stop();
}, 60_000);

/** An agent with one tool: our node, whose title and details the agent fills in. */
async function workflowOfAgent() {
	const { rest } = demo.host;
	const openAi = await rest.createCredential('Scripted model', 'openAiApi', {
		apiKey: 'none',
		url: model.url,
	});
	const pagerDuty = await rest.createCredential(
		'PagerDuty',
		'pagerDutyIncidentsApi',
		sandbox.credentials.pagerDutyIncidentsApi,
	);
	const main = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return await rest.createWorkflow({
		name: 'An agent raises an incident',
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Agent',
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: 3.1,
				parameters: {
					promptType: 'define',
					text: 'The checkout is down. Raise an incident.',
					options: { enableStreaming: false },
				},
			},
			{
				name: 'Model',
				type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
				typeVersion: 1.3,
				parameters: {
					model: { __rl: true, mode: 'id', value: 'scripted' },
					responsesApiEnabled: false,
					options: { maxRetries: 0 },
				},
				credentials: { openAiApi: openAi },
			},
			{
				name: 'Raise Incident',
				type: `${PACKAGE}.pagerDutyIncidentsTool`,
				parameters: {
					resource: 'incident',
					operation: 'create',
					title: "={{ $fromAI('Title', 'What is wrong, in one line', 'string') }}",
					serviceId: { __rl: true, mode: 'id', value: CHECKOUT },
					additionalFields: { body: "={{ $fromAI('Details', 'What is known so far', 'string') }}" },
				},
				credentials: { pagerDutyIncidentsApi: pagerDuty },
			},
		],
		connections: {
			Start: main('Agent'),
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			'Raise Incident': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	});
}

it('an agent is offered the node, and its call creates the incident', async () => {
	const workflow = await workflowOfAgent();
	sandbox.clearRequests();
	const { status, nodes } = await demo.host.rest.runToEnd(workflow.id, 'Start', {
		timeoutMs: 60_000,
	});
	expect(nodes.Agent?.error).toBeUndefined();
	expect(status).toBe('success');

	const [{ tools }] = model.requests;
	expect(tools).toHaveLength(1);
	expect(tools[0].function).toMatchObject({
		name: 'Raise_Incident',
		description: expect.stringContaining('incident'),
		parameters: { required: ['Title', 'Details'] },
	});

	const posts = sandbox.requests('pagerDuty').filter(({ method }) => method === 'POST');
	expect(posts.map(({ path, body }) => [path, body])).toEqual([
		[
			'/incidents',
			{
				incident: expect.objectContaining({
					title: 'Checkout antwortet mit 502 🚲',
					service: { id: CHECKOUT, type: 'service_reference' },
					body: { type: 'incident_body', details: 'Error rate 41 % since 03:00' },
				}),
			},
		],
	]);
	const created = [...sandbox.state('pagerDuty').incidents.values()].find(
		({ title }) => title === 'Checkout antwortet mit 502 🚲',
	);
	// What the agent was told is what the node puts out.
	const answered = model.requests[1].messages.find(({ role }: { role: string }) => role === 'tool');
	expect(JSON.stringify(answered.content)).toContain(String(created?.id));
	expect(JSON.stringify(answered.content)).toContain('triggered');
}, 120_000);
