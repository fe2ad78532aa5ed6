'use strict';

/*
 * npm run demo [-- --exit]
 *
 * From a bare checkout to a workflow that has opened incidents at the vendors (the sandbox plays
 * them), shown in a real n8n. Stays up until Ctrl-C; with --exit it ends after the check.
 */
const { repositoryRoot } = require('./cache');
const { openDemo } = require('./demo-session');
const { table } = require('./table');

const EXAMPLE = 'first-incidents.json';
const log = (/** @type {string} */ line) => console.log(line);

/** This n8n comes from npm, and 3.0 does not: what holds there cannot be shown here. */
const ON_NEWER_HOSTS = `Your own n8n: 1.123.81 or newer. n8n 3.0 comes as a container only, and loads this package only with
N8N_UNVERIFIED_PACKAGES_ENABLED=true on every process (main, webhook, workers): docs/n8n-versions.md.`;

/** @typedef {Awaited<ReturnType<typeof openDemo>>} Demo */

/** Runs the workflow and looks at the vendors for what it created. @param {Demo} demo */
async function runAndReadBack({ host, sandbox, workflow, watch }) {
	const start = workflow.nodes.find(
		(/** @type {any} */ node) => node.type === 'n8n-nodes-base.manualTrigger',
	);
	if (!start) throw new Error(`examples/${EXAMPLE} has no manual trigger`);
	const execution = await watch.step(
		'Run the workflow',
		async () => await host.rest.runToEnd(workflow.id, start.name),
	);
	for (const [name, node] of Object.entries(execution.nodes)) {
		if (node.error)
			log(`node "${name}" failed: ${node.error.message} ${node.error.description ?? ''}`);
	}
	if (execution.status !== 'success')
		throw new Error(`the run ended with status "${execution.status}"`);

	// loaded late: it needs the project's dependencies
	const { readBackCreated } = require('./read-back');
	const { name: packageName } = require(`${repositoryRoot}/package.json`);
	return await watch.step(
		'Read back from the vendors',
		async () =>
			await readBackCreated({ workflow, execution, credentials: sandbox.credentials, packageName }),
	);
}

/** @param {import('./read-back').CreatedObject[]} created */
function showCreated(created) {
	const rows = created.map((one) => [
		one.vendor,
		one.kind,
		String(one.id),
		String(one.title),
		String(one.status),
		one.url,
		one.readBack ? 'yes' : 'no',
	]);
	log(`\n${table(['Vendor', 'Kind', 'ID', 'Title', 'Status', 'URL', 'Read back'], rows)}`);
	for (const one of created) if (one.problem) log(`${one.vendor} ${one.id}: ${one.problem}`);
}

/** @param {Demo} demo */
function showAddresses({ host, sandbox, workflow }) {
	log(`\nThe workflow in n8n:  ${host.baseUrl}/workflow/${workflow.id}`);
	log(`Log in with:          ${host.email}  ${host.password}`);
	log('The vendors (sandbox), by credential type:');
	for (const [type, { baseUrl }] of Object.entries(sandbox.credentials)) {
		log(`  ${type.padEnd(29)}${baseUrl}`);
	}
}

async function untilInterrupted() {
	// signals alone do not keep Node running
	const awake = setInterval(() => {}, 60_000);
	await new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
	});
	clearInterval(awake);
}

async function main() {
	const stay = !process.argv.includes('--exit');
	const demo = await openDemo({ example: EXAMPLE, log });
	try {
		const created = await runAndReadBack(demo);
		showCreated(created);
		const good = created.length > 0 && created.every((one) => one.readBack);
		if (!good) {
			process.exitCode = 1;
			log('\nNot everything that the workflow created was found again.');
		}
		showAddresses(demo);
		log(`\n${ON_NEWER_HOSTS}`);
		log(`\nTotal: ${demo.watch.total()}`);
		if (stay) {
			log('Press Ctrl-C to end.');
			await untilInterrupted();
		}
	} finally {
		log('\nStopping.');
		await demo.stop();
	}
}

main().then(
	() => process.exit(),
	(error) => {
		console.error(`\n${error.message}`);
		process.exit(1);
	},
);
