'use strict';

const path = require('node:path');

/** The repository's root folder. */
const repositoryRoot = path.resolve(__dirname, '..', '..');

/**
 * The git-ignored folder for everything that is installed, packed or logged by demo and tests:
 * `.cache/` at the repository root, or the folder that INCIDENT_OPS_CACHE names.
 *
 * @returns {string} absolute path; it may not exist yet
 */
function cacheFolder() {
	const named = process.env.INCIDENT_OPS_CACHE;
	return named ? path.resolve(repositoryRoot, named) : path.join(repositoryRoot, '.cache');
}

module.exports = { cacheFolder, repositoryRoot };
