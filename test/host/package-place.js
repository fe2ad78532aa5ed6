'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { run, cleanEnvironment } = require('./run');

/**
 * Installs a packed community package where a user's n8n looks for it. Needs no network: the package
 * has no dependencies, and its peer n8n-workflow is n8n's own copy at run time.
 *
 * @param {{ tarball: string, userFolder: string, log: import('./run').Log }} options
 */
async function placePackage({ tarball, userFolder, log }) {
	const folder = path.join(userFolder, '.n8n', 'nodes');
	fs.mkdirSync(folder, { recursive: true });
	const manifest = path.join(folder, 'package.json');
	if (!fs.existsSync(manifest)) {
		fs.writeFileSync(manifest, JSON.stringify({ name: 'installed-nodes', private: true }));
	}
	await run(
		'npm',
		[
			'install',
			'--offline',
			'--legacy-peer-deps',
			'--ignore-scripts',
			'--no-audit',
			'--no-fund',
			path.resolve(tarball),
		],
		{ cwd: folder, env: cleanEnvironment(), log, label: `place ${path.basename(tarball)} in n8n` },
	);
}

module.exports = { placePackage };
