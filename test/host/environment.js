'use strict';

const net = require('node:net');
const path = require('node:path');

/** Fixed, so that a user folder can be opened again and queue-mode processes share it. */
const ENCRYPTION_KEY = 'incident-ops-test-host-0001';

/** What n8n may see of our environment: test runners, proxies and foreign N8N_ settings change it. */
const PASSED_ON = ['PATH', 'LANG', 'LC_ALL', 'TMPDIR', 'USER', 'LOGNAME'];

/**
 * @param {{ userFolder: string, port: number, brokerPort: number, node: string, extraEnv?: Record<string, string> }} options
 * @returns {NodeJS.ProcessEnv} the whole environment of one n8n process
 */
function hostEnvironment({ userFolder, port, brokerPort, node, extraEnv }) {
	/** @type {NodeJS.ProcessEnv} */
	const env = {};
	for (const name of PASSED_ON) {
		if (process.env[name] !== undefined) env[name] = process.env[name];
	}
	return {
		...env,
		PATH: `${path.dirname(node)}${path.delimiter}${env.PATH ?? ''}`,
		// n8n also writes a cache below the home folder, which two hosts must not share
		HOME: userFolder,
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		GENERIC_TIMEZONE: 'UTC',
		...extraEnv,
	};
}

/**
 * Finds free ports on 127.0.0.1, all different.
 *
 * @param {number} count
 * @returns {Promise<number[]>}
 */
async function freePorts(count) {
	const servers = await Promise.all(
		Array.from({ length: count }, async () => {
			const server = net.createServer();
			await new Promise((resolve, reject) => {
				server.once('error', reject);
				server.listen(0, '127.0.0.1', () => resolve(undefined));
			});
			return server;
		}),
	);
	const ports = servers.map((s) => /** @type {net.AddressInfo} */ (s.address()).port);
	await Promise.all(servers.map((s) => new Promise((resolve) => s.close(resolve))));
	return ports;
}

module.exports = { hostEnvironment, freePorts, ENCRYPTION_KEY };
