'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** @typedef {import('./run').Log} Log */

/** A holder renews its lock; one that is older than this belongs to nobody (its number may be in use again). */
const STALE_MS = 60_000;
const RENEW_MS = 5_000;

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
		const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
		// an empty file is a lock that is just being written
		const abandoned = pid ? !isAlive(pid) || age > STALE_MS : age > RENEW_MS;
		if (abandoned) {
			fs.rmSync(file, { force: true });
			continue;
		}
		if (Date.now() - told > 10_000) {
			told = Date.now();
			log(`waiting for process ${pid}, which is doing the same work (lock file ${file})`);
		}
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	const renewal = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), RENEW_MS);
	renewal.unref();
	try {
		return await work();
	} finally {
		clearInterval(renewal);
		fs.rmSync(file, { force: true });
	}
}

module.exports = { withLock, isAlive };
