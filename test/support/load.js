const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');

/** Of the repository, or of the folder that it is compiled to. */
const ROOT = resolve(__dirname, '..', '..');

/**
 * Loads a module whose path is known only now.
 * @param {string} path from the root, without its ending
 * @returns {Record<string, unknown>} what it exports
 */
const load = (path) => require(join(ROOT, path));

/**
 * Loads those modules that are there.
 * @param {string[]} paths from the root, without their endings
 * @returns {Record<string, unknown>[]} what each exports
 */
const loadThose = (paths) =>
	paths
		.filter((path) => ['.ts', '.js'].some((ending) => existsSync(join(ROOT, `${path}${ending}`))))
		.map(load);

module.exports = { load, loadThose };
