const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const { repositoryRoot } = require('../host/cache');
const { exists } = require('./files');

/**
 * Holds a generated file against what it should be; with GENERATE=1 it is written first.
 * @param {string} file path from the root
 * @param {string} text what it should be
 * @returns {string} what it is; empty when there is none
 */
function generated(file, text) {
	const path = join(repositoryRoot, file);
	if (process.env.GENERATE === '1') {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
	return exists(file) ? readFileSync(path, 'utf8') : '';
}

/**
 * The codex with the actions of its node among its search words, after those that people wrote.
 * A word that begins like an action ("Acknowledge incident") counts as one of ours.
 * @param {string} text a .node.json
 * @param {string[]} actions
 * @returns {string} as JSON; Prettier has its own way with it
 */
function withActions(text, actions) {
	const codex = JSON.parse(text);
	const written = codex.alias.filter((/** @type {string} */ word) => !/^[A-Z]\S* ./.test(word));
	return `${JSON.stringify({ ...codex, alias: [...written, ...actions] }, null, '\t')}\n`;
}

/**
 * A text with what stands between its two marks replaced.
 * @param {string} text
 * @param {string} name of the marks, which are HTML comments
 * @param {string[]} lines
 * @returns {string} the text as it is where it has no such marks
 */
function withBlock(text, name, lines) {
	const block = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`);
	return text.replace(block, (_, begin, end) => `${begin}${lines.join('\n')}\n${end}`);
}

module.exports = { generated, withActions, withBlock };
