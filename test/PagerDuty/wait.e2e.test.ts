import express from 'express';
import type { IDataObject } from 'n8n-workflow';

import { askingHost, visit } from '../host/asking';
import { QUICK_MINUTES } from '../host/quick';
import { startScriptedModel } from '../host/scripted-model';
import { until } from '../host/rest-session';
import { linkIn } from '../support/waiting';
import { listen } from '../support/listen';
import { atPagerDuty } from './pastN8n';
import { vendor } from './vendor';

/** The examples of "Page and Wait for Answer" in a real n8n. */
const on = askingHost(vendor, QUICK_MINUTES);

beforeAll(async () => await on.open(), 600_000);
afterAll(async () => await on.close(), 60_000);

const limit = (amount: number) => ({ limitWaitTime: { values: { amount, unit: 'minutes' } } });
const newest = () => [...on.sandbox.state('pagerDuty').incidents.values()].slice(-1)[0];

describe('pagerduty-ask-then-escalate', () => {
	const imported = async (amount = 10) =>
		await on.example('pagerduty-ask-then-escalate', (nodes) => {
			nodes['Ask the On-Call'].parameters.options = limit(amount);
		});

	it('goes on with what was approved', async () => {
		const { execution, link } = await on.start(await imported());
		await visit(link, { decision: 'approve' });
		const { status, nodes } = await on.rest.execution(execution);
		expect([status, Object.keys(nodes).slice(-1)]).toEqual(['success', ['Fail Over']]);
	});

	it('leaves what was declined', async () => {
		const { execution, link } = await on.start(await imported());
		await visit(link, { decision: 'decline' });
		const { status, nodes } = await on.rest.execution(execution);
		expect([status, Object.keys(nodes).slice(-1)]).toEqual(['success', ['Leave It']]);
	});

	it('escalates what nobody answers', async () => {
		const { execution } = await on.start(await imported(1));
		const { status, nodes } = await on.rest.execution(execution);
		expect([status, Object.keys(nodes).slice(-1)]).toEqual(['success', ['Escalate']]);
		const [put] = on.sandbox
			.requests('pagerDuty')
			.filter(({ method }) => method === 'PUT')
			.slice(-1);
		expect([put.path, put.body]).toEqual([
			`/incidents/${newest().id}`,
			{ incident: { type: 'incident_reference', escalation_level: 2 } },
		]);
	});
});

describe('pagerduty-tell-waiting-workflow', () => {
	let companion: string;
	beforeAll(async () => {
		companion = await on.example('pagerduty-tell-waiting-workflow');
		await on.rest.activate(companion);
	}, 60_000);
	afterAll(async () => await on.rest.deactivate(companion));

	it.each(['acknowledged', 'resolved'])(
		'a workflow goes on when its incident is %s',
		async (status) => {
			const workflow = await on.example('pagerduty-ask-then-escalate');
			const { execution } = await on.start(workflow);
			const { id } = newest();
			await atPagerDuty(on.sandbox, 'PUT', `/incidents/${id}`, {
				incident: { type: 'incident_reference', status },
			});
			const run = await on.rest.execution(execution);
			expect([run.status, Object.keys(run.nodes).slice(-1)]).toEqual(['success', ['Leave It']]);
			const [[{ json }]] = run.nodes['Ask the On-Call'].items;
			expect(json).toMatchObject({
				data: { outcome: status, approved: null, via: 'vendor', by: expect.any(String) },
				incident: { id, status },
			});
		},
	);

	it('leaves an incident alone that asks nothing', async () => {
		const before = await on.rest.countExecutions(companion);
		const { incident } = (await atPagerDuty(on.sandbox, 'POST', '/incidents', {
			incident: {
				type: 'incident',
				title: 'Nothing asked',
				service: { id: 'PH38B7P', type: 'service_reference' },
			},
		})) as { incident: { id: string } };
		await atPagerDuty(on.sandbox, 'PUT', `/incidents/${incident.id}`, {
			incident: { type: 'incident_reference', status: 'resolved' },
		});
		const runs = await on.rest.finishedExecutions(companion, before + 1);
		const [[{ json }]] = runs[before].nodes['Continue Waiting Workflow'].items;
		expect(json).toMatchObject({ continued: false, reason: 'noQuestion' });
	});
});

