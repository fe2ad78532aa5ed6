'use strict';

const { ratio, seconds } = require('./figures');
const { outcome, runOnce, saveWorkflow } = require('./measure');
const { ours } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */

const ITEMS = 2000;
const PER_MINUTE = 960;
const LATENCY_MS = 50;

/** Full minutes that have to pass before the last item is allowed. */
const LEAST_MS = Math.floor((ITEMS - 1) / PER_MINUTE) * 60_000;

/** @param {Bench} bench @returns {Promise<import('./report').Section>} */
async function limit(bench) {
	const { sandbox } = bench;
	const id = await saveWorkflow(bench, 'Under a limit', ITEMS, ours(bench));
	sandbox.reset();
	sandbox.latency(LATENCY_MS);
	sandbox.rateLimit('pagerDuty', { perMinute: PER_MINUTE });
	const { status, ms, out, error } = await runOnce(bench, id, { timeoutMs: 600_000 });
	const { created, lost, doubled } = outcome(bench, ITEMS);
	const { requests, status429 } = sandbox.stats('pagerDuty');
	const counts = [created, lost, doubled, out, requests, status429].map(String);
	const good = ms / LEAST_MS <= 1.1 && lost === 0 && doubled === 0;
	return {
		title: `C. ${ITEMS} creates under a limit of ${PER_MINUTE} requests a minute`,
		about: `The limit alone makes this take ${seconds(LEAST_MS)} s: the window opens with the first request.`,
		headings: [
			'Contender',
			'Created',
			'Lost',
			'Doubled',
			'Items put out',
			'Requests',
			'Refused (429)',
			'Execution',
			'Seconds',
			"Of the limit's minimum",
		],
		rows: [['our node, default', ...counts, status, seconds(ms), ratio(ms, LEAST_MS)]],
		notes: [
			`Goal: within 10 % of the limit's minimum without a lost item: ${good ? 'met' : 'MISSED'}`,
			...(error ? [`The node said: ${error}`] : []),
		],
	};
}

module.exports = { limit };
