'use strict';

/**
 * Runs the four sandbox APIs until Ctrl-C (build first: `tsc -p test/sandbox/tsconfig.json`).
 *
 *   --ports=free      any free ports instead of the fixed ones
 *   --latency=50      every answer waits so many milliseconds
 *   --seed=2350       so many extra incidents per vendor
 *   --json            one line of JSON instead of the text, for scripts
 */

const { join } = require('node:path');

/** The compiled sandbox; joined at run time so that a type check of this file leaves it alone.
 * @type {typeof import('./index')} */
const { startSandbox } = require(join(__dirname, '../../.cache/sandbox/index.js'));

const fixedPorts = { pagerDuty: 4101, devRev: 4102, devHelm: 4103, bleemeo: 4104 };

/** @type {Array<[import('./index').Vendor, string, keyof import('./index').SandboxCredentials]>} */
const vendors = [
	['pagerDuty', 'PagerDuty', 'pagerDutyIncidentsApi'],
	['pagerDuty', 'PagerDuty', 'pagerDutyIncidentsOAuth2Api'],
	['pagerDuty', 'PagerDuty', 'pagerDutyEventsApi'],
	['devRev', 'DevRev', 'devRevApi'],
	['devHelm', 'DevHelm', 'devHelmApi'],
	['bleemeo', 'Bleemeo', 'bleemeoApi'],
];

/** @param {string[]} words */
function readArguments(words) {
	/** @type {Record<string, string | boolean>} */
	const found = {};
	for (const word of words) {
		const match = /^--(ports|latency|seed|json)(?:=(.*))?$/.exec(word);
		if (!match) throw new Error(`Unknown argument ${word}`);
		found[match[1]] = match[2] ?? true;
	}
	return found;
}

/** @param {import('./index').Sandbox} sandbox */
function describe(sandbox) {
	const lines = [];
	for (const [vendor, label, credential] of vendors) {
		lines.push('', `${label}  ${sandbox.url(vendor)}`, `  credential ${credential}:`);
		for (const [name, value] of Object.entries(sandbox.credentials[credential])) {
			if (value !== '') lines.push(`    ${name.padEnd(16)} ${value}`);
		}
	}
	lines.push('', 'Control: GET /__sandbox/stats and /__sandbox/requests,');
	lines.push('         POST /__sandbox/config and /__sandbox/reset, on each address.');
	lines.push('', 'Ctrl-C ends it.');
	return lines.join('\n');
}

async function main() {
	const options = readArguments(process.argv.slice(2));
	const seed = Number(options.seed ?? 0);
	const sandbox = await startSandbox({
		latencyMs: Number(options.latency ?? 0),
		ports: options.ports === 'free' ? {} : fixedPorts,
		seed: Object.fromEntries(vendors.map(([vendor]) => [vendor, seed])),
	});
	if (options.json) {
		const urls = Object.fromEntries(vendors.map(([vendor]) => [vendor, sandbox.url(vendor)]));
		console.log(JSON.stringify({ urls, credentials: sandbox.credentials }));
	} else {
		console.log(describe(sandbox));
	}
	const end = async () => {
		await sandbox.stop();
		process.exit(0);
	};
	process.once('SIGINT', end);
	process.once('SIGTERM', end);
}

main().catch((error) => {
	console.error(error.code === 'EADDRINUSE' ? `${error.message} (try --ports=free)` : error);
	process.exit(1);
});
