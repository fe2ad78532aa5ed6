'use strict';

const flatted = require('flatted');

/**
 * @typedef {object} HostItem
 * @property {any} json
 * @property {any} [pairedItem]
 * @property {any} [binary]
 * @property {any} [error]
 */

/** @typedef {{ items: HostItem[][], error?: any }} NodeRun `items` holds one list per output branch */
/** @typedef {NodeRun & { runs: NodeRun[] }} NodeResult the last run on top, all runs (loops) in `runs` */

/**
 * @typedef {object} ExecutionResult
 * @property {string} id
 * @property {string} status success, error, canceled, crashed ...; "waiting" never ends by itself
 * @property {string} mode manual, webhook, trigger ...
 * @property {Record<string, NodeResult>} nodes by node name; a node that did not run is absent
 * @property {any} [error] what ended the execution, when something did
 * @property {any} raw the answer of n8n, with `data` unpacked
 */

/** @param {any} run @returns {NodeRun} */
function readRun(run) {
	/** @type {Array<Array<any> | null>} */
	const branches = run.data?.main ?? [];
	const items = branches.map((branch) =>
		(branch ?? []).map((/** @type {any} */ item) => {
			/** @type {HostItem} */
			const read = { json: item.json };
			for (const key of /** @type {const} */ (['pairedItem', 'binary', 'error'])) {
				if (item[key] !== undefined) read[key] = item[key];
			}
			return read;
		}),
	);
	return run.error ? { items, error: run.error } : { items };
}

/**
 * Unpacks what `GET /rest/executions/:id` answers.
 *
 * @param {any} answer
 * @returns {ExecutionResult}
 */
function readExecution(answer) {
	const data = typeof answer.data === 'string' ? flatted.parse(answer.data) : (answer.data ?? {});
	/** @type {Record<string, NodeResult>} */
	const nodes = {};
	for (const [name, runs] of Object.entries(data.resultData?.runData ?? {})) {
		const read = /** @type {any[]} */ (runs).map(readRun);
		nodes[name] = { ...read[read.length - 1], runs: read };
	}
	return {
		id: String(answer.id),
		status: answer.status,
		mode: answer.mode,
		nodes,
		error: data.resultData?.error,
		raw: { ...answer, data },
	};
}

module.exports = { readExecution };
