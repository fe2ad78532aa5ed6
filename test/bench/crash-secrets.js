'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { createNode, vendorCases } = require('./crash-vendors');
const { runOnce } = require('./measure');
const { faultKinds } = require('./secret-faults');
const { around, countIn, filesIn } = require('./secret-search');
const { workflowOf } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./crash-vendors').VendorCase} VendorCase */
/** @typedef {Map<string, Set<string>>} Planted what it is, and its values so far */

const ITEMS = 2;
/** Is in every run's data, so a search that does not find it is broken. */
const CONTROL = 'Item 0';
const TOKEN_PATH = '/o/token/';

/** What a request to this place carries, so what a careless vendor could repeat. @param {Bench} bench @param {VendorCase} vendorCase @param {string} place @returns {Record<string, string>} */
function carried({ sandbox }, { vendor }, place) {
	const { pagerDutyIncidentsApi, devHelmApi, devRevApi, bleemeoApi } = sandbox.credentials;
	switch (vendor) {
		case 'pagerDuty':
			return {
				'PagerDuty token': String(pagerDutyIncidentsApi.apiToken),
				'PagerDuty From': String(pagerDutyIncidentsApi.from),
			};
		case 'devHelm':
			return { 'DevHelm key': String(devHelmApi.apiKey) };
		case 'devRev':
			return { 'DevRev token': String(devRevApi.accessToken) };
		default: {
			if (place === TOKEN_PATH) return { 'Bleemeo password': String(bleemeoApi.password) };
			const last = sandbox.requests('bleemeo').filter(({ path: used }) => used === place);
			const token = last[last.length - 1].headers.authorization.replace('Bearer ', '');
			return { 'Bleemeo access token': token };
		}
	}
}

/** Not repeated by anybody, but in the answers to a sign-in. @param {Bench} bench @returns {Array<[string, string]>} */
function handedOut({ sandbox }) {
	const { accessTokens, refreshTokens } = sandbox.state('bleemeo');
	return [
		...[...accessTokens.keys()].map(
			(token) => /** @type {const} */ (['Bleemeo access token', token]),
		),
		...[...refreshTokens.keys()].map(
			(token) => /** @type {const} */ (['Bleemeo refresh token', token]),
		),
	].map(([name, token]) => [name, token]);
}

/** Replaces one vendor's faults; the other vendors are at work. @param {Bench} bench @param {VendorCase} vendorCase @param {object[]} faults */
async function setFaults({ sandbox }, { vendor }, faults) {
	const answer = await fetch(`${sandbox.url(vendor)}/__sandbox/config`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ faults }),
	});
	if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
}

/**
 * Runs one vendor's node into every fault, once as it stops and once as it goes on, and its credential test.
 *
 * @param {Bench} bench @param {VendorCase} vendorCase @param {Planted} planted
 * @returns {Promise<string[]>} what the credential tests said
 */
async function everyFault(bench, vendorCase, planted) {
	const { host, sandbox, credentials } = bench;
	const { vendor, path: createPath, credential, label } = vendorCase;
	/** @type {string[]} */
	const ids = [];
	for (const onError of ['stopWorkflow', 'continueRegularOutput']) {
		const node = { ...createNode(bench, vendorCase), onError };
		const options = { name: `${label} ${onError}`, items: ITEMS, node };
		ids.push((await host.rest.createWorkflow(workflowOf(options))).id);
	}
	const places = vendor === 'bleemeo' ? [createPath, TOKEN_PATH] : [createPath];
	/** @type {string[]} */
	const messages = [];
	/** @type {Record<string, number>} */
	const counts = {};
	for (const kind of Object.keys(faultKinds(''))) {
		for (const place of places) {
			for (const id of ids) {
				// without a fault first: Bleemeo then hands a token out
				await setFaults(bench, vendorCase, []);
				await runOnce(bench, id);
				const secrets = carried(bench, vendorCase, place);
				for (const [name, value] of [...Object.entries(secrets), ...handedOut(bench)]) {
					planted.set(name, (planted.get(name) ?? new Set()).add(value));
				}
				const rule = faultKinds(Object.values(secrets).join(' '))[kind];
				if (place === TOKEN_PATH) sandbox.expireTokens();
				await setFaults(bench, vendorCase, [{ ...rule, method: 'POST', path: place, times: null }]);
				const { status } = await runOnce(bench, id, { timeoutMs: 600_000 });
				counts[status] = (counts[status] ?? 0) + 1;
				await setFaults(bench, vendorCase, [{ ...rule, times: null }]);
				const test = await host.rest.testCredential(credentials[credential]);
				messages.push(`test of ${label} at ${kind}: ${test.message}`);
			}
		}
	}
	await setFaults(bench, vendorCase, []);
	bench.log(`${label}: ${JSON.stringify(counts)}`);
	return messages;
}

/** Every execution as n8n gives it to the editor. @param {Bench} bench */
async function executionRecords({ host }) {
	const { data: workflows } = await host.rest.file('/rest/workflows');
	/** @type {Buffer[]} */
	const records = [];
	for (const { id } of workflows) {
		for (const execution of await host.rest.executions(id)) {
			const record = await host.rest.rest('GET', `/executions/${execution.id}`);
			records.push(Buffer.from(JSON.stringify(record)));
		}
	}
	return records;
}

/** @param {Bench} bench @returns {Promise<import('./report').Section>} */
async function secrets(bench) {
	const { host, sandbox } = bench;
	sandbox.reset();
	/** @type {Planted} */
	const planted = new Map();
	const messages = await Promise.all(
		vendorCases(bench).map(async (one) => await everyFault(bench, one, planted)),
	);
	/** @type {Record<string, Buffer[]>} */
	const places = {
		'Execution records': await executionRecords(bench),
		'Credential tests': messages.flat().map((message) => Buffer.from(message)),
	};
	// ended first, so that all is written
	await host.stop({ keep: true });
	const data = path.join(host.userFolder, '.n8n');
	const isDatabase = (/** @type {string} */ name) => name.startsWith('database.sqlite');
	const isPackage = (/** @type {string} */ name) => name.split(path.sep)[0] === 'nodes';
	places['Database file'] = filesIn(data, isDatabase);
	places["n8n's log"] = [fs.readFileSync(host.logFile)];
	places['Other files of n8n'] = filesIn(data, (name) => !isDatabase(name) && !isPackage(name));

	const names = Object.keys(places);
	const finds = (/** @type {string} */ place, /** @type {string} */ value) =>
		places[place].reduce((sum, content) => sum + countIn(content, value), 0);
	const notes = [];
	const rows = [];
	for (const [name, values] of planted) {
		const found = names.map((place) =>
			[...values].reduce((sum, value) => sum + finds(place, value), 0),
		);
		rows.push([name, ...found.map(String)]);
		for (const place of names.filter((_, index) => found[index] > 0)) {
			const [first] = places[place].flatMap((content) =>
				[...values].map((value) => around(content, value)).filter(Boolean),
			);
			notes.push(`${name}, ${place}: ${first}`);
		}
	}
	rows.push([`Control: "${CONTROL}"`, ...names.map((place) => String(finds(place, CONTROL)))]);
	return {
		title: 'Planted secrets',
		about: `Finds of each secret (plain, base64, as a part of an address) after every vendor's create met ${Object.keys(faultKinds('')).length} kinds of faults, stopping and going on, with answers that repeat the secrets; n8n logged on its level "debug". The control shows that the search finds what is there.`,
		headings: ['Secret', ...names],
		rows,
		notes,
	};
}

module.exports = { secrets };
