'use strict';

/* What has to hold when several of the packages are in one n8n (beside.js). Each check throws what is wrong. */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const { demand } = require('../test/host/check-node');
const { fillIn } = require('../test/host/examples');
const { readBackCreated } = require('../test/host/read-back');
const { until } = require('../test/host/rest-session');
const { lineCount } = require('../test/host/twin');
const { COMBINED } = require('./vendors');

const ROOT = path.resolve(__dirname, '..');
/** What a request takes, in milliseconds; and requests that a gate lets pass before it has seen an answer. */
const SLOW_MS = 2_000;
const FIRST_WIDTH = 5;
const TIMEOUT = { timeoutMs: 120_000 };

/** @typedef {import('./vendors').VendorPackage} VendorPackage */
/** @typedef {import('../test/faults/targets').Target} Target */
/** @typedef {{ host: import('../test/host/host').Host, sandbox: any }} Place */
/** @typedef {{ name: string, tarball: string }} Installed */
/** One vendor, by its name in the sandbox, served by two packages. @typedef {{ vendor: string, target: Target, packages: string[] }} Pair */

/** @param {string} file @returns {any} */
const example = (file) => JSON.parse(fs.readFileSync(path.join(ROOT, 'examples', file), 'utf8'));

/** The names that n8n has to list for a package: its nodes, and of those that are no triggers the tools. @param {Installed} installed */
function typesOf({ tarball }) {
	const read = (/** @type {string[]} */ args) => execFileSync('tar', args, { encoding: 'utf8' });
	const files = read(['tzf', tarball]).split('\n');
	const codexes = files.filter((file) => /\.node\.json$/.test(file));
	const names = codexes.map((file) => JSON.parse(read(['xzOf', tarball, file])).node);
	return names
		.flatMap((name) => (/Trigger$/.test(name) ? [name] : [name, `${name}Tool`, `${name}HitlTool`]))
		.sort();
}

/** @param {Place} place @param {Installed[]} packages @returns {Promise<string>} */
async function listed({ host }, packages) {
	/** @type {Array<{ name: string }>} */
	const all = await host.rest.nodeTypes();
	const counts = [];
	for (const installed of packages) {
		const wanted = typesOf(installed);
		const seen = all
			.map(({ name }) => name)
			.filter((name) => name.startsWith(`${installed.name}.`))
			.sort();
		demand(wanted.length > 2 && seen.join() === wanted.join(), `n8n lists ${installed.name}`, seen);
		counts.push(seen.length);
	}
	return counts.join(' + ');
}

/** Each type of credential is known; how often it is offered. @param {Place} place */
async function credentialTypes({ host, sandbox }) {
	/** @type {Array<{ name: string }>} */
	const all = await host.rest.credentialTypes();
	const counts = Object.keys(sandbox.credentials).map(
		(type) => all.filter(({ name }) => name === type).length,
	);
	demand(!counts.includes(0), 'each type of credential is known', counts);
	return [...new Set(counts)].join(' or ');
}

/** A workflow with a node of each of the packages makes one object at each vendor. @param {Place} place @param {VendorPackage[]} vendors */
async function oneWorkflow({ host, sandbox }, vendors) {
	const json = example('first-incidents.json');
	for (const { folder, name } of vendors) {
		for (const node of json.nodes) {
			const isOf = node.type.toLowerCase().startsWith(`${COMBINED}.${folder.toLowerCase()}`);
			if (isOf) node.type = node.type.replace(`${COMBINED}.`, `${name}.`);
		}
	}
	await fillIn(host.rest, json, sandbox.credentials);
	const workflow = await host.rest.createWorkflow(json);
	const execution = await host.rest.runToEnd(workflow.id, 'Start', TIMEOUT);
	demand(execution.status === 'success', 'the workflow runs', execution.error?.message);
	const { credentials } = sandbox;
	const made = await Promise.all(
		vendors.map(async ({ name: packageName }) =>
			readBackCreated({ workflow, execution, credentials, packageName }),
		),
	);
	const right = made.flat().filter(({ readBack }) => readBack);
	demand(
		right.length === vendors.length && made.every(({ length }) => length === 1),
		'each makes one',
		made,
	);
	return `${right.length} made, read back`;
}

/** @param {Place} place @param {string[]} names */
function saidNothing({ host }, names) {
	const lines = fs.readFileSync(host.logFile, 'utf8').split('\n');
	const loud = lines.filter(
		(line) =>
			names.some((name) => line.includes(name)) &&
			/warn|error|deprecat|fail|invalid|beside/i.test(line),
	);
	demand(!loud.length, 'the log says nothing about the packages', loud);
	return 'no word';
}

/** @param {Place} place @param {string[]} names @param {string} version */
function saidOnce({ host }, [one, other], version) {
	const counts = [
		[one, other],
		[other, one],
	].map(([a, b]) => lineCount(host.logFile, `${a} ${version} runs beside ${b} ${version}. `));
	demand(counts[0] + counts[1] === 1, "n8n's log says once that there are two", counts);
	return 'said once';
}

/**
 * Nodes of several packages make objects of one vendor at the same time, with one credential.
 * @param {Place} place
 * @param {Pair} pair
 * @param {(by: string) => string[]} titles
 * @returns {Promise<Array<{ id: string }>>} what all have made
 */
