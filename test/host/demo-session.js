'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { repositoryRoot } = require('./cache');
const { fillIn } = require('./examples');
const { ensureHost } = require('./install');
const { preparePackage, prepareSandbox, ensureDependencies } = require('./prepare');

/** @typedef {import('./run').Log} Log */
/** @typedef {{ credentials: Record<string, Record<string, any>>, stop: () => Promise<void> }} Sandbox */

/**
 * Says how long each step took.
 *
 * @param {Log} log
 */
function stopwatch(log) {
	const started = Date.now();
	const seconds = (/** @type {number} */ since) => ((Date.now() - since) / 1000).toFixed(1);
	return {
		/** @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>} */
		step: async (name, work) => {
			const began = Date.now();
			log(`== ${name} ...`);
			const result = await work();
			log(`== ${name}: ${seconds(began)} s`);
			return result;
		},
		total: () => `${seconds(started)} s`,
	};
}

/**
 * From a bare checkout to a running n8n with the package, the sandbox APIs, and one example workflow imported.
 *
 * @param {{ example: string, log: Log, extraEnv?: Record<string, string> }} options `example`: a file in `examples/`
 */
async function openDemo({ example, log, extraEnv }) {
	const watch = stopwatch(log);
	// n8n's installation waits for the network and one processor, so everything else goes beside it
	const installing = watch.step('n8n', async () => await ensureHost({ log }));
	const preparing = watch.step('Package and sandbox', async () => {
		await ensureDependencies({ log });
		return await Promise.all([preparePackage({ log }), prepareSandbox({ log })]);
	});
	const [[tarball, sandboxModule]] = await Promise.all([preparing, installing]);

	/** @type {Array<() => Promise<void>>} */
	const ends = [];
	const stop = async () => {
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		const sandbox = await watch.step('Start the sandbox', async () => {
			/** @type {Sandbox} */
			const started = await require(sandboxModule).startSandbox({});
			ends.push(async () => await started.stop());
			return started;
		});
		const host = await watch.step('Start n8n', async () => {
			// loaded late: it needs the project's dependencies
			const started = await require('./host').startHost({ tarball, log, extraEnv });
			ends.push(async () => await started.stop());
			return started;
		});
		const workflow = await watch.step(`Import examples/${example}`, async () => {
			const file = path.join(repositoryRoot, 'examples', example);
			const json = JSON.parse(fs.readFileSync(file, 'utf8'));
			await fillIn(host.rest, json, sandbox.credentials);
			return await host.rest.createWorkflow(json);
		});
		return { host, sandbox, workflow, watch, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

module.exports = { openDemo };
