const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parse } = require('yaml');

/**
 * An official OpenAPI file. The files are kept beside the repository and are no part of it; where
 * they are missing, the checks against them are not there either.
 * @param {string} name file name in the folder of specs
 * @returns {Record<string, unknown> | undefined}
 */
function loadSpec(name) {
	const file = join(__dirname, '..', '..', '..', 'shared', 'specs', name);
	if (!existsSync(file)) return undefined;
	const text = readFileSync(file, 'utf8');
	return name.endsWith('.json') ? JSON.parse(text) : parse(text, { maxAliasCount: -1 });
}

module.exports = { loadSpec };
