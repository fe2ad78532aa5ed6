'use strict';

const { median, ratio, seconds } = require('./figures');
const { outcome, requestSpan, runOnce, saveWorkflow } = require('./measure');
const { builtIn, httpRequest, ours } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./report').Section} Section */

const ITEMS = 200;
const WARM_UP = 20;
const LATENCY_MS = 50;

const DEFAULT = 'our node, default';
const BUILT_IN = "n8n's PagerDuty node";
const HTTP = 'HTTP Request node';
const HTTP_BARE = 'HTTP Request node, no credential';

/** @typedef {{ name: string, floor?: string, work: (items: number) => Promise<number> }} Contender `work` answers the milliseconds */
/** @typedef {{ ms: number[], span: number[], peak: number[] }} Figures */

/** A node in n8n. @param {Bench} bench @param {string} name @param {import('./workflows').NodeUnderTest} node */
async function hosted(bench, name, node) {
	/** @type {Map<number, string>} */
	const ids = new Map();
	for (const items of [WARM_UP, ITEMS]) {
		ids.set(items, await saveWorkflow(bench, name, items, node));
	}
	return async (/** @type {number} */ items) => {
		const { ms, status, error } = await runOnce(bench, ids.get(items) ?? '');
		if (status !== 'success') throw new Error(`${name}: ${status} ${error}`);
		return ms;
	};
}

/** @param {Bench} bench @param {import('./axios-floor').AxiosFloor} axios @returns {Promise<Contender[]>} */
async function contenders(bench, axios) {
	const bare = (/** @type {number} */ atOnce) => async (/** @type {number} */ items) =>
		(await axios.create(items, atOnce)).ms;
	const fixed = (/** @type {number} */ requestsAtOnce) => ours(bench, { requestsAtOnce });
	return [
		{ name: 'axios, 5 at once', work: bare(5) },
		{ name: 'axios, 20 at once', work: bare(20) },
		{ name: 'axios, all at once', work: bare(ITEMS) },
		{ name: DEFAULT, work: await hosted(bench, DEFAULT, ours(bench)) },
		{
			name: 'our node, fixed at 5',
			floor: 'axios, 5 at once',
			work: await hosted(bench, 'our node, fixed at 5', fixed(5)),
		},
		{
			name: 'our node, fixed at 20',
			floor: 'axios, 20 at once',
			work: await hosted(bench, 'our node, fixed at 20', fixed(20)),
		},
		{
			name: HTTP,
			floor: 'axios, all at once',
			work: await hosted(bench, HTTP, httpRequest(bench)),
		},
		{
			name: HTTP_BARE,
			floor: 'axios, all at once',
			work: await hosted(bench, HTTP_BARE, httpRequest(bench, { credential: false })),
		},
		...(bench.pagerDutyAbsent
			? []
			: [{ name: BUILT_IN, work: await hosted(bench, BUILT_IN, builtIn(bench)) }]),
	];
}

/** @param {Bench} bench @param {Contender} contender @param {number} items */
async function once(bench, { name, work }, items) {
	const { sandbox } = bench;
	sandbox.reset();
	sandbox.latency(LATENCY_MS);
	const ms = await work(items);
	const { lost, doubled } = outcome(bench, items);
	if (lost || doubled) throw new Error(`${name}: ${lost} lost, ${doubled} doubled without a fault`);
	return { ms, span: requestSpan(bench), peak: sandbox.stats('pagerDuty').peakInFlight };
}

/** @param {Map<string, Figures>} figures */
function goals(figures) {
	const time = (/** @type {string} */ name) => median(figures.get(name)?.ms ?? []);
	const met = (/** @type {boolean} */ good) => (good ? 'met' : 'MISSED');
	const lines = [];
	const faster = time(BUILT_IN) / time(DEFAULT);
	if (figures.has(BUILT_IN)) {
		lines.push(
			`Goal: at the default at least 15 times as fast as ${BUILT_IN}: ${faster.toFixed(1)}, ${met(faster >= 15)}`,
		);
	}
	for (const other of [HTTP, HTTP_BARE]) {
		const slower = time(DEFAULT) / time(other);
		lines.push(
			`Goal: at the default at most 2.5 times the time of the ${other}: ${slower.toFixed(2)}, ${met(slower <= 2.5)}`,
		);
	}
	for (const atOnce of [5, 20]) {
		const share = time(`our node, fixed at ${atOnce}`) / time(`axios, ${atOnce} at once`);
		lines.push(
			`Goal: fixed at ${atOnce} at most 1.3 times the axios loop's time: ${share.toFixed(2)}, ${met(share <= 1.3)}`,
		);
	}
	return lines;
}

/**
 * @param {Bench} bench
 * @param {{ axios: import('./axios-floor').AxiosFloor, rounds: number }} options
 * @returns {Promise<Section>}
 */
async function speed(bench, { axios, rounds }) {
	const all = await contenders(bench, axios);
	for (const contender of all) await once(bench, contender, WARM_UP);
	/** @type {Map<string, Figures>} */
	const figures = new Map(all.map(({ name }) => [name, { ms: [], span: [], peak: [] }]));
	for (let round = 1; round <= rounds; round++) {
		bench.log(`round ${round} of ${rounds}`);
		for (const contender of all) {
			const { ms, span, peak } = await once(bench, contender, ITEMS);
			figures.get(contender.name)?.ms.push(ms);
			figures.get(contender.name)?.span.push(span);
			figures.get(contender.name)?.peak.push(peak);
		}
	}
	const time = (/** @type {string | undefined} */ name) => {
		const found = figures.get(name ?? '');
		return found && median(found.ms);
	};
	const rows = all.map(({ name, floor }) => {
		const { ms, span, peak } = /** @type {Figures} */ (figures.get(name));
		return [
			name,
			seconds(median(ms)),
			`${seconds(Math.min(...ms))} to ${seconds(Math.max(...ms))}`,
			seconds(median(span)),
			String(median(peak)),
			ratio(time(BUILT_IN), median(ms)),
			ratio(median(ms), time(HTTP)),
			ratio(median(ms), time(floor)),
		];
	});
	const notes = goals(figures);
	if (bench.pagerDutyAbsent) notes.push(`${BUILT_IN} is left out: ${bench.pagerDutyAbsent}.`);
	return {
		title: `A. ${ITEMS} creates at ${LATENCY_MS} ms`,
		about: `Median of ${rounds} round(s) after a warm-up, all contenders in turn within one run. The time is the node's own, by the execution's record.`,
		headings: [
			'Contender',
			'Seconds',
			'Range',
			'First to last request',
			'Most in flight',
			`Times as fast as ${BUILT_IN}`,
			'Of the HTTP Request time',
			'Of axios at equal concurrency',
		],
		rows,
		notes,
	};
}

module.exports = { speed };
