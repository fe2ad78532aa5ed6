'use strict';

/*
 * npm run storm:beside [-- --items=1000 --vendor=<node> --seed=1 --rate=0.1 --latency=5]
 *
 * Two processes that know nothing of each other, as two workers of queue mode, create alike objects at the
 * same time while the sandbox spoils a tenth of the creates: once identical ones, once ones that differ in
 * one field. Counts what became of them. On loopback only; ends by itself.
 */
const { execFileSync, fork } = require('node:child_process');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '..', '..');
const KINDS = { other: 'differ in one field', same: 'identical' };
// Joined at run time: what `tsc -p test/faults` writes is no part of the type check.
const compiled = (/** @type {string} */ file) => require(path.join(ROOT, '.cache', 'faults', file));
const log = (/** @type {string} */ line) => console.log(line);

/** @param {string[]} words */
function readArguments(words) {
	/** @type {string[]} */
	const all = Object.keys(compiled('test/faults/targets.js').TARGETS);
	/** @type {Record<string, string>} */
	const found = {};
	for (const word of words) {
		const match = /^--(items|vendor|seed|rate|latency)=(.+)$/.exec(word);
		if (!match) throw new Error(`Unknown argument ${word}`);
		found[match[1]] = match[2];
	}
	return {
		vendors: found.vendor ? [found.vendor] : all,
		plan: {
			items: Number(found.items ?? 1_000),
			seed: Number(found.seed ?? 1),
			rate: Number(found.rate ?? 0.1),
			latencyMs: Number(found.latency ?? 5),
		},
	};
}

/** @param {object} share @returns {Promise<any>} */
function inProcess(share) {
	return new Promise((resolve, reject) => {
		const child = fork(__filename, ['child']);
		child.once('message', resolve);
		child.once('exit', (code) => reject(new Error(`a process ended with status ${code}`)));
		child.send(share);
	});
}

async function child() {
	require('../support/n8n-environment.js');
	const { quicken } = compiled('test/faults/runStorm.js');
	const { runShare } = compiled('test/faults/runBeside.js');
	quicken(false);
	const share = await new Promise((resolve) => process.once('message', resolve));
	const outcome = await runShare(share);
	process.send?.(outcome, () => process.exit());
}

const COLUMNS = [
	'items',
	'stored',
	'created',
	'unknown',
	'unknownCreated',
	'failed',
	'doubled',
	'named',
	'lost',
	'denied',
	'idsTwice',
];

async function main() {
	const tsc = require.resolve('typescript/bin/tsc');
	execFileSync(process.execPath, [tsc, '-p', __dirname], { cwd: ROOT, stdio: 'inherit' });
	const { vendors, plan } = readArguments(process.argv.slice(2));
	require('../support/n8n-environment.js');
	const { runBeside } = compiled('test/faults/runBeside.js');
	log(
		`Two processes, ${plan.items} creates each, ${plan.rate * 100} % spoiled, seed ${plan.seed}.\n`,
	);
	log(
		`${'objects'.padEnd(21)}${'vendor'.padEnd(11)}${COLUMNS.map((name) => name.padStart(15)).join('')}`,
	);
	let isKept = true;
	for (const kind of /** @type {Array<keyof typeof KINDS>} */ (Object.keys(KINDS))) {
		for (const vendor of vendors) {
			const figures = await runBeside(vendor, { ...plan, kind }, inProcess);
			const cells = COLUMNS.map((name) => String(figures[name]).padStart(15)).join('');
			log(`${KINDS[kind].padEnd(21)}${vendor.padEnd(11)}${cells}`);
			if (figures.error) log(`${vendor}: a node failed as a whole: ${figures.error}`);
			const { lost, denied, idsTwice, error, doubled, named } = figures;
			isKept &&= !lost && !denied && !idsTwice && !error && doubled <= named;
		}
	}
	log(`\nnone lost, and every double named: ${isKept ? 'yes' : 'NO'}`);
	process.exitCode = isKept ? 0 : 1;
}

(process.argv[2] === 'child' ? child() : main()).catch((error) => {
	console.error(error);
	process.exit(1);
});
