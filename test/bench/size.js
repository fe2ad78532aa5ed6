'use strict';

const fs = require('node:fs');
const { execFileSync } = require('node:child_process');
const { repositoryRoot } = require('../host/cache');
const { median } = require('./figures');

const SCRIPT = `
	require('n8n-workflow');
	const { nodes, credentials } = require('./package.json').n8n;
	const began = performance.now();
	for (const file of [...nodes, ...credentials]) require('./' + file);
	console.log((performance.now() - began).toFixed(1));`;

/**
 * What the package costs before it does anything. Wants a build in `dist/`.
 *
 * @param {{ node: string, tarball: string }} options `node`: the Node that n8n runs on
 * @returns {import('./report').Section}
 */
function size({ node, tarball }) {
	const loads = Array.from({ length: 5 }, () =>
		Number(execFileSync(node, ['-e', SCRIPT], { cwd: repositoryRoot, encoding: 'utf8' })),
	);
	const kilobytes = fs.statSync(tarball).size / 1000;
	return {
		title: 'Size',
		about:
			'Requiring is the median of five fresh processes in which n8n-workflow is loaded already.',
		headings: ['What', 'Found', 'Limit'],
		rows: [
			['Requiring all node and credential files', `${median(loads)} ms`, '100 ms'],
			['The packed package', `${kilobytes.toFixed(1)} kB`, '250 kB'],
		],
		notes: [],
	};
}

module.exports = { size };
