'use strict';

/** @typedef {{ created: number, lost: number, doubled: number, extra: number }} Outcome by item; `extra`: objects too many */

/**
 * What became of the items 0 to n - 1, by the titles of what the vendor has: `Item 7`, or `Tag Item 7` for
 * those of one run among several. Pure.
 *
 * @param {string[]} titles
 * @param {number} items
 * @param {string} [tag]
 * @returns {Outcome}
 */
function countItems(titles, items, tag = '') {
	const start = tag ? `${tag} Item ` : 'Item ';
	const counts = new Array(items).fill(0);
	for (const title of titles) {
		const number = title.startsWith(start) ? title.slice(start.length) : '';
		if (/^\d+$/.test(number) && Number(number) < items) counts[Number(number)] += 1;
	}
	const created = counts.filter((count) => count > 0).length;
	const all = counts.reduce((sum, count) => sum + count, 0);
	const doubled = counts.filter((count) => count > 1).length;
	return { created, lost: items - created, doubled, extra: all - created };
}

module.exports = { countItems };
