'use strict';

/**
 * Runs the sandbox's APIs until Ctrl-C (build first: `tsc -p test/sandbox/tsconfig.json`).
 *
 *   --ports=free      any free ports instead of the fixed ones
 *   --latency=50      every answer waits so many milliseconds
 *   --seed=2350       so many extra incidents per vendor
 *   --json            one line of JSON instead of the text, for scripts
 */

const { join } = require('node:path');

/** The compiled sandbox; joined at run time so that a type check of this file leaves it alone.
 * @type {typeof import('./index')} */
const { startSandbox, VENDORS } = require(join(__dirname, '../../.cache/sandbox/index.js'));

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
	for (const { name: vendor, label, credentials } of VENDORS) {
		const url = sandbox.url(vendor);
		for (const [credential, data] of Object.entries(credentials(url))) {
			lines.push('', `${label}  ${url}`, `  credential ${credential}:`);
			for (const [name, value] of Object.entries(data)) {
				if (value !== '') lines.push(`    ${name.padEnd(16)} ${value}`);
			}
		}
	}
	lines.push('', 'Control: GET /__sandbox/stats and /__sandbox/requests,');
	lines.push('         POST /__sandbox/config and /__sandbox/reset, on each address.');
	lines.push('', 'Ctrl-C ends it.');
	return lines.join('\n');
}

/** @template Value @param {(vendor: typeof VENDORS[number]) => Value} make @returns {Record<string, Value>} */
const eachVendor = (make) => Object.fromEntries(VENDORS.map((one) => [one.name, make(one)]));

async function main() {
	const options = readArguments(process.argv.slice(2));
	const seed = Number(options.seed ?? 0);
	const sandbox = await startSandbox({
		latencyMs: Number(options.latency ?? 0),
		ports: options.ports === 'free' ? {} : eachVendor(({ port }) => port),
		seed: eachVendor(() => seed),
	});
	if (options.json) {
		const urls = eachVendor(({ name }) => sandbox.url(name));
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
