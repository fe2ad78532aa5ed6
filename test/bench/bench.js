'use strict';

/*
 * npm run bench [-- --only=A,B --rounds=3 --long --write]
 *
 * Measures our PagerDuty node in a real n8n, beside n8n's own PagerDuty node, the HTTP Request node and a
 * bare axios loop, all against the same sandbox in one run. A whole run writes docs/bench.md; one with
 * --only just prints. --long adds C, which takes two minutes because a rate limit does. F also has a place
 * in docs/triggers.md; a whole run writes it there, and so does --only=F with --write.
 */
const { choose, readArguments } = require('./arguments');
const { asText, writePart, writeReport } = require('./report');
const { size } = require('./size');

const ALL = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const log = (/** @type {string} */ line) => console.log(line);

/** @typedef {{ axios: import('./axios-floor').AxiosFloor, rounds: number }} Options */
/** @typedef {(bench: import('./setup').Bench, options: Options) => Promise<import('./report').Section>} Scenario */

/** Loaded late: they need the project's dependencies. @returns {Record<string, Scenario>} */
function scenarios() {
	return {
		A: require('./scenario-speed').speed,
		B: require('./scenario-storm').storm,
		C: require('./scenario-limit').limit,
		D: require('./scenario-list').list,
		E: require('./scenario-cpu').cpu,
		F: require('./scenario-trigger').trigger,
		G: require('./scenario-alerts').alerts,
	};
}

async function main() {
	const given = readArguments(process.argv.slice(2), ['only', 'rounds', 'long', 'write']);
	const rounds = Number(given.rounds ?? 3);
	if (!(rounds >= 1)) throw new Error('--rounds wants a number from 1');
	const usual = given.long ? ALL : ALL.filter((name) => name !== 'C');
	const chosen = given.only ? choose(given.only, ALL) : usual;

	const { openBench } = require('./setup');
	const bench = await openBench({ latencyMs: 50, log, front: true });
	const { AxiosFloor } = require('./axios-floor');
	const axios = new AxiosFloor(bench);
	/** @type {import('./report').Section[]} */
	const sections = [];
	try {
		if (bench.pagerDutyAbsent) log(`n8n's PagerDuty node is left out: ${bench.pagerDutyAbsent}`);
		for (const name of chosen) {
			log(`\n== Scenario ${name} ...`);
			const section = await scenarios()[name](bench, { axios, rounds });
			sections.push(section);
			log(asText(section));
			if (name === 'F' && (given.write || !given.only)) {
				log(`Written to ${writePart('triggers.md', 'bench', section)}`);
			}
		}
		const last = size(bench);
		sections.push(last);
		log(asText(last));
	} finally {
		await axios.stop();
		await bench.stop();
	}
	if (given.only) return;
	const file = writeReport({
		file: 'bench.md',
		title: 'Bench',
		intro:
			"Our PagerDuty Incidents node inside a real n8n, beside n8n's own PagerDuty node, the HTTP Request node and a bare axios loop. The figures compare within one run; only the ratios travel to other machines.",
		again: `npm run bench${given.long ? ' -- --long' : ''}`,
		sections,
	});
	log(`\nWritten to ${file}`);
}

main().then(
	() => process.exit(),
	(error) => {
		console.error(error);
		process.exit(1);
	},
);
