'use strict';

/*
 * What people get who install more than one of the packages: all four for one vendor in one real n8n, and each of
 * them beside the combined one. Part of npm run packages; -- --beside: this alone.
 */
const path = require('node:path');

const { preparePackage, prepareSandbox, prepareTargets } = require('../test/host/prepare');
const check = require('./beside-checks');
const { COMBINED } = require('./vendors');

/** @typedef {import('./vendors').VendorPackage} VendorPackage */
/** @typedef {import('./beside-checks').Target} Target */
/** @typedef {import('./beside-checks').Place} Place */
/** @typedef {import('./beside-checks').Installed} Installed */
/** @typedef {{ vendor: VendorPackage, tarball: string }} Packed */
/** By the heading of the column; what a row has no check for is left out. @typedef {Record<string, (place: Place) => Promise<string> | string>} Checks */

const HEADINGS = [
	'nodes listed',
	'in the list of credentials',
	'one workflow',
	'width',
	'replies lost',
	'types changed',
	'trigger changed',
	'log',
];

/**
 * Installs packages in an n8n of its own, and looks.
 * @param {string} what @param {Installed[]} packages @param {string} sandboxModule @param {Checks} checks
 * @param {(line: string) => void} log
 * @returns {Promise<{ row: string[], isGood: boolean }>}
 */
async function rowOf(what, packages, sandboxModule, checks, log) {
	// loaded late: it needs the project's dependencies
	const { startHost } = require('../test/host/host');
	const sandbox = await require(sandboxModule).startSandbox({});
	try {
		const [first, ...others] = packages.map(({ tarball }) => tarball);
		const host = await startHost({ tarball: first, beside: others });
		try {
			const row = [what];
			let isGood = true;
			for (const heading of HEADINGS) {
				const looks = checks[heading] ?? (() => '-');
				const cell = await Promise.resolve(looks({ host, sandbox })).catch((error) => {
					isGood = false;
					log(`${what}, ${heading}: ${error.message}`);
					return 'failed';
				});
				row.push(cell);
			}
			log(row.join(', '));
			return { row, isGood };
		} finally {
			await host.stop();
		}
	} finally {
		await sandbox.stop();
	}
}

/**
 * @param {{ packed: Packed[], version: string, log: (line: string) => void }} options
 * @returns {Promise<{ headings: string[], rows: string[][], isGood: boolean }>}
 */
async function beside({ packed, version, log }) {
	const silent = { log: () => {} };
	const combined = { name: COMBINED, tarball: await preparePackage(silent) };
	const sandboxModule = await prepareSandbox(silent);
	const targetsModule = await prepareTargets(silent);
	/** @type {{ TARGETS: Record<string, Target> }} */
	const { TARGETS } = require(targetsModule);
	const cases = path.join(path.dirname(targetsModule), '..', 'host', 'trigger-cases.js');
	const { TRIGGER_CASES } = require(cases);
	const vendors = packed.map(({ vendor }) => vendor);
	const cuts = packed.map(({ vendor, tarball }) => ({ name: vendor.name, tarball }));
	const names = cuts.map(({ name }) => name);

	const came = [
		await rowOf(
			`all ${cuts.length}`,
			cuts,
			sandboxModule,
			{
				'nodes listed': async (place) => await check.listed(place, cuts),
				'in the list of credentials': check.credentialTypes,
				'one workflow': async (place) => await check.oneWorkflow(place, vendors),
				log: async (place) => check.saidNothing(place, names),
			},
			log,
		),
	];
	for (const { vendor, tarball } of packed) {
		const both = [combined, { name: vendor.name, tarball }];
		const found = Object.entries(TARGETS).find(([, { label }]) => label === vendor.folder);
		if (!found) throw new Error(`no target for ${vendor.folder}`);
		const pair = { vendor: found[0], target: found[1], packages: both.map(({ name }) => name) };
		came.push(
			await rowOf(
				`${vendor.name} + combined`,
				both,
				sandboxModule,
				{
					'nodes listed': async (place) => await check.listed(place, both),
					'in the list of credentials': check.credentialTypes,
					width: async (place) => await check.width(place, pair),
					'replies lost': async (place) => await check.neverTwice(place, pair),
					'types changed': async (place) => await check.moved(place, vendor),
					'trigger changed': async (place) =>
						await check.movedTrigger(place, vendor, TRIGGER_CASES),
					log: async (place) => check.saidOnce(place, pair.packages, version),
				},
				log,
			),
		);
	}
	return {
		headings: ['in one n8n', ...HEADINGS],
		rows: came.map(({ row }) => row),
		isGood: came.every(({ isGood }) => isGood),
	};
}

module.exports = { beside };
