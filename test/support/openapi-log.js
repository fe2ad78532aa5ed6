const { hasSpecs } = require('./specs');
const { workerLines } = require('./worker-lines');

/*
 * What the checks against the official files have seen: the end of a run adds up what the
 * workers have written.
 */

/**
 * A request.
 * @typedef {object} Check
 * @property {string} vendor
 * @property {string} doer
 * @property {string} endpoint
 * @property {string[]} differences known ones that were met
 */

/**
 * A reply.
 * @typedef {object} ReplyCheck
 * @property {string} vendor
 * @property {string} endpoint
 * @property {number} status
 * @property {string[]} differences known ones that were met
 * @property {string[]} extras keys that the file does not know, as JSON pointers
 */

const lines = workerLines('openapi');

/** @type {Map<string, object & { times: number }>} */
const seen = new Map();

/** @param {object} note */
function count(note) {
	const key = JSON.stringify(note);
	const known = seen.get(key);
	if (known) known.times += 1;
	else seen.set(key, { ...note, times: 1 });
}

/** Counts one request. @param {Check} check */
function noteCheck(check) {
	count({ kind: 'request', ...check, differences: check.differences.map(inAnyRow) });
}

/** Counts one reply. @param {ReplyCheck} check */
function noteReply(check) {
	const once = (/** @type {string[]} */ all) => [...new Set(all.map(inAnyRow))].sort();
	const { differences, extras } = check;
	count({ kind: 'reply', ...check, differences: once(differences), extras: once(extras) });
}

/** A known difference was met. @param {string} name @param {string[]} listed the names of all */
function noteUse(name, listed) {
	count({ kind: 'use', name, listed });
}

/** The same in each row of a list is one difference. @param {string} text */
function inAnyRow(text) {
	return text.replace(/\/\d+(?=[/ ]|$)/g, '/*');
}

/** Writes what was counted since the last call. */
function writeChecks() {
	lines.write(seen.values());
	seen.clear();
}

/** What all workers have written. @param {'request' | 'reply' | 'use'} kind @returns {any[]} */
function readChecks(kind) {
	return lines.read().filter((one) => one.kind === kind);
}

/** @returns {string[]} known differences that nothing met since `clearChecks` */
function unusedDifferences() {
	const uses = readChecks('use');
	const used = new Set(uses.map(({ name }) => name));
	return (uses[0]?.listed ?? []).filter((/** @type {string} */ name) => !used.has(name));
}

/** @returns {string[]} lines that sum up what was checked since `clearChecks` */
function summarizeChecks() {
	if (!hasSpecs()) return ['OpenAPI: not checked, the official files are not on this machine'];
	return [
		...byVendor(readChecks('request'), (own) => {
			const operations = own.map(({ doer }) => doer).filter((doer) => doer.includes('/'));
			return `requests of ${different(operations).length} operations`;
		}),
		...byVendor(readChecks('reply'), (own) => `replies, ${refusals(own)} of them refusals,`),
		...beyond(readChecks('reply')),
	];
}

/** @param {any[]} checks @param {(own: any[]) => string} what @returns {string[]} */
function byVendor(checks, what) {
	return different(checks.map(({ vendor }) => vendor)).flatMap((vendor) => {
		const own = checks.filter((one) => one.vendor === vendor);
		const endpoints = different(own.map(({ endpoint }) => endpoint)).length;
		const differences = different(own.flatMap((one) => one.differences));
		return [
			`OpenAPI ${vendor}: ${total(own)} ${what(own)} at ${endpoints} endpoints fit; ${differences.length} known differences`,
			...differences.map((difference) => `  ${difference}`),
		];
	});
}

/** Keys of replies that a file does not know, and allows. @param {any[]} replies */
function beyond(replies) {
	const keys = different(
		replies.flatMap(({ vendor, endpoint, extras }) =>
			extras.map((/** @type {string} */ key) => `  ${vendor} ${endpoint} ${key}`),
		),
	);
	return keys.length ? [`OpenAPI: ${keys.length} keys of replies are in no file`, ...keys] : [];
}

/** @param {any[]} checks */
function total(checks) {
	return checks.reduce((sum, one) => sum + one.times, 0);
}

/** @param {any[]} replies */
function refusals(replies) {
	return total(replies.filter(({ status }) => status >= 300));
}

/** @param {string[]} all */
function different(all) {
	return [...new Set(all)].sort();
}

module.exports = {
	clearChecks: lines.clear,
	inAnyRow,
	noteCheck,
	noteReply,
	noteUse,
	summarizeChecks,
	unusedDifferences,
	writeChecks,
};
