'use strict';

/*
 * Ends a process group when the process that started it is gone, however it went: our end of the pipe
 * on standard input closes with it. Exit handlers cannot do this: SIGKILL skips them, and Jest's
 * `process` object never calls them.
 *
 * node guard.js <process group> [temporary folder to remove]
 */
const fs = require('node:fs');

const group = Number(process.argv[2]);
const folder = process.argv[3];

process.stdin.resume();
process.stdin.on('end', () => {
	try {
		process.kill(-group, 'SIGKILL');
	} catch {
		// already gone
	}
	if (folder) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
