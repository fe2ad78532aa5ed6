'use strict';

const { ensureHost } = require('../host/install');
const {
	preparePackage,
	prepareSandbox,
	prepareTargets,
	ensureDependencies,
} = require('../host/prepare');
const { openFront } = require('./front');

/** @typedef {import('../sandbox/index').Sandbox} Sandbox */
/** @typedef {import('../host/host').Host} Host */
/** @typedef {import('../host/rest').CredentialReference} CredentialReference */

/**
 * @typedef {object} Bench
 * @property {Host} host
 * @property {Sandbox} sandbox in this process, so that its state can be read
 * @property {typeof import('../faults/targets').TARGETS} targets each vendor's create, by vendor
 * @property {string} node the Node that n8n runs on
 * @property {string} tarball
 * @property {string} serviceId a PagerDuty service that takes incidents
 * @property {string} pagerDutyAbsent why n8n's PagerDuty node cannot take part; empty when it can
 * @property {Record<string, CredentialReference>} credentials by type
 * @property {(line: string) => void} log
 * @property {() => Promise<void>} stop
 */

/**
 * Builds and packs the package and starts it in a real n8n, next to the sandbox.
 *
 * @param {{ latencyMs: number, log: (line: string) => void, env?: Record<string, string>, front?: boolean }} options
 * `front`: let n8n's own PagerDuty node reach the sandbox too
 * @returns {Promise<Bench>}
 */
async function openBench({ latencyMs, log, env = {}, front: wantsFront = false }) {
	await ensureDependencies({ log });
	const { node } = await ensureHost({ log });
	const tarball = await preparePackage({ log });
	const sandboxModule = await prepareSandbox({ log });
	const { TARGETS: targets } = require(await prepareTargets({ log }));

	/** @type {Array<() => Promise<void>>} */
	const ends = [];
	const stop = async () => {
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		/** @type {Sandbox} */
		const sandbox = await require(sandboxModule).startSandbox({ latencyMs });
		ends.push(async () => await sandbox.stop());
		const front = wantsFront
			? await openFront({ target: sandbox.url('pagerDuty'), log })
			: { env: {}, absent: 'not asked for', close: async () => {} };
		ends.push(front.close);
		// loaded late: it needs the project's dependencies
		const { startHost } = require('../host/host');
		const host = await startHost({ tarball, log, extraEnv: { ...front.env, ...env } });
		ends.push(async () => await host.stop());
		const [serviceId] = sandbox.state('pagerDuty').services.keys();
		const credentials = await createCredentials(host, sandbox);
		const pagerDutyAbsent = front.absent;
		return {
			host,
			sandbox,
			targets,
			node,
			tarball,
			serviceId,
			pagerDutyAbsent,
			credentials,
			log,
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Ours, n8n's PagerDuty credential and a header for the HTTP Request node. @param {Pick<Host, 'rest'>} host @param {Sandbox} sandbox */
async function createCredentials(host, sandbox) {
	const { apiToken } = sandbox.credentials.pagerDutyIncidentsApi;
	const wanted = {
		...sandbox.credentials,
		pagerDutyApi: { apiToken },
		httpHeaderAuth: { name: 'Authorization', value: `Token token=${apiToken}` },
	};
	/** @type {Record<string, CredentialReference>} */
	const created = {};
	for (const [type, data] of Object.entries(wanted)) {
		created[type] = await host.rest.createCredential(`Bench ${type}`, type, data);
	}
	return created;
}

module.exports = { createCredentials, openBench };
