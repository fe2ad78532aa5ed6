'use strict';

/*
 * node test/bench/crash.js [--only=KILL,REPEAT,SECRETS]
 *
 * What is lost or doubled when n8n dies half-way or runs a node again, and whether a secret leaks.
 * A whole run writes docs/crash.md.
 */
const { choose, readArguments } = require('./arguments');
const { asText, writeReport } = require('./report');

const log = (/** @type {string} */ line) => console.log(line);

/** Loaded late: they need the project's dependencies. @returns {Record<string, (bench: import('./setup').Bench) => Promise<import('./report').Section>>} */
function parts() {
	return {
		KILL: require('./crash-kill').kills,
		REPEAT: require('./crash-repeat').repeats,
		SECRETS: require('./crash-secrets').secrets,
	};
}

async function main() {
	const { only } = readArguments(process.argv.slice(2), ['only']);
	const chosen = choose(only, ['KILL', 'REPEAT', 'SECRETS']);
	const { openBench } = require('./setup');
	// all that n8n can write into its log
	const env = { N8N_LOG_LEVEL: 'debug' };
	const bench = await openBench({ latencyMs: 0, log, env });
	/** @type {import('./report').Section[]} */
	const sections = [];
	try {
		for (const name of chosen) {
			log(`\n== ${name} ...`);
			const section = await parts()[name](bench);
			sections.push(section);
			log(asText(section));
		}
	} finally {
		await bench.stop();
	}
	if (only) return;
	const file = writeReport({
		file: 'crash.md',
		title: 'Crashes, repeats and secrets',
		intro:
			'What a vendor holds after n8n was killed, after n8n ran a node again, and where planted secrets were found.',
		again: 'node test/bench/crash.js',
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
