'use strict';

const { createNode, createRequests, vendorCases } = require('./crash-vendors');
const { outcome, runOnce } = require('./measure');
const { NODE, START, codeNode, link, workflowOf } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./crash-vendors').VendorCase} VendorCase */

const ROUNDS = 10;
const ITEMS = 200;
const REFUSED = 150;
const LATENCY_MS = 50;

/** The same title again and again, one round of the loop each. @param {import('./workflows').NodeUnderTest} node */
function loopWorkflow(node) {
	const same = `return Array.from({ length: ${ROUNDS} }, () => ({ json: { title: 'Item 0' } }));`;
	return {
		name: 'Loop',
		nodes: [
			{ name: START, type: 'n8n-nodes-base.manualTrigger' },
			codeNode(same),
			{
				name: 'Loop Over Items',
				type: 'n8n-nodes-base.splitInBatches',
				typeVersion: 3,
				parameters: { batchSize: 1, options: {} },
			},
			{ name: NODE, ...node },
		],
		connections: {
			...link(START, 'Items'),
			...link('Items', 'Loop Over Items'),
			// its first output is "done"
			'Loop Over Items': { main: [[], [{ node: NODE, type: 'main', index: 0 }]] },
			...link(NODE, 'Loop Over Items'),
		},
	};
}

/** @param {Bench} bench @param {VendorCase} vendorCase @returns {Promise<string[]>} */
async function loop(bench, vendorCase) {
	const { host, sandbox } = bench;
	sandbox.reset();
	sandbox.latency(0);
	const { id } = await host.rest.createWorkflow(loopWorkflow(createNode(bench, vendorCase)));
	const { status } = await runOnce(bench, id);
	const { created, extra } = outcome(bench, 1, vendorCase.vendor);
	return [
		`${vendorCase.label}, loop of ${ROUNDS} rounds`,
		String(created + extra),
		'-',
		'-',
		status,
	];
}

/** @param {Bench} bench @param {VendorCase} vendorCase @returns {Promise<string[]>} */
async function refusedOnce(bench, vendorCase) {
	const { host, sandbox } = bench;
	const { label, vendor, path } = vendorCase;
	const node = { ...createNode(bench, vendorCase), retryOnFail: true };
	const { id } = await host.rest.createWorkflow(
		workflowOf({ name: 'Refused', items: ITEMS, node }),
	);
	sandbox.reset();
	sandbox.latency(LATENCY_MS);
	sandbox.fault(vendor, { method: 'POST', path, skip: REFUSED - 1, status: 403, body: {} });
	const { status } = await runOnce(bench, id);
	const { created, lost, doubled } = outcome(bench, ITEMS, vendor);
	const requests = createRequests(bench, vendorCase);
	bench.log(`${label}: ${requests} requests to create`);
	const name = `${label}, ${REFUSED}th of ${ITEMS} requests refused once`;
	return [name, String(created), String(lost), String(doubled), status];
}

/** @param {Bench} bench @returns {Promise<import('./report').Section>} */
async function repeats(bench) {
	const rows = [];
	for (const vendorCase of vendorCases(bench)) rows.push(await loop(bench, vendorCase));
	for (const vendorCase of vendorCases(bench)) rows.push(await refusedOnce(bench, vendorCase));
	return {
		title: 'The same node run several times within one execution',
		about: `A loop over ${ROUNDS} items of the same title has to create ${ROUNDS} incidents. Retry On Fail, which runs the whole node again after one refusal (403), should create none twice.`,
		headings: ['What', 'Created', 'Lost', 'Doubled', 'Execution'],
		rows,
		notes: [],
	};
}

module.exports = { repeats };
