'use strict';

const { countItems } = require('./count-items');
const { pause } = require('./figures');
const { NODE, START, workflowOf } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./workflows').NodeUnderTest} NodeUnderTest */

/**
 * @typedef {object} Run
 * @property {string} status of the execution
 * @property {number} at when the node began, milliseconds since the epoch
 * @property {number} ms how long the node itself took, by the execution's record
 * @property {number} out items that the node gave on
 * @property {string} error
 */

/** @typedef {import('./count-items').Outcome} Outcome */

const UNFINISHED = ['new', 'running', 'waiting'];

/**
 * Waits for the end of an execution by the list, which costs n8n less than reading the execution.
 *
 * @param {Bench} bench @param {string} workflowId @param {string} id @param {{ timeoutMs?: number, everyMs?: number }} [options]
 */
async function untilEnded({ host }, workflowId, id, { timeoutMs = 300_000, everyMs = 200 } = {}) {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const all = await host.rest.executions(workflowId);
		const status = all.find((one) => String(one.id) === id)?.status ?? 'new';
		if (!UNFINISHED.includes(status)) return;
		if (Date.now() > deadline) throw new Error(`execution ${id} has not ended: ${status}`);
		await pause(everyMs);
	}
}

/**
 * Starts a workflow as the editor's button does and waits for its end.
 *
 * @param {Bench} bench
 * @param {string} workflowId
 * @param {{ timeoutMs?: number, ended?: () => void }} [options] `ended`: called before the result is read
 * @returns {Promise<Run>}
 */
async function runOnce(bench, workflowId, { timeoutMs, ended } = {}) {
	const id = await bench.host.rest.run(workflowId, START);
	await untilEnded(bench, workflowId, id, { timeoutMs });
	ended?.();
	return await readRun(bench, id);
}

/** @param {import('./production').WithRest} bench @param {string} executionId @returns {Promise<Run>} */
async function readRun({ host }, executionId) {
	const execution = await host.rest.execution(executionId);
	const runs = execution.raw.data.resultData?.runData?.[NODE] ?? [];
	const last = runs[runs.length - 1];
	const items = execution.nodes[NODE]?.items[0] ?? [];
	return {
		status: execution.status,
		at: last?.startTime ?? 0,
		ms: last?.executionTime ?? 0,
		out: items.filter(({ json }) => json.error === undefined).length,
		error: execution.error?.message ?? '',
	};
}

/**
 * A workflow for one contender, saved once and run often.
 *
 * @param {Bench} bench @param {string} name @param {number} items @param {NodeUnderTest} node
 * @returns {Promise<string>} its id
 */
async function saveWorkflow({ host }, name, items, node) {
	return (await host.rest.createWorkflow(workflowOf({ name, items, node }))).id;
}

/** What became of `Item 0` to `Item n`, asked of the vendor. @param {Pick<Bench, 'sandbox' | 'targets'>} bench @param {number} items @param {import('../sandbox/index').Vendor} [vendor] @returns {Outcome} */
function outcome({ sandbox, targets }, items, vendor = 'pagerDuty') {
	const titles = [...targets[vendor].stored(sandbox)].map(({ title }) => String(title));
	return countItems(titles, items);
}

/** From the first request to the last one, in milliseconds. @param {Bench} bench */
function requestSpan({ sandbox }) {
	const requests = sandbox.requests('pagerDuty');
	if (requests.length === 0) return 0;
	return requests[requests.length - 1].at - requests[0].at;
}

module.exports = { runOnce, readRun, untilEnded, saveWorkflow, outcome, requestSpan };
