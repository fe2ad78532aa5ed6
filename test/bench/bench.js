'use strict';

/*
 * npm run bench
 *
 * Prints ratios measured side by side in one run, on loopback only. What is measured:
 * - 200 creates at 50 ms latency in the real engine: one at a time, at the default, and a bare axios
 *   loop one at a time as the floor;
 * - requiring all built node files in a fresh process;
 * - the size of the packed package.
 */
const { execFileSync } = require('node:child_process');
const path = require('node:path');

require('../support/n8n-environment.js');
const axios = require('axios').default;

const ROOT = path.resolve(__dirname, '..', '..');
// Joined at run time: what `tsc -p test/bench` writes is no part of the type check.
const compiled = (/** @type {string} */ file) => require(path.join(ROOT, '.cache', 'bench', file));
const { runNode } = compiled('test/support/engine.js');
const { startSandbox } = compiled('test/sandbox/index.js');
const { PagerDutyIncidents } = compiled('nodes/PagerDuty/PagerDutyIncidents.node.js');

const ITEMS = 200;
const LATENCY_MS = 50;
const ROUNDS = 3;

const log = (/** @type {string} */ line) => console.log(line);
const items = Array.from({ length: ITEMS }, (_, index) => ({ title: `Item ${index}` }));

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {any} sandbox @param {object} options */
async function ours(sandbox, options) {
	const result = await runNode({
		node: new PagerDutyIncidents(),
		credentials: { pagerDutyIncidentsApi: sandbox.credentials.pagerDutyIncidentsApi },
		items,
		parameters: {
			resource: 'incident',
			operation: 'create',
			title: '={{ $json.title }}',
			serviceId: { __rl: true, mode: 'id', value: serviceOf(sandbox) },
			options,
		},
	});
	if (result.error || result.items.length !== ITEMS)
		throw new Error('the run did not do all items');
}

/** @param {any} sandbox */
async function axiosOneByOne(sandbox) {
	const { apiToken, from, baseUrl } = sandbox.credentials.pagerDutyIncidentsApi;
	const headers = { Authorization: `Token token=${apiToken}`, From: from };
	const service = { id: serviceOf(sandbox), type: 'service_reference' };
	for (const { title } of items) {
		await axios.post(
			`${baseUrl}/incidents`,
			{ incident: { type: 'incident', title, service } },
			{ headers },
		);
	}
}

/** @param {any} sandbox */
const serviceOf = (sandbox) => [...sandbox.state('pagerDuty').services.keys()][0];

async function speed() {
	const sandbox = await startSandbox({ latencyMs: LATENCY_MS });
	/** @type {Array<[string, () => Promise<void>]>} */
	const contenders = [
		['axios, one at a time', async () => await axiosOneByOne(sandbox)],
		['our node, 1 request at once', async () => await ours(sandbox, { requestsAtOnce: 1 })],
		['our node, default', async () => await ours(sandbox, {})],
	];
	/** @type {Map<string, number[]>} */
	const times = new Map(contenders.map(([name]) => [name, []]));
	for (let round = 0; round < ROUNDS; round++) {
		for (const [name, work] of contenders) {
			const began = performance.now();
			await work();
			times.get(name)?.push(performance.now() - began);
		}
	}
	await sandbox.stop();
	const serial = median(times.get('our node, 1 request at once') ?? []);
	log(`${ITEMS} creates at ${LATENCY_MS} ms, median of ${ROUNDS} rounds in one run`);
	for (const [name, each] of times) {
		const time = median(each);
		log(
			`  ${name.padEnd(30)}${(time / 1000).toFixed(2)} s   ${(time / serial).toFixed(2)} of our serial time`,
		);
	}
}

function size() {
	const script = `
		require('n8n-workflow');
		const { nodes, credentials } = require('./package.json').n8n;
		const began = performance.now();
		for (const file of [...nodes, ...credentials]) require('./' + file);
		console.log((performance.now() - began).toFixed(1));`;
	const loads = Array.from({ length: 5 }, () =>
		Number(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' })),
	);
	log(`requiring all built node and credential files: ${median(loads)} ms (limit 100 ms)`);
	const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: ROOT,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [{ size: bytes }] = JSON.parse(out);
	log(`packed: ${(bytes / 1000).toFixed(1)} kB (limit 200 kB)`);
}

speed()
	.then(size)
	.then(
		() => process.exit(),
		(error) => {
			console.error(error);
			process.exit(1);
		},
	);
