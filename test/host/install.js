'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { cacheFolder } = require('./cache');
const { ensureCommands } = require('./debian');
const { withLock, isAlive } = require('./lock');
const { run, cleanEnvironment } = require('./run');

/** @typedef {import('./run').Log} Log */
/** @typedef {{ node: string, n8nBin: string }} HostPaths */
/** @typedef {{ n8n: string, node: string, sqlite3: string }} Versions sqlite3 is the one that this n8n asks for */

/** The n8n that tests drive. @type {Versions} */
const VERSIONS = { n8n: '2.41.1', node: '24.9.0', sqlite3: '5.1.7' };

/** What users may still have, for `npm run test:versions`. @type {Versions[]} */
const OLDER_VERSIONS = [
	{ n8n: '2.35.7', node: '24.9.0', sqlite3: '5.1.7' },
	{ n8n: '2.20.12', node: '22.20.0', sqlite3: '5.1.7' },
	{ n8n: '2.8.4', node: '20.20.2', sqlite3: '5.1.7' },
	{ n8n: '1.123.81', node: '20.20.2', sqlite3: '5.1.7' },
];

/** npm carries Node itself (binary and headers) under one package name per platform. */
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

/** @param {Versions} versions */
const n8nManifest = ({ n8n }) => ({
	name: 'n8n-host',
	private: true,
	dependencies: { n8n },
	// n8n asks for xlsx from a web address outside the registry, and for a linkedom that is too new
	overrides: { xlsx: 'npm:@e965/xlsx@0.20.3', linkedom: '0.18.12' },
});

/** Apart from n8n, so that the compiler can work while n8n's 1500 packages are still on their way. @param {Versions} versions */
const toolsManifest = ({ node, sqlite3 }) => ({
	name: 'n8n-host-tools',
	private: true,
	dependencies: { [NODE_PACKAGE]: node, sqlite3 },
});

const RETRY_AFTER_MS = 5000;
const INSTALL = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false'];

/** @param {string} folder @returns {HostPaths} */
function pathsIn(folder) {
	return {
		node: path.join(folder, 'tools', 'node_modules', NODE_PACKAGE, 'bin', 'node'),
		n8nBin: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

/** @param {string} folder @param {Versions} versions */
function isReady(folder, versions) {
	try {
		const marker = JSON.parse(fs.readFileSync(path.join(folder, 'ready.json'), 'utf8'));
		const paths = pathsIn(folder);
		return (
			JSON.stringify(marker) === JSON.stringify(versions) &&
			fs.existsSync(paths.node) &&
			fs.existsSync(paths.n8nBin)
		);
	} catch {
		return false;
	}
}

/** Counts package folders, without descending into them. @param {string} modules */
function countPackages(modules) {
	try {
		let count = 0;
		for (const name of fs.readdirSync(modules)) {
			if (name.startsWith('.')) continue;
			count += name.startsWith('@') ? fs.readdirSync(path.join(modules, name)).length : 1;
		}
		return count ? `${count} packages` : 'working out versions';
	} catch {
		return 'working out versions';
	}
}

/** Removes half-made installations of processes that have died. @param {string} folder */
async function removeLeftovers(folder) {
	const parent = path.dirname(folder);
	const prefix = `${path.basename(folder)}.part-`;
	for (const name of fs.readdirSync(parent)) {
		const pid = Number(name.slice(prefix.length));
		if (!name.startsWith(prefix) || (pid !== process.pid && isAlive(pid))) continue;
		await fs.promises.rm(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 });
	}
}

/**
 * `npm install` of a manifest, tried twice: the registry is the least reliable part of all this.
 *
 * @param {string} folder
 * @param {object} manifest
 * @param {string} label
 * @param {Log} log
 */
async function installManifest(folder, manifest, label, log) {
	fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
	const measure = () => countPackages(path.join(folder, 'node_modules'));
	const options = { cwd: folder, env: cleanEnvironment(), log, label, measure };
	try {
		await run('npm', INSTALL, options);
	} catch (error) {
		log(`${/** @type {Error} */ (error).message}\nTrying once more in ${RETRY_AFTER_MS / 1000} s.`);
		await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
		await run('npm', INSTALL, options);
	}
}

/** Brings Node, and compiles n8n's embedded database for it. @param {string} folder @param {Versions} versions @param {Log} log */
async function installTools(folder, versions, log) {
	const tools = path.join(folder, 'tools');
	await installManifest(tools, toolsManifest(versions), `install Node ${versions.node}`, log);
	const nodeFolder = path.join(tools, 'node_modules', NODE_PACKAGE);
	await run('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
		cwd: tools,
		env: cleanEnvironment({
			PATH: `${path.join(nodeFolder, 'bin')}${path.delimiter}${process.env.PATH}`,
			npm_config_nodedir: nodeFolder,
			npm_config_build_from_source: 'true',
			JOBS: 'max',
		}),
		log,
		label: 'compile SQLite (about a minute, once)',
	});
}

/** Gives n8n the compiled database. @param {string} folder @param {Versions} versions */
function placeSqlite(folder, versions) {
	const module = (/** @type {string[]} */ ...parts) =>
		path.join(folder, ...parts, 'node_modules', 'sqlite3');
	const { version } = require(path.join(module(), 'package.json'));
	if (version !== versions.sqlite3) {
		throw new Error(
			`n8n ${versions.n8n} has sqlite3 ${version}: write that into test/host/install.js`,
		);
	}
	const binary = path.join('build', 'Release', 'node_sqlite3.node');
	fs.mkdirSync(path.dirname(path.join(module(), binary)), { recursive: true });
	fs.copyFileSync(path.join(module('tools'), binary), path.join(module(), binary));
}

/**
 * Makes sure that n8n and the Node it needs are in the cache folder, and says where. Returns at once
 * when they are. Work that was interrupted is done again from the start, so what is returned is whole.
 *
 * @param {{ log?: Log, versions?: Versions }} [options] default: the n8n that tests drive
 * @returns {Promise<HostPaths>}
 */
async function ensureHost({ log = console.log, versions = VERSIONS } = {}) {
	const folder = path.join(cacheFolder(), `n8n-${versions.n8n}`);
	if (isReady(folder, versions)) return pathsIn(folder);

	return await withLock(`${folder}.lock`, log, async () => {
		if (isReady(folder, versions)) return pathsIn(folder);
		await removeLeftovers(folder);
		await ensureCommands({
			commands: ['python3', 'make', 'g++'],
			packages: ['python3', 'make', 'g++'],
			purpose: "Compiling n8n's embedded database",
			log,
		});
		// built beside its place and moved when whole: a killed npm that lives on cannot damage it
		const part = `${folder}.part-${process.pid}`;
		// both end before anything else happens: a failure must not leave the other one writing
		const results = await Promise.allSettled([
			installManifest(part, n8nManifest(versions), `install n8n ${versions.n8n} (3 GB, once)`, log),
			installTools(part, versions, log),
		]);
		for (const result of results) if (result.status === 'rejected') throw result.reason;
		placeSqlite(part, versions);
		fs.writeFileSync(path.join(part, 'ready.json'), JSON.stringify(versions));
		await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 5 });
		fs.renameSync(part, folder);
		return pathsIn(folder);
	});
}

module.exports = { ensureHost, VERSIONS, OLDER_VERSIONS };
