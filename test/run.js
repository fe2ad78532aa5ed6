'use strict';

/*
 * npm test
 *
 * Runs every layer of tests from whatever state the checkout is in: installs the dependencies, builds
 * and packs the package, installs the n8n that the end-to-end tests drive, then calls Jest.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const { cacheFolder, repositoryRoot } = require('./host/cache');
const { ensureHost } = require('./host/install');
const { ensureDependencies } = require('./host/prepare');

const LAYERS = ['pure', 'contract', 'engine', 'e2e'];
const log = (/** @type {string} */ line) => console.log(line);

/**
 * What runs side by side, two workers each: more would keep a real n8n from answering in time.
 *
 * @param {string[]} wanted arguments for Jest; none for a whole run
 * @returns {string[][]} arguments of one Jest each
 */
const runsOf = (wanted) =>
	wanted.length
		? [wanted]
		: [
				['--selectProjects', 'pure', 'contract', 'engine', '--maxWorkers=2'],
				['--selectProjects', 'e2e', '--maxWorkers=2'],
			];

/**
 * @param {string[]} args
 * @param {string} report where Jest writes what came of each test
 * @returns {Promise<boolean>} true when it ended well
 */
async function runJest(args, report) {
	fs.rmSync(report, { force: true });
	const jest = path.join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js');
	const child = spawn(
		process.execPath,
		[jest, '--json', `--outputFile=${report}`, '--silent', ...args],
		{ cwd: repositoryRoot, stdio: ['ignore', 'ignore', 'inherit'] },
	);
	const status = await new Promise((resolve) => child.on('close', resolve));
	if (!fs.existsSync(report))
		throw new Error(`Jest ended with status ${status} and wrote no report`);
	return status === 0;
}

/** @typedef {{ name: string, status: string, assertionResults: Array<{ status: string }> }} TestFile */

/** @param {string[]} reports files that Jest wrote @returns {{ failed: number, passed: number }} */
function summarize(reports) {
	/** @type {TestFile[]} */
	const testFiles = reports.flatMap(
		(report) => JSON.parse(fs.readFileSync(report, 'utf8')).testResults,
	);
	let passed = 0;
	let failed = 0;
	for (const layer of LAYERS) {
		const files = testFiles.filter(({ name }) => name.endsWith(`.${layer}.test.ts`));
		const tests = files.flatMap(({ assertionResults }) => assertionResults);
		const green = tests.filter(({ status }) => status === 'passed').length;
		const broken = files.filter(
			({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
		).length;
		log(
			`${layer.padEnd(9)}${String(green).padStart(5)} of ${tests.length} tests in ${files.length} files`,
		);
		passed += green;
		failed += tests.length - green + broken;
	}
	return { failed, passed };
}

async function main() {
	const began = Date.now();
	await Promise.all([ensureDependencies({ log }), ensureHost({ log })]);
	// Needs a dependency, which may only be there by now.
	const { clearChecks, summarizeChecks, unusedDifferences } = require('./support/openapi-log');
	const { clearPreviews, readPreviews } = require('./support/preview-log');
	clearChecks();
	clearPreviews();
	const runs = runsOf(process.argv.slice(2)).map((args, index) => ({
		args,
		report: path.join(cacheFolder(), `jest-report-${index}.json`),
	}));
	const ended = await Promise.all(runs.map(({ args, report }) => runJest(args, report)));
	log('');
	const { failed, passed } = summarize(runs.map(({ report }) => report));
	log('');
	summarizeChecks().forEach(log);
	// Only a whole run meets all of them.
	const unused = process.argv.length > 2 ? [] : unusedDifferences();
	unused.forEach((name) => log(`OpenAPI: a known difference that nothing met: ${name}`));
	const { previewed, never } = readPreviews();
	log(`Preview Only: ${previewed.length} writing operations shown as they were then sent`);
	const unseen = process.argv.length > 2 ? [] : never;
	unseen.forEach((name) => log(`Preview Only: never looked at: ${name}`));
	log(`wall time ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
	log(`Tests: ${passed} passed, ${failed} failed`);
	const isGreen =
		ended.every(Boolean) && failed === 0 && passed > 0 && !unused.length && !unseen.length;
	process.exitCode = isGreen ? 0 : 1;
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
