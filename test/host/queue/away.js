'use strict';

const { createRequests } = require('../../bench/crash-vendors');
const { readRun } = require('../../bench/measure');
const { retry, UNFINISHED } = require('../../bench/production');
const { until } = require('../rest-session');
const { halfWay } = require('./bench');
const { judgeAway } = require('./judge');
const { linesOf, nameOf, openLine } = require('./lines');

/** @typedef {import('./bench').QueueBench} QueueBench */
/** @typedef {import('./bench').Result} Result */
/** @typedef {import('./judge').AwayRow} AwayRow */
/** @typedef {import('./lines').OpenLine} OpenLine */

const LATENCY_MS = 50;
const AWAY_MS = 2_000;
const END_DEADLINE_MS = 180_000;
/** @type {Record<'redis' | 'postgres', string>} */
const SERVICES = { redis: 'Redis, back without what it held', postgres: 'PostgreSQL' };

/** n8n answers 503 until it has its database again. @param {any} error @returns {never[]} */
function comingBack(error) {
	if (!(error.status >= 500)) throw error;
	return [];
}

/** The state of a run that should have ended. @param {QueueBench} bench @param {OpenLine} open */
async function stateOf({ host: { rest } }, { id }) {
	const ended = until(
		`end of the executions of workflow ${id}`,
		async () => {
			const all = await rest.executions(id).catch(comingBack);
			const isBusy = all.some(({ status }) => UNFINISHED.includes(status));
			return isBusy ? undefined : all[0]?.status;
		},
		{ timeoutMs: END_DEADLINE_MS, everyMs: 200 },
	);
	return await ended.catch(async () => (await rest.executions(id))[0].status);
}

/**
 * What somebody does who finds a run that did not succeed: "Retry", and where that was not enough, once more by the trigger.
 *
 * @param {QueueBench} bench @param {OpenLine} open @param {string} executionId @param {string} state
 */
async function mended(bench, open, executionId, state) {
	if (state === 'success') return { then: '-', status: state };
	const refused = await retry(bench, executionId);
	const status = await stateOf(bench, open);
	if (!refused && !open.count().lost) return { then: 'Retry', status };
	await open.start();
	return { then: refused ? 'anew' : 'Retry, anew', status: await stateOf(bench, open) };
}

/** All lines at the same time. @param {QueueBench} bench @param {keyof typeof SERVICES} service @returns {Promise<AwayRow[]>} */
async function oneAway(bench, service) {
	const { host, sandbox, items } = bench;
	sandbox.reset();
	sandbox.latency(LATENCY_MS);
	const lines = await linesOf(bench);
	const tag = service[0].toUpperCase();
	/** @type {OpenLine[]} */
	const opened = [];
	for (const [index, line] of lines.entries()) {
		opened.push(await openLine(bench, line, `${tag}${index}`));
	}
	const ids = await Promise.all(opened.map(async (open) => await open.start()));
	// several lines may create at the same address
	const places = new Map(lines.map(({ vendorCase: one }) => [`${one.vendor} ${one.path}`, one]));
	const sent = () => [...places.values()].reduce((sum, one) => sum + createRequests(bench, one), 0);
	const half = halfWay(bench, tag) * lines.length;
	await until('half of the requests have come', async () => (sent() >= half ? true : undefined), {
		everyMs: 20,
	});
	const before = opened.map((open) => open.count().created);
	await host.services[service].restart(AWAY_MS);
	/** @type {AwayRow[]} */
	const rows = [];
	for (const [index, open] of opened.entries()) {
		const { label, guard } = open.line;
		const state = await stateOf(bench, open);
		const at = open.count();
		const { error } = await readRun(bench, ids[index]);
		const { then, status } = await mended(bench, open, ids[index], state);
		const { created, lost, doubled } = open.count();
		await host.rest.deactivate(open.id);
		const run = { before: before[index], state, at };
		const row = { service: SERVICES[service], label, guard, error, ...run };
		rows.push({ ...row, then, created, lost, doubled, status });
		bench.log(`${SERVICES[service]}: ${nameOf(open.line)}: ${state}, ${created} of ${items}`);
	}
	return rows;
}

/** @param {QueueBench} bench @returns {Promise<Result>} */
async function servicesAway(bench) {
	const rows = [...(await oneAway(bench, 'redis')), ...(await oneAway(bench, 'postgres'))];
	return {
		section: {
			title: `${bench.items} creates each, Redis or PostgreSQL away for ${AWAY_MS / 1000} s`,
			about: `All of these run at the same time on the two workers; the service ends in order when the vendors have seen about half of the requests (${LATENCY_MS} ms each) and is there again after ${AWAY_MS / 1000} s. A run that did not succeed gets "Retry", and where that creates not all, the workflow is triggered anew.`,
			headings: [
				...[
					'Away',
					'Create',
					'Held back by',
					'Created before',
					'Run',
					'Created',
					'Lost',
					'Doubled',
				],
				...['Then', 'Created in all', 'Lost in all', 'Doubled in all', 'Last run'],
			],
			rows: rows.map((row) => [
				...[row.service, row.label, row.guard || '-', String(row.before), row.state],
				...[row.at.created, row.at.lost, row.at.doubled].map(String),
				row.then,
				...[row.created, row.lost, row.doubled].map(String),
				row.status,
			]),
			notes: rows.flatMap(({ error, ...row }) =>
				error ? `${row.service}, ${nameOf(row)}: ${error}` : [],
			),
		},
		problems: rows.flatMap((row) => judgeAway(row)),
	};
}

module.exports = { servicesAway };
