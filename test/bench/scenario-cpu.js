'use strict';

const { median, ratio } = require('./figures');
const { outcome, runOnce, saveWorkflow } = require('./measure');
const { Watch } = require('./process-figures');
const { httpRequest, NOTHING, ours } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {{ whole: number, node: number }} Cpu milliseconds: of the whole execution, and while the node ran */

const ITEMS = 2000;
const AT_ONCE = 20;

/** @param {Bench} bench */
function clear({ sandbox }) {
	sandbox.reset();
	sandbox.latency(0);
}

/** @param {Bench} bench @param {string} id @param {number} expected @returns {Promise<Cpu>} */
async function hosted(bench, id, expected) {
	clear(bench);
	const watch = new Watch(bench.host.pid);
	const { at, ms, status, error } = await runOnce(bench, id, { ended: () => watch.stop() });
	const { created } = outcome(bench, ITEMS);
	if (status !== 'success' || created !== expected)
		throw new Error(`${status} ${error}: ${created} created`);
	return { whole: watch.cpuMs(), node: watch.cpuMs(at, at + ms) };
}

/** @param {number} ms */
const each = (ms) => (ms / ITEMS).toFixed(3);

/**
 * @param {Bench} bench
 * @param {{ axios: import('./axios-floor').AxiosFloor, rounds: number }} options
 * @returns {Promise<import('./report').Section>}
 */
async function cpu(bench, { axios, rounds }) {
	const nodes = /** @type {Array<[string, import('./workflows').NodeUnderTest]>} */ ([
		['No Operation node', NOTHING],
		[`our node, fixed at ${AT_ONCE}`, ours(bench, { requestsAtOnce: AT_ONCE })],
		['HTTP Request node, all at once', httpRequest(bench)],
	]);
	/** @type {Map<string, Cpu[]>} */
	const found = new Map(nodes.map(([name]) => [name, []]));
	/** @type {number[]} */
	const floor = [];
	/** @type {Array<[string, string, number]>} */
	const saved = [];
	for (const [name, node] of nodes) {
		const id = await saveWorkflow(bench, name, ITEMS, node);
		saved.push([name, id, node === NOTHING ? 0 : ITEMS]);
	}
	// the first round warms up
	for (let round = 0; round <= rounds; round++) {
		clear(bench);
		const { cpuMs } = await axios.create(ITEMS, AT_ONCE);
		if (round > 0) floor.push(cpuMs);
		for (const [name, id, expected] of saved) {
			const reading = await hosted(bench, id, expected);
			if (round > 0) found.get(name)?.push(reading);
		}
	}
	const bare = median(floor);
	const whole = (/** @type {string} */ name) =>
		median((found.get(name) ?? []).map((one) => one.whole));
	const nothing = whole('No Operation node');
	const rows = nodes.slice(1).map(([name]) => {
		const node = median((found.get(name) ?? []).map((one) => one.node));
		const more = whole(name) - nothing;
		return [name, each(node), ratio(node, bare), each(node - bare), each(more), each(more - bare)];
	});
	return {
		title: `E. Processor time of ${ITEMS} creates at 0 ms, milliseconds per item`,
		about: `User and system time of the process, median of ${rounds} round(s) after a warm-up. "Whole execution" is the processor time from start to end less that of the same workflow with a No Operation node: it contains n8n's own work of storing the output.`,
		headings: [
			'Contender',
			'While the node ran',
			'Of axios',
			'Beyond axios',
			'Whole execution',
			'Whole execution beyond axios',
		],
		rows: [[`axios, ${AT_ONCE} at once`, each(bare), '1.00', '-', '-', '-'], ...rows],
		notes: [],
	};
}

module.exports = { cpu };
