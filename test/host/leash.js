'use strict';

const path = require('node:path');
const { spawn } = require('node:child_process');

/**
 * Signals a whole process group (start its first process with `detached: true`): compilers below npm and
 * the task runner below n8n would live on otherwise.
 *
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function killGroup(pid, signal) {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// the group is gone already
	}
}

/**
 * Makes a process group end with us, also when we are killed or crash.
 *
 * @param {number | undefined} pid of the group
 * @param {string} [folder] temporary folder to remove in that case
 * @returns {() => void} call it when the group has ended
 */
function leash(pid, folder) {
	if (pid === undefined) return () => {};
	const args = [path.join(__dirname, 'guard.js'), String(pid), ...(folder ? [folder] : [])];
	const guard = spawn(process.execPath, args, {
		stdio: ['pipe', 'ignore', 'ignore'],
		// out of reach of a Ctrl-C in the terminal, which is when it is needed
		detached: true,
		env: {},
	});
	guard.on('error', () => {});
	guard.unref();
	const pipe = /** @type {import('node:net').Socket} */ (guard.stdin);
	pipe.on('error', () => {});
	pipe.unref();
	return () => {
		guard.kill('SIGKILL');
	};
}

module.exports = { killGroup, leash };