async function makeTogether({ host, sandbox }, { target, packages }, titles) {
	const { credential, node, parameters } = target;
	const data = sandbox.credentials[credential];
	const { id, name } = await host.rest.createCredential(`Beside ${credential}`, credential, data);
	const workflows = await Promise.all(
		packages.map(
			async (by) =>
				await host.rest.createWorkflow({
					name: `Beside ${by}`,
					nodes: [
						{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
						{
							name: 'Items',
							type: 'n8n-nodes-base.code',
							typeVersion: 2,
							parameters: {
								jsCode: `return ${JSON.stringify(titles(by))}.map((title) => ({ json: { title } }));`,
							},
						},
						{
							name: 'Ours',
							type: `${by}.${node.description.name}`,
							parameters: parameters(sandbox),
							credentials: { [credential]: { id, name } },
						},
					],
					connections: {
						Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
						Items: { main: [[{ node: 'Ours', type: 'main', index: 0 }]] },
					},
				}),
		),
	);
	const runs = await Promise.all(
		workflows.map(async (workflow) => await host.rest.runToEnd(workflow.id, 'Start', TIMEOUT)),
	);
	for (const run of runs) demand(run.status === 'success', 'both run', run.error?.message);
	return runs.flatMap(({ nodes }) => nodes.Ours.items[0].map(({ json }) => json));
}

/**
 * Spoils the creates of a vendor. A reset of the sandbox would give IDs out once more, of which n8n's process knows whose they are.
 * @param {Place} place @param {Pair} pair @param {object} rule
 */
function spoil({ sandbox }, { vendor, target }, rule) {
	sandbox.clearFaults();
	sandbox.clearRequests();
	sandbox.fault(vendor, { method: 'POST', path: target.create.path, ...rule });
}

/** Both together have the width of one. @param {Place} place @param {Pair} pair */
async function width(place, pair) {
	const { vendor, target } = pair;
	spoil(place, pair, { delayMs: SLOW_MS, times: Infinity });
	await makeTogether(place, pair, (by) =>
		Array.from({ length: FIRST_WIDTH }, (_, index) => `${by} ${index}`),
	);
	/** @type {Array<{ method: string, path: string, at: number }>} */
	const requests = place.sandbox.requests(vendor);
	const at = requests
		.filter(({ method, path: sent }) => method === 'POST' && sent === target.create.path)
		.map((request) => request.at)
		.sort((a, b) => a - b);
	demand(at.length === 2 * FIRST_WIDTH, 'all are sent once', at.length);
	// A millisecond is lost where clocks are rounded.
	const atOnce = at.filter((time) => time - at[0] < SLOW_MS - 2).length;
	demand(atOnce === FIRST_WIDTH, 'the first are answered before the next are sent', at);
	return `${atOnce} at once`;
}

/** Two alike creates whose replies are lost are two objects, each taken by one. @param {Place} place @param {Pair} pair */
async function neverTwice(place, pair) {
	spoil(place, pair, { drop: 'after', times: 2 });
	const stored = () => [...pair.target.stored(place.sandbox)].length;
	const before = stored();
	const made = await makeTogether(place, pair, () => ['Disk full']);
	const ids = new Set(made.map(({ id }) => id));
	const count = stored() - before;
	demand(ids.size === 2 && count === 2, 'two are made, and each is taken once', {
		ids: [...ids],
		count,
	});
	return '2 of 2';
}

/** A workflow with its node types changed keeps its credentials. @param {Place} place @param {VendorPackage} vendor */
async function moved({ host, sandbox }, { folder, name }) {
	sandbox.clearFaults();
	const json = example(`life-${folder.toLowerCase()}.json`);
	await fillIn(host.rest, json, sandbox.credentials);
	const { id } = await host.rest.createWorkflow(json);
	const before = await host.rest.runToEnd(id, 'Start', TIMEOUT);
	const { nodes } = await host.rest.workflow(id);
	await host.rest.updateWorkflow(id, { nodes: changed(nodes, name) });
	const after = await host.rest.runToEnd(id, 'Start', TIMEOUT);
	const seen = [before, after].map(({ status, error }) => error?.message ?? status);
	demand(seen.join() === 'success,success', 'it runs before and after', seen);
	const shapes = [before, after].map(({ nodes: ran }) => Object.keys(ran).sort().join());
	demand(shapes[0] === shapes[1], 'the same nodes run', shapes);
	return 'runs on';
}

/** @param {any[]} nodes @param {string} name of the package that they are to be of */
const changed = (nodes, name) =>
	nodes.map((node) => ({ ...node, type: node.type.replace(`${COMBINED}.`, `${name}.`) }));

/** A trigger that is taken offline, changed, and published leaves one subscription. @param {Place} place @param {VendorPackage} vendor @param {any} cases */
async function movedTrigger({ host, sandbox }, { folder, name }, cases) {
	const one = cases.find((/** @type {any} */ each) => each.name === folder);
	if (!one) return 'keeps no subscription';
	sandbox.clearFaults();
	const json = example(`trigger-${folder.toLowerCase()}.json`);
	await fillIn(host.rest, json, sandbox.credentials);
	const { id } = await host.rest.createWorkflow(json);
	await host.rest.activate(id);
	const [first] = one.subscribed(sandbox);
	await host.rest.deactivate(id);
	await until('no subscription', async () => one.subscribed(sandbox).length === 0 || undefined);
	const { nodes } = await host.rest.workflow(id);
	await host.rest.updateWorkflow(id, { nodes: changed(nodes, name) });
	await host.rest.activate(id);
	const then = one.subscribed(sandbox);
	demand(then.length === 1 && then[0].url === first.url, 'one, at the same address', [first, then]);
	await host.rest.deactivate(id);
	await until('none is left', async () => one.subscribed(sandbox).length === 0 || undefined);
	return 'one subscription';
}

module.exports = {
	credentialTypes,
	listed,
	moved,
	movedTrigger,
	neverTwice,
	oneWorkflow,
	saidNothing,
	saidOnce,
	width,
};
