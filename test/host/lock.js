'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** @typedef {import('./run').Log} Log */

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it lives, but belongs to somebody else
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}

/** @param {string} file @returns {boolean} true when the lock is ours now */
function tryLock(file) {
	try {
		fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
		return false;
	}
}

/** @param {string} file @returns {number} 0 when nobody readable holds it */
function holder(file) {
	try {
		return Number(fs.readFileSync(file, 'utf8')) || 0;
	} catch {
		return 0;
	}
}

/**
 * Runs `work` while no other process runs it under the same lock file. A lock whose process has
 * died (crash, power cut, Ctrl-C) is taken over.
 *
 * @template T
 * @param {string} file
 * @param {Log} log
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withLock(file, log, work) {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	let told = 0;
	while (!tryLock(file)) {
		const pid = holder(file);
		// an empty file is a lock being written: give its writer a moment before calling it stale
		const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
		if (pid === process.pid || (pid ? !isAlive(pid) : age > 5000)) {
			fs.rmSync(file, { force: true });
			continue;
		}
		if (Date.now() - told > 10_000) {
			told = Date.now();
			log(`waiting for process ${pid}, which is doing the same work (lock file ${file})`);
		}
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	try {
		return await work();
	} finally {
		fs.rmSync(file, { force: true });
	}
}

module.exports = { withLock, isAlive };
