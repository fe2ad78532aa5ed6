'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { freePorts, hostEnvironment } = require('./environment');
const { newLogFile, OWNER } = require('./host');
const { ensureHost } = require('./install');
const { N8nProcess } = require('./n8n-process');
const { placePackage } = require('./package-place');
const { startPostgres, startRedis } = require('./queue-services');
const { HostRest } = require('./rest');

/** @typedef {import('./run').Log} Log */

/**
 * @typedef {object} QueueHost
 * @property {string} baseUrl the main process, which has the REST interface and takes deliveries, too
 * @property {string[]} receivers addresses of all processes that take deliveries, the main one first
 * @property {HostRest} rest logged in as the owner
 * @property {() => Promise<void>} stop
 */

const WORKER_CONCURRENCY = 5;

/** What all processes share. @param {{ redis: number, postgres: number, mainUrl: string }} options @returns {Record<string, string>} */
function sharedEnvironment({ redis, postgres, mainUrl }) {
	return {
		EXECUTIONS_MODE: 'queue',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres),
		DB_POSTGRESDB_DATABASE: 'n8n',
		DB_POSTGRESDB_USER: 'postgres',
		DB_POSTGRESDB_PASSWORD: 'none',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		N8N_WEBHOOK_URL: `${mainUrl}/`,
		WEBHOOK_URL: `${mainUrl}/`,
	};
}

/**
 * One n8n process with a user folder of its own, not started yet.
 *
 * @param {{ role: string, command: string[], folder: string, tarball: string, port: number, env: Record<string, string>, log: Log }} options
 */
async function prepareProcess({ role, command, folder, tarball, port, env, log }) {
	const paths = await ensureHost({ log });
	const userFolder = path.join(folder, role);
	await placePackage({ tarball, userFolder, log: () => {} });
	const [healthPort, brokerPort] = await freePorts(2);
	const isWorker = command[0] === 'worker';
	return new N8nProcess({
		paths,
		command,
		env: hostEnvironment({
			...{ userFolder, port, brokerPort, node: paths.node },
			extraEnv: { ...env, QUEUE_HEALTH_CHECK_PORT: String(healthPort) },
		}),
		baseUrl: `http://127.0.0.1:${isWorker ? healthPort : port}`,
		logFile: newLogFile(port),
	});
}

/**
 * Starts n8n in queue mode: one main process, processes that only take deliveries, and workers, with a
 * Redis and a PostgreSQL of their own.
 *
 * @param {{ tarball: string, webhooks: number, workers: number, log: Log, extraEnv?: Record<string, string> }} options
 * @returns {Promise<QueueHost>}
 */
async function startQueueHost({ tarball, webhooks, workers, log, extraEnv }) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-ops-queue-'));
	// the database's user has to get through
	fs.chmodSync(folder, 0o755);
	/** @type {Array<() => Promise<void>>} */
	const ends = [
		async () => await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 5 }),
	];
	const stop = async () => {
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		const [redisPort, postgresPort, mainPort, ...ports] = await freePorts(3 + webhooks + workers);
		const redis = await startRedis({ port: redisPort, log });
		ends.push(redis.stop);
		const place = path.join(folder, 'postgres');
		const postgres = await startPostgres({ port: postgresPort, folder: place, log });
		ends.push(postgres.stop);
		const mainUrl = `http://127.0.0.1:${mainPort}`;
		const env = {
			...sharedEnvironment({ redis: redisPort, postgres: postgresPort, mainUrl }),
			...extraEnv,
		};
		const start = async (
			/** @type {string} */ role,
			/** @type {string[]} */ command,
			/** @type {number} */ port,
		) => {
			const n8n = await prepareProcess({ role, command, folder, tarball, port, env, log });
			ends.push(async () => await n8n.stop());
			await n8n.start();
			log(`n8n ${role} is ready`);
		};
		// the main process makes the tables
		await start('main', ['start'], mainPort);
		for (let number = 0; number < webhooks; number++) {
			await start(`webhook-${number}`, ['webhook'], ports[number]);
		}
		for (let number = 0; number < workers; number++) {
			const command = ['worker', `--concurrency=${WORKER_CONCURRENCY}`];
			await start(`worker-${number}`, command, ports[webhooks + number]);
		}
		const rest = new HostRest(mainUrl);
		await rest.signIn(OWNER);
		const receivers = [mainPort, ...ports.slice(0, webhooks)].map(
			(port) => `http://127.0.0.1:${port}`,
		);
		return { baseUrl: mainUrl, receivers, rest, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

module.exports = { startQueueHost };
