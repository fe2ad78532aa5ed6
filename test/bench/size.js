'use strict';

const fs = require('node:fs');
const { execFileSync } = require('node:child_process');
const { repositoryRoot } = require('../host/cache');
const { MOST_BYTES } = require('../pack-budget');
const { median } = require('./figures');

const SCRIPT = `
	require('n8n-workflow');
	const { nodes, credentials } = require('./package.json').n8n;
	const began = performance.now();
	for (const file of [...nodes, ...credentials]) require('./' + file);
	console.log((performance.now() - began).toFixed(1));`;

/** As n8n loads a package: with what is said of its classes beside them, or by the classes themselves. */
const LOADER = `
	require('reflect-metadata');
	process.env.N8N_LOG_LEVEL = 'silent';
	const { LazyPackageDirectoryLoader, PackageDirectoryLoader } = require('n8n-core');
	const Loader = process.argv[1] === 'lazy' ? LazyPackageDirectoryLoader : PackageDirectoryLoader;
	const loader = new Loader(process.cwd());
	gc();
	const heap = process.memoryUsage().heapUsed;
	const began = process.cpuUsage();
	loader.loadAll().then(() => {
		const { user, system } = process.cpuUsage(began);
		gc();
		const grown = process.memoryUsage().heapUsed - heap;
		console.log(JSON.stringify([(user + system) / 1000, grown / 1024 / 1024]));
	});`;

/** @param {'lazy' | 'eager'} way @returns {string[]} medians of processor time and heap */
function loading(way) {
	/** @type {Array<[number, number]>} */
	const runs = Array.from({ length: 5 }, () =>
		// The Node of this process: n8n-core is the one that the tests use.
		JSON.parse(
			execFileSync(process.execPath, ['--expose-gc', '-e', LOADER, way], {
				cwd: repositoryRoot,
				encoding: 'utf8',
			}),
		),
	);
	const [cpu, heap] = [0, 1].map((part) => median(runs.map((run) => run[part])));
	return [`${cpu.toFixed(0)} ms of CPU`, `${heap.toFixed(1)} MB of heap`];
}

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
			[
				"n8n's loader, with dist/known and dist/types (as shipped)",
				loading('lazy').join(', '),
				'-',
			],
			["n8n's loader, without them", loading('eager').join(', '), '-'],
			['The packed package', `${kilobytes.toFixed(1)} kB`, `${MOST_BYTES / 1000} kB`],
		],
		notes: [],
	};
}

module.exports = { size };
