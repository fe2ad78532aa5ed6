'use strict';

const { createNode, createRequests, hasOption, vendorCases } = require('./crash-vendors');
const { pause } = require('./figures');
const { outcome, readRun } = require('./measure');
const { newest, publishWork, retry } = require('./production');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./crash-vendors').VendorCase} VendorCase */

const ITEMS = 200;
const LATENCY_MS = 50;

/** @param {Bench} bench @param {VendorCase} vendorCase */
async function untilQuiet(bench, { vendor }) {
	while (bench.sandbox.stats(vendor).inFlight > 0) await pause(20);
}

/** "Retry"; when n8n refuses that, the workflow is called again. @param {Bench} bench @param {string} executionId @param {() => Promise<void>} call */
async function tryAgain(bench, executionId, call) {
	const refused = await retry(bench, executionId);
	if (!refused) return 'retried';
	await call();
	return `run again, because n8n refused the retry: ${refused}`;
}

/** @param {Bench} bench @param {VendorCase} vendorCase @param {object} parameters */
async function killed(bench, vendorCase, parameters) {
	const { host, sandbox } = bench;
	sandbox.reset();
	sandbox.latency(LATENCY_MS);
	const node = { ...createNode(bench, vendorCase, parameters), retryOnFail: true };
	const options = { name: 'Killed half-way', items: ITEMS, node };
	const { id, call } = await publishWork(bench, options);
	await call();
	while (createRequests(bench, vendorCase) < ITEMS / 2) await pause(2);
	await host.kill();
	await untilQuiet(bench, vendorCase);
	const before = outcome(bench, ITEMS, vendorCase.vendor);
	await host.restart();
	const crashed = await newest(bench, id);
	const how = await tryAgain(bench, crashed.id, call);
	const last = await newest(bench, id);
	const { status, error } = await readRun(bench, String(last.id));
	const after = outcome(bench, ITEMS, vendorCase.vendor);
	await host.rest.deactivate(id);
	return { before, after, crashed: crashed.status, how, status, error };
}

/** @param {Bench} bench @returns {Promise<import('./report').Section>} */
async function kills(bench) {
	const rows = [];
	const notes = new Set();
	for (const vendorCase of vendorCases(bench)) {
		const { label, key } = vendorCase;
		/** @type {Array<[string, object]>} */
		const runs = [[label, {}]];
		if (key)
			runs.push([
				`${label}, key from the data`,
				{ additionalFields: { [key]: '={{ $json.key }}' } },
			]);
		else if (await hasOption(bench, vendorCase, 'skipIfOpen'))
			runs.push([`${label}, Skip If Already Open`, { options: { skipIfOpen: true } }]);
		else notes.add(`${label} has no option "Skip If Already Open" yet.`);
		for (const [name, parameters] of runs) {
			bench.log(`${name} ...`);
			const { before, after, crashed, how, status, error } = await killed(
				bench,
				vendorCase,
				parameters,
			);
			const counts = [before.created, after.created, after.lost, after.doubled].map(String);
			rows.push([name, crashed, how.split(',')[0], ...counts, status]);
			if (how.includes(',') || error) notes.add(`${name}: ${[how, error].join(' ')}`);
		}
	}
	return {
		title: `${ITEMS} creates at ${LATENCY_MS} ms, Retry On Fail on, n8n killed half-way`,
		about:
			'A production execution of an n8n that is one process; SIGKILL when the vendor has seen half of the requests, n8n started again, then "Retry" of the crashed execution. In [queue mode](queue.md#after-a-killed-worker) "Retry" sends nothing.',
		headings: [
			'Vendor',
			'After the kill',
			'Then',
			'Created before',
			'Created in all',
			'Lost',
			'Doubled',
			'Last execution',
		],
		rows,
		notes: [...notes],
	};
}

module.exports = { kills };
