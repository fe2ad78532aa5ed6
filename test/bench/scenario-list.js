'use strict';

const { AxiosFloor } = require('./axios-floor');
const { mebibytes, median, pause, seconds } = require('./figures');
const { runOnce, saveWorkflow } = require('./measure');
const { Watch } = require('./process-figures');
const { builtIn, ours } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {{ count: number, requests: number, ms: number, before: number, peak: number, overall: number }} Reading in bytes */

const INCIDENTS = 10_000;
/** How long n8n may take to free memory before a reading. */
const SETTLE_MS = 3000;

/** @param {Bench} bench */
function fill({ sandbox }) {
	sandbox.reset();
	sandbox.latency(0);
	sandbox.seedMany('pagerDuty', INCIDENTS - sandbox.state('pagerDuty').incidents.size);
	sandbox.clearRequests();
}

/**
 * In an n8n that was started for this, because memory once taken is kept.
 *
 * @param {Bench} bench @param {import('./workflows').NodeUnderTest} node @returns {Promise<Reading>}
 */
async function hosted(bench, node) {
	await bench.host.restart();
	const id = await saveWorkflow(bench, 'Return all', 1, node);
	fill(bench);
	process.kill(bench.host.pid, 'SIGUSR2');
	await pause(SETTLE_MS);
	const watch = new Watch(bench.host.pid);
	const { at, ms, out, status, error } = await runOnce(bench, id, { ended: () => watch.stop() });
	if (status !== 'success') throw new Error(`Return All: ${status} ${error}`);
	const requests = bench.sandbox.requests('pagerDuty').length;
	const [{ rss: before }] = watch.between(at, at + ms);
	return {
		count: out,
		requests,
		ms,
		before,
		peak: watch.peakRss(at, at + ms),
		overall: watch.peakRss(),
	};
}

/** @param {Bench} bench @returns {Promise<Reading>} */
async function bare(bench) {
	const { node, sandbox, serviceId } = bench;
	const axios = new AxiosFloor({ node, sandbox, serviceId });
	try {
		await axios.create(1, 1);
		fill(bench);
		const watch = new Watch(axios.pid);
		const { count, ms, rssBefore } = await axios.list();
		const peak = watch.stop().peakRss();
		const requests = sandbox.requests('pagerDuty').length;
		return { count, requests, ms, before: rssBefore, peak, overall: peak };
	} finally {
		await axios.stop();
	}
}

/** @param {Bench} bench @returns {Array<[string, () => Promise<Reading>]>} */
function contenders(bench) {
	const many = { operation: 'getAll', returnAll: true };
	const raw = { ...many, simplify: false };
	const old = builtIn(bench, { ...many, options: { dateRange: 'all' } });
	return [
		['bare loop, keeps the list once', async () => await bare(bench)],
		['our node, default', async () => await hosted(bench, ours(bench, {}, many))],
		['our node, Simplify off', async () => await hosted(bench, ours(bench, {}, raw))],
		...(bench.pagerDutyAbsent
			? []
			: [
					/** @type {[string, () => Promise<Reading>]} */ ([
						"n8n's PagerDuty node",
						async () => await hosted(bench, old),
					]),
				]),
	];
}

/** @param {Bench} bench @param {{ rounds: number }} options @returns {Promise<import('./report').Section>} */
async function list(bench, { rounds }) {
	const rows = [];
	for (const [name, work] of contenders(bench)) {
		/** @type {Reading[]} */
		const readings = [];
		for (let round = 0; round < rounds; round++) readings.push(await work());
		const middle = (/** @type {(reading: Reading) => number} */ of) => median(readings.map(of));
		rows.push([
			name,
			String(middle(({ count }) => count)),
			String(middle(({ requests }) => requests)),
			seconds(middle(({ ms }) => ms)),
			mebibytes(middle(({ before }) => before)),
			mebibytes(middle(({ peak }) => peak)),
			mebibytes(middle(({ peak, before }) => peak - before)),
			mebibytes(middle(({ overall, before }) => overall - before)),
		]);
	}
	return {
		title: `D. Return All of ${INCIDENTS} incidents`,
		about: `At 0 ms, median of ${rounds} round(s), each in a freshly started process whose memory was freed first. ${INCIDENTS / 100} requests are the minimum. Memory is the resident set of the process in MiB; V8 collects late, so it shows what was touched and not only what was kept. The last column goes on until n8n has stored the execution.`,
		headings: [
			'Contender',
			'Items',
			'Requests',
			'Seconds',
			'Memory before',
			'Peak',
			'Growth while the node ran',
			'Growth in the whole execution',
		],
		rows,
		notes: [],
	};
}

module.exports = { list };
