'use strict';

const { createRequests } = require('../../bench/crash-vendors');
const { pause } = require('../../bench/figures');
const { newest, retry } = require('../../bench/production');
const { until } = require('../rest-session');
const { halfWay, QUICKER } = require('./bench');
const { judgeKilled } = require('./judge');
const { KEY, linesOf, nameOf, openLine } = require('./lines');
const { timesRun, whoRan, whoRuns } = require('./who');

/** @typedef {import('./bench').QueueBench} QueueBench */
/** @typedef {import('./bench').Result} Result */
/** @typedef {import('./judge').KilledRow} KilledRow */
/** @typedef {import('./lines').Line} Line */
/** @typedef {import('./lines').OpenLine} OpenLine */

const LATENCY_MS = 50;

/**
 * Starts a run and kills its worker half-way.
 *
 * @param {QueueBench} bench @param {Line} line @param {string} tag
 * @param {boolean} staysAway until n8n has noticed; else it is started again at once
 */
async function killHalfWay(bench, line, tag, staysAway) {
	const { host, sandbox } = bench;
	const open = await openLine(bench, line, tag);
	sandbox.clearRequests();
	const executionId = await open.start();
	const worker = await whoRuns(host, executionId);
	const half = halfWay(bench, tag);
	await until(
		'half of the requests have come',
		async () => (createRequests(bench, line.vendorCase) >= half ? true : undefined),
		{ everyMs: 2 },
	);
	await worker.n8n.kill();
	const killedAt = Date.now();
	// what had been sent is done all the same, after the vendor's latency
	await pause(10 * LATENCY_MS);
	const before = open.count();
	const verdict = newest(bench, open.id).then(({ status }) => ({
		status,
		seconds: (Date.now() - killedAt) / 1000,
	}));
	if (staysAway) await verdict;
	await worker.n8n.start();
	return { open, executionId, before, verdict, staysAway };
}

/** "Retry", and then a new run. @param {QueueBench} bench @param {Awaited<ReturnType<typeof killHalfWay>>} run @returns {Promise<KilledRow>} */
async function setRight(bench, { open, executionId, before, verdict, staysAway }) {
	const { host, sandbox } = bench;
	const { line, id } = open;
	const { status: said, seconds } = await verdict;
	sandbox.clearRequests();
	const refused = await retry(bench, executionId);
	await newest(bench, id);
	const retrySent = createRequests(bench, line.vendorCase);
	const again = await open.start();
	const { status } = await newest(bench, id);
	const ranAgain = timesRun(host, executionId) - 1;
	const by = whoRan(host, again).map(({ role }) => role);
	await host.rest.deactivate(id);
	const { created, lost, doubled } = open.count();
	return {
		...{ label: line.label, guard: line.guard, staysAway, before: before.created, said, seconds },
		...{ refused, retrySent, ranAgain, by: by.join(', '), created, lost, doubled, status },
	};
}

/** @param {QueueBench} bench @returns {Promise<Result>} */
async function killedWorkers(bench) {
	const { sandbox, items, log } = bench;
	sandbox.reset();
	sandbox.latency(LATENCY_MS);
	const lines = await linesOf(bench);
	const keyed = lines.findIndex(({ guard }) => guard === KEY);
	/** @type {Array<[Line, boolean]>} */
	const all = [
		...lines.map((line) => /** @type {[Line, boolean]} */ ([line, false])),
		// a worker that is gone for good looks the same to every vendor
		...lines
			.slice(keyed - 1, keyed + 1)
			.map((line) => /** @type {[Line, boolean]} */ ([line, true])),
	];
	const runs = [];
	for (const [index, [line, staysAway]] of all.entries()) {
		log(nameOf(line));
		runs.push(await killHalfWay(bench, line, `K${index}`, staysAway));
	}
	/** @type {KilledRow[]} */
	const rows = [];
	for (const run of runs) {
		rows.push(await setRight(bench, run));
	}
	const refusals = new Set(rows.map(({ refused }) => refused).filter(Boolean));
	return {
		section: {
			title: `${items} creates, the worker killed half-way`,
			about: `An execution that a webhook started; the worker that runs it gets a SIGKILL when the vendor has seen about half of the requests (${LATENCY_MS} ms each) and is started again at once, or stays away until n8n has noticed. n8n notices by its settings: here after ${Number(QUICKER.QUEUE_WORKER_LOCK_DURATION) / 1000} s, looked for every ${Number(QUICKER.QUEUE_WORKER_STALLED_INTERVAL) / 1000} s; as it comes, after 60 s and every 30 s. Then "Retry" of the execution list, and then the workflow is triggered anew, with the same data.`,
			headings: [
				...['Create', 'Held back by', 'The worker', 'Created before', 'n8n says', 'After s'],
				'Run again by n8n',
				...['"Retry" sends', 'Triggered anew, run by', 'Created', 'Lost', 'Doubled', 'Last run'],
			],
			rows: rows.map((row) => [
				...[row.label, row.guard || '-', row.staysAway ? 'stays away' : 'started again'],
				...[String(row.before), row.said, row.seconds.toFixed(0)],
				...[row.ranAgain ? `${row.ranAgain} times` : 'no', String(row.retrySent), row.by],
				...[row.created, row.lost, row.doubled].map(String),
				row.status,
			]),
			notes: [...refusals].map((text) => `n8n refused "Retry": ${text}`),
		},
		problems: rows.flatMap((row) => judgeKilled(row, items)),
	};
}

module.exports = { killedWorkers };
