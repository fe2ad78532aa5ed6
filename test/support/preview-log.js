const { workerLines } = require('./worker-lines');

/*
 * Which writes were previewed before they were made: the end of a whole run names those that never were.
 */

/** @typedef {{ operation: string, isPreviewed: boolean }} Note */

/** @type {ReturnType<typeof workerLines>} */
const lines = workerLines('previews');

/** @type {Map<string, boolean>} */
const seen = new Map();

/** A write was run in a test. @param {string} operation @param {boolean} isPreviewed */
function notePreview(operation, isPreviewed) {
	seen.set(operation, seen.get(operation) === true || isPreviewed);
}

/** Writes what was noted since the last call. */
function writePreviews() {
	lines.write([...seen].map(([operation, isPreviewed]) => ({ operation, isPreviewed })));
	seen.clear();
}

/** @returns {{ previewed: string[], never: string[] }} the writes that were run since `clearPreviews` */
function readPreviews() {
	const notes = /** @type {Note[]} */ (lines.read());
	const previewed = new Set(
		notes.filter(({ isPreviewed }) => isPreviewed).map(({ operation }) => operation),
	);
	const all = new Set(notes.map(({ operation }) => operation));
	return {
		previewed: [...previewed].sort(),
		never: [...all].filter((operation) => !previewed.has(operation)).sort(),
	};
}

module.exports = { clearPreviews: lines.clear, notePreview, readPreviews, writePreviews };
