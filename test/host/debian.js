'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { run } = require('./run');

/** @param {string} command @returns {string | undefined} where PATH finds it */
function which(command) {
	for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
		const file = path.join(folder, command);
		try {
			fs.accessSync(file, fs.constants.X_OK);
			if (fs.statSync(file).isFile()) return file;
		} catch {
			// not in this folder
		}
	}
	return undefined;
}

/**
 * Makes sure that commands exist, with the help of apt where we may: as root on a Debian or Ubuntu.
 *
 * @param {object} options
 * @param {string[]} options.commands what must be on the PATH
 * @param {string[]} options.packages the Debian packages that bring them
 * @param {string} options.purpose for the message when we cannot help
 * @param {import('./run').Log} options.log
 * @returns {Promise<void>}
 */
async function ensureCommands({ commands, packages, purpose, log }) {
	const missing = () => commands.filter((command) => !which(command));
	if (missing().length === 0) return;
	if (process.getuid?.() === 0 && which('apt-get')) {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await run('apt-get', ['update', '-qq'], { env, log, label: 'apt-get update' });
		await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
			env,
			log,
			label: `apt-get install ${packages.join(' ')}`,
		});
	}
	if (missing().length === 0) return;
	throw new Error(
		`${purpose} needs ${missing().join(', ')}. Install it with your system's package manager ` +
			`(Debian, Ubuntu: sudo apt-get install ${packages.join(' ')}) and start again.`,
	);
}

module.exports = { which, ensureCommands };
