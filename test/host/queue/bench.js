'use strict';

const { createHash } = require('node:crypto');
const path = require('node:path');
const { createCredentials } = require('../../bench/setup');
const { repositoryRoot } = require('../cache');
const { ensureHost } = require('../install');
const {
	ensureDependencies,
	preparePackage,
	prepareSandbox,
	prepareTargets,
} = require('../prepare');

/** @typedef {import('../../bench/report').Section} Section */
/** @typedef {import('../../sandbox').Sandbox} Sandbox */
/** @typedef {import('../queue-host').QueueHost} QueueHost */

/**
 * What a case of `npm run test:queue` works with.
 *
 * @typedef {object} QueueBench
 * @property {QueueHost} host one main process, one that takes deliveries, two workers
 * @property {Sandbox} sandbox
 * @property {typeof import('../../faults/targets').TARGETS} targets
 * @property {import('../trigger-cases').TriggerCase[]} triggers
 * @property {Record<string, import('../rest').CredentialReference>} credentials by type
 * @property {string} tarball
 * @property {number} items of each run
 * @property {number} seed
 * @property {(line: string) => void} log
 * @property {() => Promise<void>} stop
 */

/** What a case has found out: its table, and what is not as it has to be. @typedef {{ section: Section, problems: string[] }} Result */

const SIZE = { webhooks: 1, workers: 2 };
/**
 * n8n gives a job back whose worker does not renew its lock: 60 s, renewed every 10 s, looked for every 30 s,
 * unless its settings say otherwise. A quarter of it, so that nobody waits for two minutes each time.
 */
const QUICKER = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2500',
	QUEUE_WORKER_STALLED_INTERVAL: '7500',
};

/** So that a case can ask a process to free its memory. */
const FREEING = {
	NODE_OPTIONS: `--require "${path.join(__dirname, '..', '..', 'bench', 'free-memory.js')}"`,
};

/** @param {{ items: number, seed: number, log: (line: string) => void }} options @returns {Promise<QueueBench>} */
async function openQueueBench({ items, seed, log }) {
	await ensureDependencies({ log });
	await ensureHost({ log });
	const tarball = await preparePackage({ log });
	const sandboxModule = await prepareSandbox({ log });
	const { TARGETS: targets } = require(await prepareTargets({ log }));
	const compiled = path.join(repositoryRoot, '.cache', 'faults', 'test', 'host');
	const { TRIGGER_CASES: triggers } = require(path.join(compiled, 'trigger-cases.js'));
	/** @type {Sandbox} */
	const sandbox = await require(sandboxModule).startSandbox();
	try {
		const host = await openHost({ tarball, log });
		const credentials = await createCredentials(host, sandbox);
		const stop = async () => {
			await host.stop();
			await sandbox.stop();
		};
		return { host, sandbox, targets, triggers, credentials, tarball, items, seed, log, stop };
	} catch (error) {
		await sandbox.stop();
		throw error;
	}
}

/** @param {{ tarball?: string, log: (line: string) => void }} options @returns {Promise<QueueHost>} */
async function openHost(options) {
	// loaded late: it needs the project's dependencies
	const { startQueueHost } = require('../queue-host');
	return await startQueueHost({ ...options, ...SIZE, extraEnv: { ...QUICKER, ...FREEING } });
}

/** Where among the items something goes wrong: about half-way, the same for the same seed. @param {Pick<QueueBench, 'items' | 'seed'>} bench @param {string} name */
function halfWay({ items, seed }, name) {
	const chance = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE() / 2 ** 32;
	return Math.round(items * (0.45 + chance / 10));
}

module.exports = { halfWay, openHost, openQueueBench, QUICKER };
