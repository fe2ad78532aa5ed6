'use strict';

/** @param {number[]} values */
function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {number} ms */
const seconds = (ms) => (ms / 1000).toFixed(2);

/** @param {number} bytes */
const mebibytes = (bytes) => (bytes / 1024 / 1024).toFixed(0);

/** @param {number | undefined} value @param {number | undefined} base @returns {string} a dash when there is nothing to compare */
const ratio = (value, base) => (value && base ? (value / base).toFixed(2) : '-');

/** @param {number} ms @returns {Promise<void>} */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

module.exports = { median, seconds, mebibytes, ratio, pause };
