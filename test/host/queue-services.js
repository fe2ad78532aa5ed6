'use strict';

const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { execFileSync, spawn } = require('node:child_process');
const { ensureCommands } = require('./debian');
const { killGroup, leash } = require('./leash');
const { pause } = require('../bench/figures');
const { run } = require('./run');
const { until } = require('./rest-session');

/** @typedef {import('./run').Log} Log */
/** `restart`: ends it in order, and starts it again after so long, in milliseconds. @typedef {{ stop: () => Promise<void>, restart: (awayMs: number) => Promise<void> }} Service */

const POSTGRES_FOLDER = '/usr/lib/postgresql';
/** PostgreSQL refuses to run as root; its Debian package brings this user. */
const POSTGRES_USER = 'postgres';
const STOP_DEADLINE_MS = 10_000;

/** @param {number} port @returns {Promise<true | undefined>} */
async function answers(port) {
	return await new Promise((resolve) => {
		const socket = net.connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(undefined));
	});
}

/**
 * Starts a server that ends with us, and waits until its port answers.
 *
 * @param {{ command: string, args: string[], port: number, signal: NodeJS.Signals, user?: { uid: number, gid: number } }} options
 * `signal`: what asks it to end at once, but in order
 * @returns {Promise<Service>}
 */
async function startService({ command, args, port, signal, user }) {
	let stop = async () => {};
	const start = async () => {
		const child = spawn(command, args, { stdio: 'ignore', detached: true, env: {}, ...user });
		const release = leash(child.pid);
		const ended = new Promise((resolve) => {
			child.once('error', resolve);
			child.once('exit', resolve);
		}).then(release);
		stop = async () => {
			child.kill(signal);
			const force = setTimeout(() => killGroup(child.pid, 'SIGKILL'), STOP_DEADLINE_MS);
			await ended;
			clearTimeout(force);
		};
		try {
			await until(`${path.basename(command)} on port ${port}`, async () => await answers(port));
		} catch (error) {
			await stop();
			throw error;
		}
	};
	await start();
	return {
		stop: async () => await stop(),
		restart: async (awayMs) => {
			await stop();
			await pause(awayMs);
			await start();
		},
	};
}

/** A Redis that keeps nothing on disk: started again it is empty. @param {{ port: number, log: Log }} options @returns {Promise<Service>} */
async function startRedis({ port, log }) {
	await ensureCommands({
		commands: ['redis-server'],
		packages: ['redis-server'],
		purpose: "n8n's queue mode",
		log,
	});
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	return await startService({ command: 'redis-server', args, port, signal: 'SIGTERM' });
}

/** @returns {string} the folder with `initdb` of the newest PostgreSQL; empty when there is none */
function postgresPrograms() {
	if (!fs.existsSync(POSTGRES_FOLDER)) return '';
	const versions = fs
		.readdirSync(POSTGRES_FOLDER)
		.sort((one, other) => Number(other) - Number(one));
	const folders = versions.map((version) => path.join(POSTGRES_FOLDER, version, 'bin'));
	return folders.find((folder) => fs.existsSync(path.join(folder, 'initdb'))) ?? '';
}

/** The user to run it as; nothing when we are an ordinary one. */
function postgresUser() {
	if (process.getuid?.() !== 0) return undefined;
	const number = (/** @type {string} */ flag) =>
		Number(execFileSync('id', [flag, POSTGRES_USER], { encoding: 'utf8' }));
	return { uid: number('-u'), gid: number('-g') };
}

/**
 * A PostgreSQL with an empty database `n8n` in a folder of its own.
 *
 * @param {{ port: number, folder: string, log: Log }} options `folder`: to be made, and removed by the caller
 * @returns {Promise<Service>}
 */
async function startPostgres({ port, folder, log }) {
	if (!postgresPrograms()) {
		const purpose = "n8n's queue mode";
		await ensureCommands({ commands: ['pg_ctlcluster'], packages: ['postgresql'], purpose, log });
	}
	const programs = postgresPrograms();
	const user = postgresUser();
	fs.mkdirSync(folder, { recursive: true });
	if (user) fs.chownSync(folder, user.uid, user.gid);
	const data = path.join(folder, 'data');
	const make = ['-D', data, '-A', 'trust', '-U', POSTGRES_USER, '--no-sync', '-E', 'UTF8'];
	const initdb = path.join(programs, 'initdb');
	execFileSync(initdb, make, { stdio: 'ignore', cwd: folder, ...user });
	const settings = [
		'listen_addresses=127.0.0.1',
		`unix_socket_directories=${folder}`,
		'fsync=off',
	].flatMap((setting) => ['-c', setting]);
	const args = ['-D', data, '-p', String(port), ...settings];
	const command = path.join(programs, 'postgres');
	const service = await startService({ command, args, port, signal: 'SIGINT', user });
	const where = ['-h', '127.0.0.1', '-p', String(port), '-U', POSTGRES_USER];
	try {
		await until('the database', async () => {
			const ready = path.join(programs, 'pg_isready');
			return await run(ready, where).then(
				() => true,
				() => undefined,
			);
		});
		await run(path.join(programs, 'createdb'), [...where, 'n8n'], {
			log,
			label: 'make a database',
		});
	} catch (error) {
		await service.stop();
		throw error;
	}
	return service;
}

module.exports = { startRedis, startPostgres };
