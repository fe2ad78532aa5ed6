const {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync,
} = require('node:fs');
const { join } = require('node:path');
const { parse } = require('yaml');

const { cacheFolder, repositoryRoot } = require('../host/cache');

const SPECS = join(repositoryRoot, '..', 'shared', 'specs');

/**
 * An official OpenAPI file. The files are kept beside the repository and are no part of it; where
 * they are missing, the checks against them are not there either.
 * @param {string} name file name in the folder of specs
 * @returns {Record<string, unknown> | undefined}
 */
function loadSpec(name) {
	const file = join(SPECS, name);
	if (!existsSync(file)) return undefined;
	if (name.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
	// YAML of this size takes seconds to read, its JSON milliseconds.
	const { size, mtimeMs } = statSync(file);
	const copy = join(cacheFolder(), 'specs', `${name}.${size}-${Math.trunc(mtimeMs)}.json`);
	if (existsSync(copy)) return JSON.parse(readFileSync(copy, 'utf8'));
	const spec = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 });
	mkdirSync(join(cacheFolder(), 'specs'), { recursive: true });
	// Two workers may write it at once: each its own file, which then takes the name.
	const draft = `${copy}.${process.pid}`;
	writeFileSync(draft, JSON.stringify(spec));
	renameSync(draft, copy);
	return spec;
}

/** @returns {boolean} whether the official files are on this machine */
function hasSpecs() {
	return existsSync(SPECS);
}

module.exports = { hasSpecs, loadSpec };
