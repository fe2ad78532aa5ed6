'use strict';

/*
 * npm run test:queue [-- --only=KILLED,AWAY,LIMIT,DELIVERIES,PROCESSES --items=500 --seed=1 --write]
 *
 * n8n in queue mode (one main process, one that takes deliveries, two workers, PostgreSQL and Redis) with
 * the packed package and the vendors' sandbox: what is created, lost and doubled when a process or a service
 * goes away, under one limit, and by a delivery; and what the package costs each process. A run without
 * arguments, or with --write, puts its tables into docs/queue.md. Exit code 1 when a figure is wrong.
 * Installs Redis and PostgreSQL where apt may.
 */
const { choose, readArguments } = require('../bench/arguments');
const { asText, writePart } = require('../bench/report');

/** @typedef {import('./queue/bench').QueueBench} QueueBench */
/** @typedef {import('./queue/bench').Result} Result */

const log = (/** @type {string} */ line) => console.log(line);

/** Loaded late: they need the project's dependencies. @type {Record<string, () => (bench: QueueBench) => Promise<Result>>} */
const CASES = {
	KILLED: () => require('./queue/killed').killedWorkers,
	AWAY: () => require('./queue/away').servicesAway,
	LIMIT: () => require('./queue/limit').oneLimit,
	DELIVERIES: () => require('./queue/deliveries').deliveries,
	PROCESSES: () => require('./queue/processes').processes,
};

async function main() {
	const words = process.argv.slice(2);
	const given = readArguments(words, ['only', 'items', 'seed', 'write']);
	const isKept = words.length === 0 || given.write !== undefined;
	const chosen = choose(given.only, Object.keys(CASES));
	const began = Date.now();
	const { openQueueBench } = require('./queue/bench');
	const size = { items: Number(given.items ?? 500), seed: Number(given.seed ?? 1) };
	const bench = await openQueueBench({ ...size, log });
	/** @type {string[]} */
	const problems = [];
	try {
		for (const name of chosen) {
			log(`\n== ${name} ...`);
			const since = Date.now();
			try {
				const { section, problems: found } = await CASES[name]()(bench);
				problems.push(...found);
				log(asText(section));
				if (isKept) log(`Written to ${writePart('queue.md', name.toLowerCase(), section)}`);
			} catch (error) {
				// the others may still tell something
				problems.push(`${name}: ${/** @type {Error} */ (error).stack}`);
			}
			log(`\n${name}: ${((Date.now() - since) / 1000).toFixed(0)} s`);
		}
	} finally {
		await bench.stop();
	}
	log(`\n${((Date.now() - began) / 1000).toFixed(0)} s in all`);
	for (const problem of problems) log(`WRONG: ${problem}`);
	if (!problems.length) log('All figures are right');
	process.exitCode = problems.length ? 1 : 0;
}

main().then(
	() => process.exit(),
	(error) => {
		console.error(error);
		process.exit(1);
	},
);
