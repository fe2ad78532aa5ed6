'use strict';

/*
 * npm run listens [-- --listens=10 --control]
 *
 * Ten failed listens in turn in a real n8n, over four triggers with wrong tokens, and then a publication with a
 * right one: the time of each and the memory of n8n. Fails when one takes longer than 5 s or n8n grows by more
 * than 400 MB. With --control three more listens of a trigger whose `delete` throws, which show what is avoided.
 */
const path = require('node:path');
const { readArguments } = require('../bench/arguments');
const { placeNode } = require('../bench/nothing-package');
const { look } = require('../bench/process-figures');
const { preparePackage, prepareSandbox, ensureDependencies } = require('./prepare');

/** @typedef {import('./host').Host} Host */
/** @typedef {{ what: string, ms: number, mb: number, said: string }} Figure */

const MOST_MS = 5_000;
const MOST_GROWTH_MB = 400;
const CONTROLS = 3;
const PACKAGE = 'n8n-nodes-incident-ops';
const log = (/** @type {string} */ line) => console.log(line);

/** The triggers with credentials that their vendor refuses; Bleemeo's has a token of its own, which is too short. */
const WRONG = [
	{ type: 'devRevTrigger', credential: 'devRevApi', wrong: { accessToken: 'wrong' } },
	{ type: 'devHelmTrigger', credential: 'devHelmApi', wrong: { apiKey: 'wrong' } },
	{
		type: 'pagerDutyIncidentsTrigger',
		credential: 'pagerDutyIncidentsApi',
		wrong: { apiToken: 'wrong' },
	},
	{ type: 'bleemeoTrigger', parameters: { webhookToken: 'short' } },
];
/** The others have defaults. */
const PARAMETERS = { pagerDutyIncidentsTrigger: { scope: 'account' } };

/** @param {number} pid */
const memoryOf = (pid) => Math.round(look(pid).rss / 1e6);

/**
 * @param {Host} host @param {string} type @param {object} [parameters] @param {{ type: string }} [credential]
 * @returns {Promise<string>} the workflow's ID
 */
async function workflowOf({ rest }, type, parameters = {}, credential) {
	const credentials = credential ? { [credential.type]: credential } : {};
	const node = { name: 'Trigger', type, parameters, credentials };
	return (await rest.createWorkflow({ name: type, nodes: [node], connections: {} })).id;
}

/** @param {Host} host @param {string} what @param {() => Promise<unknown>} task @returns {Promise<Figure>} */
async function measured(host, what, task) {
	const began = performance.now();
	const said = await task().then(
		() => '',
		(failure) => String(failure.body?.message ?? failure.message),
	);
	const ms = Math.round(performance.now() - began);
	const figure = { what, ms, mb: memoryOf(host.pid), said };
	log(
		`${what.padEnd(28)} ${String(ms).padStart(7)} ms ${String(figure.mb).padStart(6)} MB  ${said.slice(0, 110)}`,
	);
	return figure;
}

/** @param {Host} host @param {any} sandbox @param {number} count @returns {Promise<Figure[]>} */
async function failedListens(host, sandbox, count) {
	/** @type {string[]} */
	const workflows = [];
	for (const { type, credential, wrong, parameters } of WRONG) {
		const data = { ...sandbox.credentials[credential ?? ''], ...wrong };
		const made = credential
			? await host.rest.createCredential(`Wrong ${type}`, credential, data)
			: undefined;
		const form = {
			...PARAMETERS[/** @type {'pagerDutyIncidentsTrigger'} */ (type)],
			...parameters,
		};
		workflows.push(await workflowOf(host, `${PACKAGE}.${type}`, form, made));
	}
	/** @type {Figure[]} */
	const figures = [];
	for (let turn = 0; turn < count; turn += 1) {
		const { type } = WRONG[turn % WRONG.length];
		const id = workflows[turn % WRONG.length];
		const listen = async () => await host.rest.listen(id, 'Trigger');
		figures.push(await measured(host, `listen ${turn + 1}, ${type}`, listen));
	}
	return figures;
}

/** @param {Host} host @param {any} sandbox @returns {Promise<Figure>} */
async function publication(host, sandbox) {
	const data = sandbox.credentials.devRevApi;
	const credential = await host.rest.createCredential('Right', 'devRevApi', data);
	const id = await workflowOf(host, `${PACKAGE}.devRevTrigger`, {}, credential);
	return await measured(host, 'publish, devRevTrigger', async () => await host.rest.activate(id));
}

/** @param {Host} host @returns {Promise<Figure[]>} */
async function controls(host) {
	const source = path.join(__dirname, 'control', 'ThrowingTrigger.node.js');
	const type = placeNode(host.userFolder, 'n8n-nodes-control-throwing', source);
	await host.restart();
	/** @type {Figure[]} */
	const figures = [];
	for (let turn = 0; turn < CONTROLS; turn += 1) {
		const id = await workflowOf(host, type);
		const listen = async () => await host.rest.listen(id, 'Trigger');
		figures.push(await measured(host, `control ${turn + 1}, delete throws`, listen));
	}
	return figures;
}

async function main() {
	const given = readArguments(process.argv.slice(2), ['listens', 'control']);
	await ensureDependencies({ log });
	const tarball = await preparePackage({ log });
	const sandbox = await require(await prepareSandbox({ log })).startSandbox();
	try {
		// loaded late: it needs the project's dependencies
		const host = await require('./host').startHost({ tarball, log });
		try {
			const before = memoryOf(host.pid);
			const listens = await failedListens(host, sandbox, Number(given.listens ?? 10));
			const published = await publication(host, sandbox);
			const slowest = Math.max(...[...listens, published].map(({ ms }) => ms));
			const growth = Math.max(...listens.map(({ mb }) => mb)) - before;
			log(`slowest ${slowest} ms of ${MOST_MS}; n8n grew by ${growth} MB of ${MOST_GROWTH_MB}`);
			const isTold = listens.every(({ said }) => said !== '') && published.said === '';
			if (!isTold) log('A listen that had to fail did not, or the publication failed');
			if (given.control) await controls(host);
			process.exitCode = isTold && slowest <= MOST_MS && growth <= MOST_GROWTH_MB ? 0 : 1;
		} finally {
			await host.kill();
			await host.stop();
		}
	} finally {
		await sandbox.stop();
	}
}

main().then(
	() => process.exit(),
	(error) => {
		console.error(error);
		process.exit(1);
	},
);
