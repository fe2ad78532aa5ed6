const {
	appendFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
} = require('node:fs');
const { join } = require('node:path');

const { cacheFolder } = require('../host/cache');
const { hasSpecs } = require('./specs');

/*
 * What the checks against the official files have seen: every worker writes a file of its own below
 * .cache/openapi, and the end of a run adds them up.
 */

/**
 * @typedef {object} Check
 * @property {string} vendor
 * @property {string} doer
 * @property {string} endpoint
 * @property {string[]} differences known ones that were met
 */

const folder = () => join(cacheFolder(), 'openapi');

/** @type {Map<string, Check & { requests: number }>} */
const seen = new Map();

/** Counts one request. @param {Check} check */
function noteCheck(check) {
	const key = JSON.stringify(check);
	const known = seen.get(key);
	if (known) known.requests += 1;
	else seen.set(key, { ...check, requests: 1 });
}

/** Writes what was counted since the last call. */
function writeChecks() {
	if (!seen.size) return;
	mkdirSync(folder(), { recursive: true });
	const file = join(folder(), `worker-${process.env.JEST_WORKER_ID ?? 0}.jsonl`);
	const lines = [...seen.values()].map((one) => `${JSON.stringify(one)}\n`);
	appendFileSync(file, lines.join(''));
	seen.clear();
}

/** Forgets earlier runs. */
function clearChecks() {
	rmSync(folder(), { recursive: true, force: true });
}

/** @returns {string[]} lines that sum up what was checked since `clearChecks` */
function summarizeChecks() {
	if (!hasSpecs()) return ['OpenAPI: not checked, the official files are not on this machine'];
	const names = existsSync(folder()) ? readdirSync(folder()) : [];
	const checks = names.flatMap((name) =>
		readFileSync(join(folder(), name), 'utf8')
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line)),
	);
	const vendors = [...new Set(checks.map(({ vendor }) => vendor))].sort();
	return vendors.flatMap((vendor) => {
		const own = checks.filter((one) => one.vendor === vendor);
		const count = (/** @type {string[]} */ all) => new Set(all).size;
		const requests = own.reduce((sum, one) => sum + one.requests, 0);
		const operations = count(own.map(({ doer }) => doer).filter((doer) => doer.includes('/')));
		const endpoints = count(own.map(({ endpoint }) => endpoint));
		// The same in each row of a list is one difference.
		const inAnyRow = (/** @type {string} */ one) => one.replace(/\/\d+(?=[/ ])/g, '/*');
		const differences = [...new Set(own.flatMap((one) => one.differences.map(inAnyRow)))].sort();
		return [
			`OpenAPI ${vendor}: ${requests} requests of ${operations} operations at ${endpoints} endpoints fit; ${differences.length} known differences`,
			...differences.map((difference) => `  ${difference}`),
		];
	});
}

module.exports = { clearChecks, noteCheck, summarizeChecks, writeChecks };
