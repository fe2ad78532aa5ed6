const v8 = require('node:v8');
const vm = require('node:vm');

v8.setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = vm.runInNewContext('gc');

/** What this process keeps, without what it could throw away. @returns {number} megabytes */
function keptMb() {
	collect();
	const { heapUsed, external } = process.memoryUsage();
	return (heapUsed + external) / 1e6;
}

/** Shows what a test has measured. @param {string} what @param {{ [name: string]: number }} figures */
function show(what, figures) {
	const rounded = Object.entries(figures).map(([name, value]) => `${name} ${Math.round(value)}`);
	console.info(`${what}: ${rounded.join(', ')}`);
}

module.exports = { keptMb, show };
