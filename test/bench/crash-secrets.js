'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { runOnce } = require('./measure');
const { ENCODINGS, spellingsOf } = require('./secret-encodings');
const { faultPlaces } = require('./secret-faults');
const { nodeOf, plant } = require('./secret-plant');
const { around, countIn, filesIn, searchable } = require('./secret-search');
const { workflowOf } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./secret-plant').Planted} Planted */

/** Is in every run's data, so a search that does not find it is broken. */
const CONTROL = 'Item 0';
/** n8n signs in itself for OAuth2, and repeats in tests and in its log what the token service answers. */
const BY_N8N = /Failed to acquire OAuth2 access token|client-oauth2/;
/** The log's entries begin with the time, and some go over several lines. */
const NEXT_ENTRY = /\n(?=\S*\d\d:\d\d:\d\d\.\d{3})/;
const PLACES = Object.keys(faultPlaces(''));

/** Replaces one vendor's faults. @param {Bench} bench @param {Planted} planted @param {object[]} faults */
async function setFaults({ sandbox }, { vendorCase, path: spoiled }, faults) {
	const rules = faults.map((rule) => ({ times: null, method: 'POST', path: spoiled, ...rule }));
	const answer = await fetch(`${sandbox.url(vendorCase.vendor)}/__sandbox/config`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ faults: rules }),
	});
	if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
}

/**
 * One rule for each encoding, taken in turns: a text that holds all of them would be cut.
 *
 * @param {string} place @param {string[]} secrets
 */
const inTurns = (place, secrets) =>
	ENCODINGS.map(({ write }, index) => ({
		...faultPlaces(secrets.map(write).join(' '))[place],
		every: ENCODINGS.length - index,
	}));

/**
 * Runs one node into every place: an item for each encoding as it goes on, one item as it stops, and the
 * credential's test for each encoding.
 *
 * @param {Bench} bench @param {Planted} planted @param {Set<string>} known the secrets of all so far
 * @param {string[]} tokenPaths where a vendor gives tokens
 * @returns {Promise<string[]>} what the credential tests said
 */
async function everyPlace(bench, planted, known, tokenPaths) {
	const { host, credentials } = bench;
	const { label, credential } = planted.vendorCase;
	const save = async (/** @type {string} */ onError, /** @type {number} */ items) => {
		const node = nodeOf(bench, planted, onError);
		return (
			await host.rest.createWorkflow(workflowOf({ name: `${label} ${onError}`, items, node }))
		).id;
	};
	const going = await save('continueRegularOutput', ENCODINGS.length);
	const stopping = await save('stopWorkflow', 1);
	/** @type {string[]} */
	const messages = [];
	/** @type {Record<string, number>} */
	const counts = {};
	for (const [index, place] of PLACES.entries()) {
		const began = Date.now();
		for (const id of [going, stopping]) {
			// one that goes well, so that it is known which token the next request carries
			await setFaults(bench, planted, []);
			await runOnce(bench, stopping);
			planted.before?.();
			const secrets = planted.secrets();
			for (const secret of secrets) known.add(secret);
			const rules = inTurns(place, secrets);
			const one = { ...rules[index % rules.length], every: 1 };
			await setFaults(bench, planted, id === going ? rules : [one]);
			const { status } = await runOnce(bench, id, { timeoutMs: 600_000 });
			counts[status] = (counts[status] ?? 0) + 1;
		}
		for (const rule of inTurns(place, planted.secrets())) {
			planted.before?.();
			// A sign-in cannot know what another one was given.
			const noTokenPath = tokenPaths.length ? `^(?!${tokenPaths.join('|')})` : '^';
			const path = planted.before ? planted.path : noTokenPath;
			await setFaults(bench, planted, [{ ...rule, every: 1, method: undefined, path }]);
			const test = await host.rest.testCredential(credentials[credential]);
			messages.push(`test of ${label}, ${place}: ${test.message}`);
		}
		await setFaults(bench, planted, []);
		bench.log(`${label}, ${place}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
	}
	for (const secret of [...planted.secrets(), ...(planted.unsaid?.() ?? [])]) known.add(secret);
	bench.log(`${label}: ${JSON.stringify(counts)}`);
	return messages;
}

/** @param {string[]} texts */
const buffersOf = (texts) => texts.map((one) => Buffer.from(one));

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

/** Nodes of one vendor share its faults, so they take turns. @param {Bench} bench @param {Set<string>} known */
async function allMessages(bench, known) {
	/** @type {Map<string, Planted[]>} */
	const byVendor = new Map();
	const planted = await plant(bench);
	const tokenPaths = planted.flatMap(({ before, path: asked }) => (before ? [asked] : []));
	for (const one of planted) {
		const { vendor } = one.vendorCase;
		byVendor.set(vendor, [...(byVendor.get(vendor) ?? []), one]);
	}
	const perVendor = await Promise.all(
		[...byVendor.values()].map(async (ofOne) => {
			const messages = [];
			for (const one of ofOne) messages.push(...(await everyPlace(bench, one, known, tokenPaths)));
			return messages;
		}),
	);
	return perVendor.flat();
}

/** @param {Bench} bench @returns {Promise<import('./report').Section>} */
async function secrets(bench) {
	const { host, sandbox } = bench;
	sandbox.reset();
	/** @type {Set<string>} */
	const known = new Set();
	const messages = await allMessages(bench, known);
	/** @type {Record<string, Buffer[]>} */
	const searched = {
		'Execution records': await executionRecords(bench),
		'Credential tests': buffersOf(messages.filter((one) => !BY_N8N.test(one))),
	};
	// ended first, so that all is written
	await host.stop({ keep: true });
	const data = path.join(host.userFolder, '.n8n');
	const isDatabase = (/** @type {string} */ name) => name.startsWith('database.sqlite');
	const isPackage = (/** @type {string} */ name) => name.split(path.sep)[0] === 'nodes';
	searched['Database file'] = filesIn(data, isDatabase);
	const entries = fs.readFileSync(host.logFile, 'utf8').split(NEXT_ENTRY);
	searched["n8n's log"] = buffersOf(entries.filter((one) => !BY_N8N.test(one)));
	searched['Other files of n8n'] = filesIn(data, (name) => !isDatabase(name) && !isPackage(name));

	searched["n8n's own sign-in"] = buffersOf(
		[...messages, ...entries].filter((one) => BY_N8N.test(one)),
	);

	const where = Object.keys(searched);
	const texts = where.map((name) => searched[name].map(searchable));
	/** @param {string[]} spellings */
	const finds = (spellings) =>
		texts.map((all) => all.reduce((sum, text) => sum + countIn(text, spellings), 0));
	const notes = [];
	const rows = [];
	for (const [encoding, spellings] of spellingsOf(known)) {
		const found = finds(spellings);
		rows.push([encoding, ...found.map(String)]);
		for (const [index, name] of where.entries()) {
			if (!found[index]) continue;
			const shown = texts[index].map((text) => around(text, spellings)).filter(Boolean);
			notes.push(...shown.slice(0, 3).map((text) => `${encoding}, ${name}: ${text}`));
		}
	}
	rows.push([`Control: "${CONTROL}"`, ...finds([CONTROL]).map(String)]);
	return {
		title: 'Planted secrets',
		about: `Finds of ${known.size} secrets by the way in which they are written, after creates of every vendor met answers that repeat them in ${PLACES.length} places, stopping and going on, and credential tests did; n8n logged on its level "debug". The control shows that the search finds what is there.`,
		headings: ['Written', ...where],
		rows,
		notes,
	};
}

module.exports = { secrets };
