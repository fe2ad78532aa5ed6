'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { cacheFolder } = require('./cache');
const { freePorts, hostEnvironment } = require('./environment');
const { ensureHost, VERSIONS } = require('./install');
const { N8nProcess } = require('./n8n-process');
const { placePackage } = require('./package-place');
const { HostRest } = require('./rest');
const { OlderHostRest } = require('./rest-older');

/**
 * @typedef {object} HostOptions
 * @property {string} tarball the packed package, as `npm pack` makes it
 * @property {string[]} [beside] further packages
 * @property {(line: string) => void} [log] default: silent
 * @property {string} [userFolder] default: a new temporary one, removed by `stop()`
 * @property {Record<string, string>} [extraEnv] settings of n8n on top of the usual ones
 * @property {number} [port] default: a free one
 * @property {import('./install').Versions} [versions] default: the n8n that tests drive
 */

/**
 * @typedef {object} Host
 * @property {string} baseUrl
 * @property {string} email of the owner, who is set up already
 * @property {string} password
 * @property {HostRest} rest logged in as the owner
 * @property {string} userFolder
 * @property {string} logFile kept after `stop()`
 * @property {number} pid 0 while it is not running
 * @property {(options?: { keep?: boolean }) => Promise<void>} stop ends n8n, removes its temporary folder unless `keep`
 * @property {() => Promise<void>} kill ends n8n at once, as a crash would
 * @property {() => Promise<void>} restart ends n8n in order when it runs, and starts it on the same data and port
 */

const OWNER = {
	email: 'owner@example.com',
	password: 'Incident-Ops-1',
	firstName: 'Olivia',
	lastName: 'Owner',
};

const LOGS_KEPT = 10;

/** @param {number} port @returns {string} a new log file; old ones are removed */
function newLogFile(port) {
	const folder = path.join(cacheFolder(), 'logs');
	fs.mkdirSync(folder, { recursive: true });
	const old = fs
		.readdirSync(folder)
		.filter((name) => name.startsWith('n8n-'))
		.sort();
	for (const name of old.slice(0, Math.max(0, old.length - LOGS_KEPT + 1))) {
		fs.rmSync(path.join(folder, name), { force: true });
	}
	const stamp = new Date().toISOString().replace(/[:.]/g, '-');
	return path.join(folder, `n8n-${stamp}-${port}.log`);
}

/**
 * Starts a real n8n with the package among its community nodes, on this machine only.
 *
 * @param {HostOptions} options
 * @returns {Promise<Host>}
 */
async function startHost({
	tarball,
	beside = [],
	log = () => {},
	userFolder,
	extraEnv,
	port,
	versions,
}) {
	const paths = await ensureHost({ log, versions });
	const Rest = versions && versions !== VERSIONS ? OlderHostRest : HostRest;
	const temporary = userFolder === undefined;
	const folder = userFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'incident-ops-n8n-'));
	/** @type {N8nProcess | undefined} */
	let n8n;
	const removeFolder = async () =>
		await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 5 });
	try {
		for (const each of [tarball, ...beside]) {
			await placePackage({ tarball: each, userFolder: folder, log });
		}
		const [freePort, brokerPort] = await freePorts(2);
		const ownPort = port ?? freePort;
		const baseUrl = `http://127.0.0.1:${ownPort}`;
		const logFile = newLogFile(ownPort);
		const env = hostEnvironment({
			userFolder: folder,
			port: ownPort,
			brokerPort,
			node: paths.node,
			extraEnv,
		});
		const started = Date.now();
		n8n = new N8nProcess({
			paths,
			env,
			baseUrl,
			logFile,
			temporaryFolder: temporary ? folder : undefined,
		});
		const running = n8n;
		await running.start();
		const rest = new Rest(baseUrl);
		await rest.signIn(OWNER);
		log(`n8n is ready at ${baseUrl} after ${((Date.now() - started) / 1000).toFixed(1)} s`);

		return {
			baseUrl,
			email: OWNER.email,
			password: OWNER.password,
			rest,
			userFolder: folder,
			logFile,
			get pid() {
				return running.pid;
			},
			stop: async ({ keep = !temporary } = {}) => {
				await running.stop();
				if (!keep) await removeFolder();
			},
			kill: async () => await running.kill(),
			restart: async () => {
				await running.stop();
				await running.start();
			},
		};
	} catch (error) {
		await n8n?.kill();
		if (temporary) await removeFolder();
		throw error;
	}
}

module.exports = { startHost, newLogFile, OWNER };
