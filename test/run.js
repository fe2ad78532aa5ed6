'use strict';

/*
 * npm test
 *
 * Runs every layer of tests from whatever state the checkout is in: installs the dependencies, builds
 * and packs the package, installs the n8n that the end-to-end tests drive, then calls Jest.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const { cacheFolder, repositoryRoot } = require('./host/cache');
const { ensureHost } = require('./host/install');
const { ensureDependencies } = require('./host/prepare');

const LAYERS = ['pure', 'contract', 'engine', 'e2e'];
const log = (/** @type {string} */ line) => console.log(line);

/** @param {string} report file that Jest wrote @returns {{ failed: number, passed: number }} */
function summarize(report) {
	const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
	let passed = 0;
	let failed = 0;
	for (const layer of LAYERS) {
		const files = testResults.filter((/** @type {{ name: string }} */ file) =>
			file.name.endsWith(`.${layer}.test.ts`),
		);
		const tests = files.flatMap(
			(/** @type {{ assertionResults: object[] }} */ file) => file.assertionResults,
		);
		const green = tests.filter(
			(/** @type {{ status: string }} */ test) => test.status === 'passed',
		).length;
		const broken = files.filter(
			(/** @type {{ status: string, assertionResults: object[] }} */ file) =>
				file.status === 'failed' && file.assertionResults.length === 0,
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
	clearChecks();
	const report = path.join(cacheFolder(), 'jest-report.json');
	fs.rmSync(report, { force: true });
	const jest = path.join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js');
	const { status } = spawnSync(
		process.execPath,
		[jest, '--json', `--outputFile=${report}`, '--silent', ...process.argv.slice(2)],
		{ cwd: repositoryRoot, stdio: ['ignore', 'ignore', 'inherit'] },
	);
	if (!fs.existsSync(report))
		throw new Error(`Jest ended with status ${status} and wrote no report`);
	log('');
	const { failed, passed } = summarize(report);
	log('');
	summarizeChecks().forEach(log);
	// Only a whole run meets all of them.
	const unused = process.argv.length > 2 ? [] : unusedDifferences();
	unused.forEach((name) => log(`OpenAPI: a known difference that nothing met: ${name}`));
	log(`wall time ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
	log(`Tests: ${passed} passed, ${failed} failed`);
	const isGreen = status === 0 && failed === 0 && passed > 0 && unused.length === 0;
	process.exitCode = isGreen ? 0 : 1;
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
