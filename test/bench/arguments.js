'use strict';

/**
 * Reads `--name=value` and `--name` words.
 *
 * @param {string[]} words
 * @param {string[]} known
 * @returns {Record<string, string>} a word without a value has the value "yes"
 */
function readArguments(words, known) {
	/** @type {Record<string, string>} */
	const found = {};
	for (const word of words) {
		const match = /^--([a-z]+)(?:=(.+))?$/.exec(word);
		if (!match || !known.includes(match[1])) {
			throw new Error(
				`Unknown argument ${word}. Known: ${known.map((name) => `--${name}`).join(', ')}`,
			);
		}
		found[match[1]] = match[2] ?? 'yes';
	}
	return found;
}

/**
 * @param {string | undefined} only as the user gave it, for example `A,B`
 * @param {string[]} all
 * @returns {string[]} the chosen ones, in their own order
 */
function choose(only, all) {
	if (!only) return all;
	const wanted = only.split(',').map((name) => name.trim().toUpperCase());
	const wrong = wanted.find((name) => !all.includes(name));
	if (wrong !== undefined)
		throw new Error(`No part is called ${wrong}. There are ${all.join(', ')}`);
	return all.filter((name) => wanted.includes(name));
}

module.exports = { readArguments, choose };
