'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { cacheFolder } = require('./cache');
const { ensureCommands } = require('./debian');
const { withLock, isAlive } = require('./lock');
const { run, cleanEnvironment } = require('./run');

/** @typedef {import('./run').Log} Log */
/** @typedef {{ node: string, n8nBin: string }} HostPaths */

const VERSIONS = { n8n: '2.41.1', node: '24.9.0' };

/** npm carries Node itself (binary and headers) under one package name per platform. */
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

const MANIFEST = {
	name: 'n8n-host',
	private: true,
	dependencies: { n8n: VERSIONS.n8n, [NODE_PACKAGE]: VERSIONS.node },
	// n8n asks for xlsx from a web address outside the registry, and for a linkedom that is too new
	overrides: { xlsx: 'npm:@e965/xlsx@0.20.3', linkedom: '0.18.12' },
};

/** @param {string} folder @returns {HostPaths} */
function pathsIn(folder) {
	const modules = path.join(folder, 'node_modules');
	return {
		node: path.join(modules, NODE_PACKAGE, 'bin', 'node'),
		n8nBin: path.join(modules, 'n8n', 'bin', 'n8n'),
	};
}

/** @param {string} folder */
function isReady(folder) {
	try {
		const marker = JSON.parse(fs.readFileSync(path.join(folder, 'ready.json'), 'utf8'));
		const paths = pathsIn(folder);
		return (
			marker.n8n === VERSIONS.n8n &&
			marker.node === VERSIONS.node &&
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

/** @param {string} folder @param {Log} log */
async function installPackages(folder, log) {
	const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false'];
	const options = {
		cwd: folder,
		env: cleanEnvironment(),
		log,
		label: `install n8n ${VERSIONS.n8n} and Node ${VERSIONS.node} (2.7 GB, once)`,
		measure: () => countPackages(path.join(folder, 'node_modules')),
	};
	try {
		await run('npm', args, options);
	} catch (error) {
		log(`${/** @type {Error} */ (error).message}\nTrying once more.`);
		await run('npm', args, options);
	}
}

/** n8n's embedded database is the one package that must be compiled. @param {string} folder @param {Log} log */
async function compileSqlite(folder, log) {
	const nodeFolder = path.dirname(path.dirname(pathsIn(folder).node));
	await run('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
		cwd: folder,
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

/**
 * Makes sure that n8n and the Node it needs are in the cache folder, and says where. Returns at once
 * when they are. Work that was interrupted is done again from the start, so what is returned is whole.
 *
 * @param {{ log?: Log }} [options]
 * @returns {Promise<HostPaths>}
 */
async function ensureHost({ log = console.log } = {}) {
	const folder = path.join(cacheFolder(), `n8n-${VERSIONS.n8n}`);
	if (isReady(folder)) return pathsIn(folder);

	return await withLock(`${folder}.lock`, log, async () => {
		if (isReady(folder)) return pathsIn(folder);
		await removeLeftovers(folder);
		await ensureCommands({
			commands: ['python3', 'make', 'g++'],
			packages: ['python3', 'make', 'g++'],
			purpose: "Compiling n8n's embedded database",
			log,
		});
		// built beside its place and moved when whole: a killed npm that lives on cannot damage it
		const part = `${folder}.part-${process.pid}`;
		fs.mkdirSync(part, { recursive: true });
		fs.writeFileSync(path.join(part, 'package.json'), JSON.stringify(MANIFEST, null, 2));
		await installPackages(part, log);
		await compileSqlite(part, log);
		fs.writeFileSync(path.join(part, 'ready.json'), JSON.stringify(VERSIONS));
		await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 5 });
		fs.renameSync(part, folder);
		return pathsIn(folder);
	});
}

module.exports = { ensureHost, VERSIONS };
