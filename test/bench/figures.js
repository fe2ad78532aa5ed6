'use strict';

/** @param {number[]} values */
function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {number[]} values @param {number} share for instance 0.95 @returns {number} the value that this share does not exceed */
function percentile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** @param {number} ms */
const seconds = (ms) => (ms / 1000).toFixed(2);

/** @param {number} bytes */
const mebibytes = (bytes) => (bytes / 1024 / 1024).toFixed(0);

/** @param {number | undefined} value @param {number | undefined} base @returns {string} a dash when there is nothing to compare */
const ratio = (value, base) => (value && base ? (value / base).toFixed(2) : '-');

/** @param {number} ms @returns {Promise<void>} */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

module.exports = { median, percentile, seconds, mebibytes, ratio, pause };