describe('pagerduty-ask-before-restart', () => {
	/** What n8n fills in where nobody writes a message. */
	const OF_N8N =
		'=The agent wants to run this tool: {{ $tool.name }}\n\nInput:\n{{ $tool.parameters }}';
	const CALL = { toolParameters: { service: 'checkout-1 "<b>"' }, hitlParameters: {} };
	const restarted: unknown[] = [];
	let deploy: Awaited<ReturnType<typeof listen>>;
	let model: Awaited<ReturnType<typeof startScriptedModel>>;

	beforeAll(async () => {
		const app = express();
		app.use(express.json());
		app.post('/restart', (request, response) => {
			restarted.push(request.body);
			response.json({ restarted: true });
		});
		deploy = await listen(app);
	});
	beforeEach(async () => {
		restarted.length = 0;
		model = await startScriptedModel(CALL);
	});
	afterEach(async () => await model?.stop());
	afterAll(async () => await deploy?.close());

	/** Runs the agent until it waits for a person. */
	async function asked(options = {}, parameters = {}) {
		const workflow = await on.example(
			'pagerduty-ask-before-restart',
			(nodes) => {
				nodes['Restart Service'].parameters.url = `${deploy.origin}/restart`;
				const { parameters: form } = nodes['Ask the On-Call'];
				Object.assign(form, parameters);
				Object.assign(form.options as object, options);
			},
			{ openAiApi: { apiKey: 'none', url: model.url } },
		);
		return await on.start(workflow);
	}

	/** What the model was told about its tool, and what it made of it. */
	async function end(execution: string) {
		const { status, nodes, error } = await on.rest.execution(execution);
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		const { messages } = model.requests[model.requests.length - 1] as {
			messages: Array<{ role: string; content: unknown }>;
		};
		const told = messages
			.filter(({ role }) => role === 'tool')
			.map(({ content }) => JSON.stringify(content));
		return { told, output: nodes.Agent.items[0][0].json.output as string };
	}

	it('says on the page which tool wants to run with which parameters, and runs it when approved', async () => {
		const { execution, link } = await asked();
		const { text } = await visit(link);
		expect(text).toContain('An agent wants to run');
		expect(text).toContain('<strong>Restart_Service</strong>');
		expect(text).toContain('&quot;service&quot;: &quot;checkout-1 \\&quot;&lt;b&gt;\\&quot;&quot;');
		expect(newest().body?.details).toContain('"service": "checkout-1 \\"<b>\\""');
		expect(restarted).toEqual([]);
		await visit(link, { decision: 'approve', text: 'Go' });
		const { told } = await end(execution);
		expect(restarted).toEqual([{ service: 'checkout-1 "<b>"' }]);
		expect(told.join()).toContain('restarted');
		await until('closed', async () => newest().status === 'resolved' || undefined);
	});

	it.each([
		['', 'User rejected the tool call'],
		['Use the second one', 'provided feedback: '],
	])('does not run what was declined, and gives the comment back: "%s"', async (text, said) => {
		const { execution, link } = await asked({}, { message: OF_N8N });
		const page = await visit(link);
		expect(page.text).toContain('The agent wants to run this tool: Restart_Service');
		expect(page.text).not.toContain('[object Object]');
		await visit(link, { decision: 'decline', text });
		const { told } = await end(execution);
		expect(told.join()).toContain(said);
		expect(told.join()).toContain(text);
		expect(restarted).toEqual([]);
	});

	it('asks anew for each use, with an incident and a link of its own', async () => {
		await model.stop();
		model = await startScriptedModel(CALL, 2);
		const { execution, link } = await asked();
		const before = on.texts().length;
		await visit(link, { decision: 'approve' });
		await until('it asks again', async () => on.texts().length > before || undefined);
		await on.waits(execution);
		const second = linkIn(on.texts().slice(-1)[0]);
		expect((await visit(link, { decision: 'approve' })).status).toBe(410);
		expect(restarted).toHaveLength(1);
		await visit(second, { decision: 'approve' });
		await end(execution);
		expect(restarted).toHaveLength(2);
	});

	it('is asked by the agent itself, where the operation is its tool', async () => {
		await model.stop();
		model = await startScriptedModel({ Question: 'May I restart checkout-1?' });
		const workflow = await on.example(
			'pagerduty-ask-before-restart',
			(nodes) => {
				const ask = nodes['Ask the On-Call'] as unknown as IDataObject;
				ask.type = String(ask.type).replace('HitlTool', 'Tool');
				const { parameters: form } = nodes['Ask the On-Call'];
				form.message = "={{ $fromAI('Question', 'What to ask', 'string') }}";
				// Without the tool that would be reviewed.
				(nodes['Restart Service'] as unknown as IDataObject).disabled = true;
			},
			{ openAiApi: { apiKey: 'none', url: model.url } },
		);
		const { execution, link } = await on.start(workflow);
		expect((await visit(link)).text).toContain('May I restart checkout-1?');
		await visit(link, { decision: 'approve', text: 'Go' });
		const { told } = await end(execution);
		expect(told.join()).toMatch(/approved.{1,5}:true/);
	});

	it('does not run what nobody has answered', async () => {
		const { execution } = await asked(limit(1));
		const { told } = await end(execution);
		expect(told.join()).toContain('Nobody answered in time');
		expect(restarted).toEqual([]);
	});
});
