'use strict';

const { mebibytes, median, pause, seconds } = require('../../bench/figures');
const { look } = require('../../bench/process-figures');
const { openHost } = require('./bench');
const { judgeProcesses } = require('./judge');

/** @typedef {import('./bench').QueueBench} QueueBench */
/** @typedef {import('./bench').Result} Result */
/** @typedef {import('../queue-host').QueueHost} QueueHost */
/** What one process took. @typedef {{ startMs: number, rss: number }} Cost */
/** @typedef {Map<string, Cost>} Costs by role */

const ROUNDS = 3;
/** What a process still does once it says that it is ready. */
const SETTLE_MS = 5_000;

/** Ends all processes and starts them one by one. @param {QueueHost} host @returns {Promise<Costs>} */
async function oneRound({ members }) {
	await Promise.all(members.map(async ({ n8n }) => await n8n.stop()));
	/** @type {Map<string, number>} */
	const starts = new Map();
	for (const { role, n8n } of members) {
		const began = Date.now();
		await n8n.start();
		starts.set(role, Date.now() - began);
	}
	await pause(SETTLE_MS);
	return new Map(
		members.map(({ role, n8n }) => [
			role,
			{ startMs: starts.get(role) ?? 0, rss: look(n8n.pid).rss },
		]),
	);
}

/** @param {QueueHost} host @returns {Promise<Costs>} the medians */
async function measured(host) {
	/** @type {Costs[]} */
	const rounds = [];
	for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(host));
	const middle = (/** @type {string} */ role, /** @type {keyof Cost} */ what) =>
		median(rounds.flatMap((costs) => costs.get(role)?.[what] ?? []));
	return new Map(
		host.members.map(({ role }) => [
			role,
			{ startMs: middle(role, 'startMs'), rss: middle(role, 'rss') },
		]),
	);
}

/** @param {QueueBench} bench @returns {Promise<Result>} */
async function processes({ host, log }) {
	log('with the package');
	const withIt = await measured(host);
	log('without it');
	const bare = await openHost({ log });
	/** @type {Costs} */
	let without;
	try {
		without = await measured(bare);
	} finally {
		await bare.stop();
	}
	const rows = [...withIt].map(([role, cost]) => {
		const base = without.get(role) ?? cost;
		return { role, cost, base, rss: cost.rss - base.rss, startMs: cost.startMs - base.startMs };
	});
	return {
		section: {
			title: 'What the package costs each process',
			about: `Memory (RSS of the n8n process, ${SETTLE_MS / 1000} s after it says that it is ready, without its task runner) and time until it is ready, with the package and without it: medians of ${ROUNDS} starts on a database that is set up. The start is looked for every 0.1 s.`,
			headings: [
				...['Process', 'MiB with', 'MiB without', 'Difference'],
				...['Start with, s', 'Start without, s', 'Difference'],
			],
			rows: rows.map(({ role, cost, base, rss, startMs }) => [
				...[role, mebibytes(cost.rss), mebibytes(base.rss), mebibytes(rss)],
				...[seconds(cost.startMs), seconds(base.startMs), seconds(startMs)],
			]),
			notes: [],
		},
		problems: rows.flatMap(({ role, rss }) => judgeProcesses({ role, rss })),
	};
}

module.exports = { processes };
