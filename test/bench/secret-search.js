'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** A secret may be written plainly, in base64, or as a part of an address. @param {string} secret */
function spellings(secret) {
	const plain = Buffer.from(secret);
	// base64 looks different for each of the three positions that a text can begin at
	const base64 = [0, 1, 2].map((shift) => {
		const text = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64');
		return text.slice(shift ? shift + 1 : 0, Math.floor(((shift + plain.length) * 4) / 3 / 4) * 4);
	});
	return [...new Set([secret, encodeURIComponent(secret), ...base64])];
}

/** @param {Buffer} content @param {string} secret @returns {number} */
function countIn(content, secret) {
	let found = 0;
	for (const spelling of spellings(secret)) {
		let at = content.indexOf(spelling);
		while (at >= 0) {
			found += 1;
			at = content.indexOf(spelling, at + 1);
		}
	}
	return found;
}

/** What stands around the first find. @param {Buffer} content @param {string} secret */
function around(content, secret) {
	for (const spelling of spellings(secret)) {
		const at = content.indexOf(spelling);
		if (at < 0) continue;
		const text = content.subarray(Math.max(0, at - 120), at + spelling.length + 60).toString();
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

module.exports = { countIn, around, filesIn };
