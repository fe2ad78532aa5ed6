'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { repositoryRoot } = require('./cache');
const { withLock } = require('./lock');
const { run } = require('./run');

/** @typedef {import('./run').Log} Log */

/**
 * What belongs to this checkout stays below it, also when the cache is elsewhere: several checkouts may share that.
 * @param {...string} parts
 */
const inRepository = (...parts) => path.join(repositoryRoot, ...parts);

/** @param {string} file @returns {number} 0 when there is none */
const changedAt = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** True when nothing is installed yet, or the lock file has changed since. */
function dependenciesAreStale() {
	const installed = inRepository('node_modules', '.package-lock.json');
	return (
		changedAt(installed) === 0 ||
		changedAt(inRepository('package-lock.json')) > changedAt(installed)
	);
}

/**
 * Installs the project's own development dependencies when they are missing or outdated: exactly those of
 * the lock file, which `npm install` would rewrite.
 *
 * @param {{ log?: Log }} [options]
 */
async function ensureDependencies({ log = console.log } = {}) {
	await withLock(inRepository('.cache', 'dependencies.lock'), log, async () => {
		if (!dependenciesAreStale()) return;
		await run('npm', ['ci', '--no-audit', '--no-fund'], {
			cwd: repositoryRoot,
			log,
			label: "install the project's dependencies (1 GB, once)",
			measure: () => {
				const modules = inRepository('node_modules');
				const count = fs.existsSync(modules) ? fs.readdirSync(modules).length : 0;
				return count ? `${count} folders` : 'working out versions';
			},
		});
		const installed = inRepository('node_modules', '.package-lock.json');
		if (fs.existsSync(installed)) fs.utimesSync(installed, new Date(), new Date());
	});
}

/** Builds the package and packs it as for the registry. @param {Log} log @returns {Promise<string>} */
async function buildAndPack(log) {
	await run('npm', ['run', 'build'], { cwd: repositoryRoot, log, label: 'build the package' });
	const { name, version } = JSON.parse(fs.readFileSync(inRepository('package.json'), 'utf8'));
	const folder = inRepository('.cache', 'package');
	const tarball = path.join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
		cwd: repositoryRoot,
		log,
		label: 'pack it',
	});
	if (!fs.existsSync(tarball)) throw new Error(`npm pack did not write ${tarball}`);
	return tarball;
}

/**
 * Compiles a project of the tests into its folder in `.cache`. Files that have not changed are not written again:
 * another process may be loading them.
 * @param {string} project its folder
 * @param {string} name of the folder in `.cache`
 * @param {string} label
 * @param {Log} log
 */
async function compile(project, name, label, log) {
	const compiler = inRepository('node_modules', 'typescript', 'bin', 'tsc');
	const known = inRepository('.cache', name, 'tsconfig.tsbuildinfo');
	await withLock(inRepository('.cache', `${name}.lock`), log, async () => {
		await run(
			process.execPath,
			[compiler, '-p', project, '--incremental', '--tsBuildInfoFile', known],
			{ cwd: repositoryRoot, log, label },
		);
	});
}

/** Compiles the vendors' sandbox APIs. @param {{ log?: Log }} [options] @returns {Promise<string>} the module to load */
async function prepareSandbox({ log = console.log } = {}) {
	await compile(path.join('test', 'sandbox'), 'sandbox', 'compile the sandbox', log);
	// it loads modules of the project
	return inRepository('.cache', 'sandbox', 'index.js');
}

/**
 * Compiles what the storms and the bench know about the vendors: test/faults and each test/<Vendor>/vendor.ts.
 * @param {{ log?: Log }} [options] @returns {Promise<string>} the module with `TARGETS`
 */
async function prepareTargets({ log = console.log } = {}) {
	await compile(path.join('test', 'faults'), 'faults', "compile the vendors' cases", log);
	return inRepository('.cache', 'faults', 'test', 'faults', 'targets.js');
}

/**
 * Brings the checkout to the packed package, from whatever state it is in.
 *
 * @param {{ log?: Log }} [options]
 * @returns {Promise<string>} the tarball
 */
async function preparePackage({ log = console.log } = {}) {
	await ensureDependencies({ log });
	// the build empties dist/, so two of them must not meet
	return await withLock(
		inRepository('.cache', 'build.lock'),
		log,
		async () => await buildAndPack(log),
	);
}

module.exports = { preparePackage, prepareSandbox, prepareTargets, ensureDependencies };
