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

/*
 * What tests note on the way, to be added up at the end of a run: every worker of Jest writes a file of its own, so
 * that none waits for another.
 */

/**
 * @template Entry what is noted: JSON
 * @param {string} name of the folder in the cache
 */
function workerLines(name) {
	const folder = () => join(cacheFolder(), name);
	return {
		/** @param {Iterable<Entry>} entries */
		write(entries) {
			const lines = [...entries].map((one) => `${JSON.stringify(one)}\n`);
			if (!lines.length) return;
			mkdirSync(folder(), { recursive: true });
			const file = `worker-${process.env.JEST_WORKER_ID ?? 0}.jsonl`;
			appendFileSync(join(folder(), file), lines.join(''));
		},
		/** @returns {Entry[]} what all workers have written since `clear` */
		read() {
			const names = existsSync(folder()) ? readdirSync(folder()) : [];
			return names.flatMap((file) =>
				readFileSync(join(folder(), file), 'utf8')
					.split('\n')
					.filter(Boolean)
					.map((line) => JSON.parse(line)),
			);
		},
		/** Forgets earlier runs. */
		clear() {
			rmSync(folder(), { recursive: true, force: true });
		},
	};
}

module.exports = { workerLines };
