'use strict';

const { mebibytes, pause, seconds } = require('../../bench/figures');
const { look } = require('../../bench/process-figures');
const { until } = require('../rest-session');
const { openHost } = require('./bench');
const { judgeProcesses } = require('./judge');

/** @typedef {import('./bench').QueueBench} QueueBench */
/** @typedef {import('./bench').Result} Result */
/** @typedef {import('../queue-host').QueueHost} QueueHost */
/** What one process took. @typedef {{ startMs: number, rss: number }} Cost */
/** @typedef {Map<string, Cost>} Costs by role */

const ROUNDS = 3;
/** A process that takes less processor time in a second than this, in milliseconds, has come to rest. */
const IDLE_MS = 100;
const REST_DEADLINE_MS = 60_000;
/** How long n8n may take to free memory before a reading. */
const SETTLE_MS = 3_000;

/** It still does a lot once it says that it is ready. @param {number} pid */
async function untilAtRest(pid) {
	await until(
		`process ${pid} comes to rest`,
		async () => {
			const before = look(pid).cpuMs;
			await pause(1_000);
			return look(pid).cpuMs - before < IDLE_MS ? true : undefined;
		},
		{ timeoutMs: REST_DEADLINE_MS },
	);
}

/** Ends all processes and starts them one by one. @param {QueueHost} host @returns {Promise<Costs>} */
async function oneRound({ members }) {
	await Promise.all(members.map(async ({ n8n }) => await n8n.stop()));
	/** @type {Costs} */
	const costs = new Map();
	for (const { role, n8n } of members) {
		const began = Date.now();
		await n8n.start();
		costs.set(role, { startMs: Date.now() - began, rss: 0 });
	}
	await Promise.all(members.map(async ({ n8n }) => await untilAtRest(n8n.pid)));
	for (const { n8n } of members) process.kill(n8n.pid, 'SIGUSR2');
	await pause(SETTLE_MS);
	for (const { role, n8n } of members) {
		const { startMs } = costs.get(role) ?? { startMs: 0 };
		costs.set(role, { startMs, rss: look(n8n.pid).rss });
	}
	return costs;
}

/** The least of all rounds, which what else the machine does has spoiled least. @param {Costs[]} rounds @param {string} role @returns {Cost} */
function least(rounds, role) {
	const all = rounds.flatMap((costs) => costs.get(role) ?? []);
	return {
		startMs: Math.min(...all.map(({ startMs }) => startMs)),
		rss: Math.min(...all.map(({ rss }) => rss)),
	};
}

/** @param {QueueBench} bench @returns {Promise<Result>} */
async function processes({ host, log }) {
	/** @type {Record<'withIt' | 'without', Costs[]>} */
	const rounds = { withIt: [], without: [] };
	const bare = await openHost({ log });
	try {
		for (let round = 1; round <= ROUNDS; round++) {
			log(`round ${round} of ${ROUNDS}`);
			rounds.withIt.push(await oneRound(host));
			rounds.without.push(await oneRound(bare));
		}
	} finally {
		await bare.stop();
	}
	const rows = host.members.map(({ role }) => {
		const cost = least(rounds.withIt, role);
		const base = least(rounds.without, role);
		return { role, cost, base, rss: cost.rss - base.rss, startMs: cost.startMs - base.startMs };
	});
	return {
		section: {
			title: 'What the package costs each process',
			about: `Memory (RSS of the n8n process once it has come to rest and was made to free what it can, without its task runner) and time until it says that it is ready, with the package and without it: the least of ${ROUNDS} starts each, in turn, on a database that is set up. A start is looked for every 0.1 s.`,
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
