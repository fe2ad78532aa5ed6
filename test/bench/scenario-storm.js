'use strict';

const { seconds } = require('./figures');
const { outcome, runOnce, saveWorkflow } = require('./measure');
const { builtIn, httpRequest, ours } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */

const ITEMS = 200;
const LATENCY_MS = 50;
const EVERY = 5;

/** @param {Bench} bench @returns {Array<[string, import('./workflows').NodeUnderTest]>} */
function contenders(bench) {
	const retryOnFail = true;
	return [
		['our node, default', ours(bench)],
		['our node, fixed at 5', ours(bench, { requestsAtOnce: 5 })],
		['our node, fixed at 20', ours(bench, { requestsAtOnce: 20 })],
		['our node, default, Retry On Fail', { ...ours(bench), retryOnFail }],
		['HTTP Request node', httpRequest(bench)],
		['HTTP Request node, Retry On Fail', { ...httpRequest(bench), retryOnFail }],
		...(bench.pagerDutyAbsent
			? []
			: [
					/** @type {[string, import('./workflows').NodeUnderTest]} */ ([
						"n8n's PagerDuty node",
						builtIn(bench),
					]),
					/** @type {[string, import('./workflows').NodeUnderTest]} */ ([
						"n8n's PagerDuty node, Retry On Fail",
						{ ...builtIn(bench), retryOnFail },
					]),
				]),
	];
}

/** @param {Bench} bench @returns {Promise<import('./report').Section>} */
async function storm(bench) {
	const { sandbox } = bench;
	const rows = [];
	for (const [name, node] of contenders(bench)) {
		const id = await saveWorkflow(bench, name, ITEMS, node);
		sandbox.reset();
		sandbox.latency(LATENCY_MS);
		sandbox.fault('pagerDuty', {
			method: 'POST',
			path: '/incidents',
			every: EVERY,
			times: null,
			status: 429,
			headers: { 'ratelimit-limit': '960', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' },
			body: { error: { message: 'Rate Limit Exceeded', code: 2020 } },
		});
		const { status, ms, out } = await runOnce(bench, id);
		const { created, lost, doubled, extra } = outcome(bench, ITEMS);
		const sent = sandbox.requests('pagerDuty').length;
		const counts = [created, lost, doubled, extra, out, sent].map(String);
		rows.push([name, ...counts, status, seconds(ms)]);
	}
	return {
		title: `B. ${ITEMS} creates at ${LATENCY_MS} ms, every ${EVERY}th request refused with 429 (reset in 1 s)`,
		about:
			'Counted at the vendor: items that were never created, items that were created more than once, and the incidents that are too many.',
		headings: [
			'Contender',
			'Created',
			'Lost',
			'Doubled',
			'Incidents too many',
			'Items put out',
			'Requests',
			'Execution',
			'Seconds',
		],
		rows,
		notes: [],
	};
}

module.exports = { storm };
