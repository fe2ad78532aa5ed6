'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** JSON within JSON doubles each backslash, and again. @param {string} text */
const flat = (text) => text.replace(/\\+/g, '\\');

/** A content to be searched, read once. @param {Buffer} content */
const searchable = (content) => flat(content.toString('latin1'));

/** @param {string} content of `searchable` @param {string[]} spellings @returns {number} */
function countIn(content, spellings) {
	let found = 0;
	for (const spelling of spellings) {
		let at = content.indexOf(spelling);
		while (at >= 0) {
			found += 1;
			at = content.indexOf(spelling, at + 1);
		}
	}
	return found;
}

/** What stands around the first find. @param {string} content of `searchable` @param {string[]} spellings */
function around(content, spellings) {
	for (const spelling of spellings) {
		const at = content.indexOf(spelling);
		if (at < 0) continue;
		const text = content.slice(Math.max(0, at - 120), at + spelling.length + 60);
		return text.replaceAll(spelling, '<SECRET>').replace(/[^\x20-\x7e]+/g, ' ');
	}
	return '';
}

/**
 * All files below a folder, some names left out.
 *
 * @param {string} folder @param {(name: string) => boolean} isWanted by the path below the folder
 * @returns {Buffer[]}
 */
function filesIn(folder, isWanted) {
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(isWanted)
		.map((name) => path.join(folder, name))
		.filter((file) => fs.statSync(file).isFile())
		.map((file) => fs.readFileSync(file));
}

module.exports = { searchable, countIn, around, filesIn };
