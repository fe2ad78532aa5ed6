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
/** @typedef {import('./queue-services').Service} Service */

/**
 * One of the n8n processes.
 *
 * @typedef {object} Member
 * @property {string} role for instance `worker-0`
 * @property {N8nProcess} n8n
 * @property {string} url of its port
 */

/**
 * @typedef {object} QueueHost
 * @property {string} baseUrl the main process, which has the REST interface and takes deliveries, too
 * @property {string[]} receivers addresses of all processes that take deliveries, the main one first
 * @property {HostRest} rest logged in as the owner
 * @property {Member[]} members all n8n processes, in the order in which they have to be started
 * @property {Member[]} workers
 * @property {{ redis: Service, postgres: Service }} services
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} QueueOptions
 * @property {string} [tarball] the packed package; absent: n8n without it
 * @property {number} webhooks how many processes that only take deliveries
 * @property {number} workers
 * @property {Log} log
 * @property {Record<string, string>} [extraEnv]
 */

const WORKER_CONCURRENCY = 5;

/** @param {number} concurrency executions that a worker runs side by side @returns {string[]} */
const workerCommand = (concurrency = WORKER_CONCURRENCY) => [
	'worker',
	`--concurrency=${concurrency}`,
];

/** What all processes share. @param {{ redis: number, postgres: number, webhookUrl: string }} options @returns {Record<string, string>} */
function sharedEnvironment({ redis, postgres, webhookUrl }) {
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
		N8N_WEBHOOK_URL: `${webhookUrl}/`,
		WEBHOOK_URL: `${webhookUrl}/`,
	};
}

/**
 * One n8n process with a user folder of its own, not started yet.
 *
 * @param {{ role: string, command: string[], folder: string, port: number, env: Record<string, string> } & QueueOptions} options
 * @returns {Promise<Member>}
 */
async function prepareMember({ role, command, folder, tarball, port, env, log }) {
	const paths = await ensureHost({ log });
	const userFolder = path.join(folder, role);
	fs.mkdirSync(userFolder, { recursive: true });
	if (tarball) await placePackage({ tarball, userFolder, log: () => {} });
	const [healthPort, brokerPort] = await freePorts(2);
	const isWorker = command[0] === 'worker';
	const url = `http://127.0.0.1:${port}`;
	const n8n = new N8nProcess({
		paths,
		command,
		env: hostEnvironment({
			...{ userFolder, port, brokerPort, node: paths.node },
			extraEnv: { ...env, QUEUE_HEALTH_CHECK_PORT: String(healthPort) },
		}),
		baseUrl: isWorker ? `http://127.0.0.1:${healthPort}` : url,
		logFile: newLogFile(port),
	});
	return { role, n8n, url };
}

/** The processes that are wanted. @param {QueueOptions} options @returns {Array<{ role: string, command: string[] }>} */
function wantedMembers({ webhooks, workers }) {
	const several = (/** @type {number} */ count, /** @type {string} */ name) =>
		Array.from({ length: count }, (_, number) => `${name}-${number}`);
	return [
		// first, because it makes the tables
		{ role: 'main', command: ['start'] },
		...several(webhooks, 'webhook').map((role) => ({ role, command: ['webhook'] })),
		...several(workers, 'worker').map((role) => ({ role, command: workerCommand() })),
	];
}

/**
 * Starts n8n in queue mode: one main process, processes that only take deliveries, and workers, with a
 * Redis and a PostgreSQL of their own. Triggers register the address of the first process that only takes
 * deliveries, as with a load balancer in front.
 *
 * @param {QueueOptions} options
 * @returns {Promise<QueueHost>}
 */
async function startQueueHost(options) {
	const { log } = options;
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
		const wanted = wantedMembers(options);
		const [redisPort, postgresPort, ...ports] = await freePorts(2 + wanted.length);
		const redis = await startRedis({ port: redisPort, log });
		ends.push(redis.stop);
		const place = path.join(folder, 'postgres');
		const postgres = await startPostgres({ port: postgresPort, folder: place, log });
		ends.push(postgres.stop);
		const webhookUrl = `http://127.0.0.1:${ports[options.webhooks ? 1 : 0]}`;
		const shared = sharedEnvironment({ redis: redisPort, postgres: postgresPort, webhookUrl });
		const env = { ...shared, ...options.extraEnv };
		/** @type {Member[]} */
		const members = [];
		ends.push(async () => {
			await Promise.all(members.map(async ({ n8n }) => await n8n.stop()));
		});
		for (const [index, { role, command }] of wanted.entries()) {
			const port = ports[index];
			const member = await prepareMember({ ...options, role, command, folder, port, env });
			members.push(member);
			await member.n8n.start();
			log(`n8n ${role} is ready`);
		}
		const [main, ...others] = members;
		const rest = new HostRest(main.url);
		await rest.signIn(OWNER);
		const isWorker = (/** @type {Member} */ { role }) => role.startsWith('worker');
		return {
			baseUrl: main.url,
			receivers: [main, ...others.filter((one) => !isWorker(one))].map(({ url }) => url),
			rest,
			members,
			workers: others.filter(isWorker),
			services: { redis, postgres },
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

module.exports = { startQueueHost, workerCommand };
