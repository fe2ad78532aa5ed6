'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { repositoryRoot } = require('./cache');
const { demand, PACKAGE, runNode } = require('./check-node');
const { fillIn } = require('./examples');
const { until } = require('./rest-session');
const { startScriptedModel } = require('./scripted-model');

/** @typedef {import('./version-checks').Place} Place */
/** @typedef {import('./version-checks').Check} Check */

/** What the package does as a whole, for every n8n that `npm run test:versions` tries. */

const EXAMPLES = path.join(repositoryRoot, 'examples');

/** @param {string} file @returns {any} */
const example = (file) => JSON.parse(fs.readFileSync(path.join(EXAMPLES, file), 'utf8'));

const LIVES = fs.readdirSync(EXAMPLES).filter((file) => file.startsWith('life-'));

/** Names of keys with what kind of value each has, in any depth. @param {any} value @returns {any} */
function shapeOf(value) {
	if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
	if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
}

/** An example from its start to its end. @param {Place} place @param {string} file */
async function runExample({ host, sandbox }, file) {
	const workflow = example(file);
	await fillIn(host.rest, workflow, { ...sandbox.credentials });
	const { id } = await host.rest.createWorkflow(workflow);
	const execution = await host.rest.runToEnd(id, 'Start', { timeoutMs: 60_000 });
	demand(execution.status === 'success', `${file} runs`, execution.error?.message);
	const ours = workflow.nodes.filter((/** @type {any} */ { type }) => type.startsWith(PACKAGE));
	const items = ours.map((/** @type {any} */ { name }) => [
		name,
		execution.nodes[name]?.items[0].map(({ json }) => json),
	]);
	return Object.fromEntries(items);
}

/** The examples without a trigger, with what each of their nodes puts out. @param {Place} place */
async function lives(place) {
	/** @type {Record<string, object>} */
	const shapes = {};
	for (const file of ['first-incidents.json', ...LIVES]) {
		shapes[file] = shapeOf(await runExample(place, file));
	}
	return { said: `${Object.keys(shapes).length} examples`, shape: shapes };
}

/** @param {Place} place */
async function limited(place) {
	const { sandbox } = place;
	const rule = {
		method: 'POST',
		path: '/incidents',
		status: 429,
		headers: { 'ratelimit-reset': '1' },
	};
	sandbox.fault('pagerDuty', rule);
	const { execution } = await runNode(place, {
		type: 'pagerDutyIncidents',
		credential: 'pagerDutyIncidentsApi',
		parameters: {
			resource: 'incident',
			operation: 'create',
			title: 'Limited once',
			serviceId: { __rl: true, mode: 'id', value: 'PH38B7P' },
		},
	});
	const made = [...sandbox.state('pagerDuty').incidents.values()].filter(
		({ title }) => title === 'Limited once',
	);
	demand(execution.status === 'success' && made.length === 1, 'waits, then one is made', made);
}

/** @param {Place} place */
async function returnAll(place) {
	const { sandbox } = place;
	sandbox.api('pagerDuty').seedMany(250);
	const { execution } = await runNode(place, {
		type: 'pagerDutyIncidents',
		credential: 'pagerDutyIncidentsApi',
		parameters: {
			resource: 'incident',
			operation: 'getAll',
			returnAll: true,
			filters: { dateRange: 'all' },
		},
	});
	const ids = execution.nodes.Ours.items[0].map(({ json }) => json.id);
	const { size } = sandbox.state('pagerDuty').incidents;
	demand(ids.length === size && new Set(ids).size === size, `all ${size}, each once`, ids.length);
	return { said: `${size} over ${sandbox.requests('pagerDuty').length} pages` };
}

