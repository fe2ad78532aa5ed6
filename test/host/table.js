'use strict';

/**
 * @param {string[]} headings
 * @param {string[][]} rows
 * @returns {string} columns aligned with spaces, a line below the headings
 */
function table(headings, rows) {
	const widths = headings.map((heading, column) =>
		Math.max(heading.length, ...rows.map((row) => row[column].length)),
	);
	const line = (/** @type {string[]} */ cells) =>
		cells
			.map((cell, column) => cell.padEnd(widths[column]))
			.join('  ')
			.trimEnd();
	return [
		line(headings),
		widths.map((width) => '-'.repeat(width)).join('  '),
		...rows.map(line),
	].join('\n');
}

module.exports = { table };
