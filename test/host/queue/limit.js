'use strict';

const { newest } = require('../../bench/production');
const { workerCommand } = require('../queue-host');
const { until } = require('../rest-session');
const { judgeLimit } = require('./judge');
const { linesOf, openLine } = require('./lines');
const { whoRan } = require('./who');

/** @typedef {import('./bench').QueueBench} QueueBench */
/** @typedef {import('./bench').Result} Result */
/** @typedef {import('./judge').LimitRow} LimitRow */
/** @typedef {import('./lines').Line} Line */

const LATENCY_MS = 50;
/** As one vendor allows them by the minute. */
const PER_SECOND = 16;
/** Of the items of other cases. */
const SHARE = 0.4;

/** @param {QueueBench} bench @param {number[]} concurrency of each worker; 0: it is down */
async function setWorkers({ host }, concurrency) {
	for (const [index, { n8n }] of host.workers.entries()) {
		await n8n.stop();
		if (!concurrency[index]) continue;
		n8n.command = workerCommand(concurrency[index]);
		await n8n.start();
	}
}

/**
 * What each execution makes, and a limit that both together meet twice. Its window is shorter than those of
 * vendors, so that it is met at all.
 *
 * @param {QueueBench} bench
 */
function sizeOf({ items: usual }) {
	const items = Math.round(usual * SHARE);
	const perMinute = Math.round(items * 0.8);
	return { items, met: 2, limit: { perMinute, windowMs: (perMinute / PER_SECOND) * 1000 } };
}

/**
 * Two executions at the same time under one limit.
 *
 * @param {QueueBench} bench @param {Line} line @param {string} tag @returns {Promise<LimitRow>}
 */
async function underLimit(bench, line, tag) {
	const { host, sandbox } = bench;
	const { items, met, limit } = sizeOf(bench);
	const { vendor } = line.vendorCase;
	sandbox.reset();
	sandbox.latency(LATENCY_MS);
	const opened = [
		await openLine(bench, line, `${tag}a`, items),
		await openLine(bench, line, `${tag}b`, items),
	];
	sandbox.rateLimit(vendor, limit);
	const ids = await Promise.all(opened.map(async (open) => await open.start()));
	const ended = await Promise.all(opened.map(async ({ id }) => await newest(bench, id)));
	await until('all has been answered', async () =>
		sandbox.stats(vendor).inFlight ? undefined : true,
	);
	const { requests, status429 } = sandbox.stats(vendor);
	const all = sandbox.requests(vendor);
	const counts = opened.map((open) => open.count());
	const sum = (/** @type {'created' | 'lost' | 'doubled'} */ what) =>
		counts.reduce((total, count) => total + count[what], 0);
	for (const { id } of opened) await host.rest.deactivate(id);
	return {
		label: line.label,
		by: [...new Set(ids.flatMap((id) => whoRan(host, id).map(({ role }) => role)))].sort(),
		...{ created: sum('created'), lost: sum('lost'), doubled: sum('doubled') },
		...{ requests, refused: status429, met },
		seconds: (all[all.length - 1].at - all[0].at) / 1000,
		leastSeconds: (met * limit.windowMs) / 1000,
		status: [...new Set(ended.map(({ status }) => status))].join(', '),
	};
}

/** @param {QueueBench} bench @returns {Promise<Result>} */
async function oneLimit(bench) {
	const lines = (await linesOf(bench)).filter(({ guard }) => !guard);
	/** @type {LimitRow[]} */
	const rows = [];
	try {
		for (const [concurrency, tag] of /** @type {Array<[number[], string]>} */ ([
			[[2, 0], 'S'],
			[[1, 1], 'L'],
		])) {
			await setWorkers(bench, concurrency);
			for (const [index, line] of lines.entries()) {
				rows.push(await underLimit(bench, line, `${tag}${index}`));
				bench.log(JSON.stringify(rows[rows.length - 1]));
			}
		}
	} finally {
		await setWorkers(bench, [5, 5]);
	}
	rows.sort(
		(one, other) => one.label.localeCompare(other.label) || one.by.length - other.by.length,
	);
	const { items, limit } = sizeOf(bench);
	return {
		section: {
			title: `Two executions of ${items} creates under one limit`,
			about: `Both at the same time with one credential, by one worker, and by two workers that know nothing of each other; ${limit.perMinute} requests in ${limit.windowMs / 1000} s, ${LATENCY_MS} ms each. A window opens with its first request, so the limit alone makes this take ${rows[0].leastSeconds} s. "Each time" is what was refused each time that the limit was met.`,
			headings: [
				...['Vendor', 'Run by', 'Created', 'Lost', 'Doubled', 'Requests', 'Refused (429)'],
				...['Each time', 'Seconds', "Of the limit's minimum", 'Runs'],
			],
			rows: rows.map((row) => [
				...[row.label, row.by.join(', ')],
				...[row.created, row.lost, row.doubled, row.requests, row.refused].map(String),
				(row.refused / row.met).toFixed(1),
				...[row.seconds.toFixed(0), (row.seconds / row.leastSeconds).toFixed(2), row.status],
			]),
			notes: [],
		},
		problems: rows.flatMap((row) => judgeLimit(row)),
	};
}

module.exports = { oneLimit };