/** A delivery that comes again while the first is known starts nothing. @param {Place} place */
async function repeated({ host, sandbox }) {
	const workflow = example('devhelm-to-devrev.json');
	await fillIn(host.rest, workflow, { ...sandbox.credentials });
	const saved = await host.rest.createWorkflow(workflow);
	await host.rest.activate(saved.id);
	const { baseUrl, apiKey } = sandbox.credentials.devHelmApi;
	const made = await fetch(`${baseUrl}/api/v1/incidents`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({ title: 'Shop is down', severity: 'DOWN' }),
	});
	demand(made.status === 201, 'the vendor opens an incident', made.status);
	const [run] = await host.rest.finishedExecutions(saved.id, 1, { timeoutMs: 60_000 });
	const shape = shapeOf(Object.values(run.nodes).map(({ items }) => items[0]?.[0]?.json));
	const { deliveries } = sandbox.api('devHelm');
	await deliveries.idle();
	const [{ url, headers, body }] = deliveries.sent;
	const { statuses } = await deliveries.send({ url, headers, body });
	demand(statuses.join() === '200', 'the copy is answered with 200', statuses);
	const copies = [...sandbox.state('devRev').incidents.values()].filter(
		({ title }) => title === 'Shop is down',
	);
	await host.rest.deactivate(saved.id);
	await until('no subscription', async () =>
		sandbox.state('devHelm').webhooks.size === 0 ? true : undefined,
	);
	demand(copies.length === 1, 'one incident at the other vendor', copies.length);
	return { shape };
}

/** @param {Place} place */
async function polled({ host, sandbox }) {
	const workflow = example('bleemeo-polled-to-pagerduty.json');
	await fillIn(host.rest, workflow, { ...sandbox.credentials });
	const { id } = await host.rest.createWorkflow(workflow);
	await host.rest.activate(id);
	const [seeded] = sandbox.state('bleemeo').events.values();
	const now = new Date().toISOString().replace('Z', '000Z');
	const event = {
		...seeded,
		id: crypto.randomUUID(),
		title: 'Disk is full',
		status: 2,
		created_at: now,
	};
	sandbox.state('bleemeo').events.set(event.id, { ...event, happened_at: now });
	const [run] = await host.rest.finishedExecutions(id, 1, { timeoutMs: 150_000 });
	await host.rest.deactivate(id);
	demand(run.status === 'success', 'the run goes well', run.error?.message);
	return { shape: shapeOf(Object.values(run.nodes).map(({ items }) => items[0]?.[0]?.json)) };
}

/** @param {Place} place */
async function tool({ host, sandbox }) {
	const { rest } = host;
	const model = await startScriptedModel({ Title: 'Raised by an agent' });
	try {
		const openAi = await rest.createCredential('Model', 'openAiApi', {
			apiKey: 'none',
			url: model.url,
		});
		const ours = 'pagerDutyIncidentsApi';
		const own = await rest.createCredential('PagerDuty', ours, sandbox.credentials[ours]);
		const to = (/** @type {string} */ type) => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
		const { id } = await rest.createWorkflow({
			name: 'Check tool',
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'Agent',
					type: '@n8n/n8n-nodes-langchain.agent',
					typeVersion: 2,
					parameters: { promptType: 'define', text: 'Raise an incident.', options: {} },
				},
				{
					name: 'Model',
					type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
					typeVersion: 1.2,
					parameters: {
						model: { __rl: true, mode: 'id', value: 'scripted' },
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
						title: "={{ $fromAI('Title', 'What is wrong', 'string') }}",
						serviceId: { __rl: true, mode: 'id', value: 'PH38B7P' },
					},
					credentials: { [ours]: own },
				},
			],
			connections: {
				Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
				Model: to('ai_languageModel'),
				'Raise Incident': to('ai_tool'),
			},
		});
		const execution = await rest.runToEnd(id, 'Start', { timeoutMs: 60_000 });
		demand(execution.status === 'success', 'the agent ends well', execution.error?.message);
	} finally {
		await model.stop();
	}
	const made = [...sandbox.state('pagerDuty').incidents.values()].filter(
		({ title }) => title === 'Raised by an agent',
	);
	demand(made.length === 1, 'its call makes one incident', made.length);
}

/** What n8n says about the package when it starts. @param {Place} place */
async function quietLog({ host }) {
	const lines = fs.readFileSync(host.logFile, 'utf8').split('\n');
	const loud = lines.filter(
		(line) => line.includes(PACKAGE) && /warn|error|deprecat|fail|invalid/i.test(line),
	);
	demand(!loud.length, 'the log says nothing about the package', loud);
}

/** @type {Check[]} */
const LIFE_CHECKS = [
	{ name: 'examples', run: lives },
	{ name: 'a 429', run: limited },
	{ name: 'Return All', run: returnAll },
	{ name: 'a repeat', run: repeated },
	{ name: 'polling', run: polled },
	{ name: 'tool of an agent', run: tool },
];

module.exports = { LIFE_CHECKS, quietLog };
