'use strict';

const { randomUUID } = require('node:crypto');
const os = require('node:os');
const path = require('node:path');
const { repositoryRoot } = require('../host/cache');
const { captured, inParallel, post } = require('../host/sender');
const { median, pause, percentile, ratio } = require('./figures');
const { placeNothing } = require('./nothing-package');
const { look } = require('./process-figures');
const { NOTHING, PACKAGE, link } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('../host/sender').Answer} Answer */
/** @typedef {{ name: string, id: string, url: string }} Contender */
/** @typedef {{ cpuMs: number, answers: Answer[] }} Reading `cpuMs`: for each delivery */

/** Few in many rounds, so that a slow minute of the machine meets all contenders alike. */
const DELIVERIES = 50;
/** For each `--rounds`. */
const ROUNDS_EACH = 5;
const WARM_UP_ROUNDS = 2;
const AT_ONCE = [1, 10];
/** n8n has finished its runs when it has used next to nothing for so long. */
const QUIET_MS = 300;
const QUIET_DEADLINE_MS = 60_000;
const GOAL_CPU_MS = 3;
const LIMITS_MS = { DevRev: 3_000, PagerDuty: 5_000 };
const OURS = 'PagerDuty Incidents Trigger';
/** With a credential, as every trigger that registers itself has: n8n checks it on each run. */
const FLOOR = 'trigger that does nothing';
const BARE = 'the same without a credential';

/** Saves and publishes a trigger with one cheap node behind it. @param {Bench} bench @param {string} name @param {object} trigger @returns {Promise<{ id: string, url: string }>} */
async function publish({ host }, name, trigger) {
	const workflow = await host.rest.createWorkflow({
		name,
		nodes: [
			{ name: 'Trigger', ...trigger },
			{ name: 'Nothing', ...NOTHING },
		],
		connections: link('Trigger', 'Nothing'),
	});
	await host.rest.activate(workflow.id);
	return { id: workflow.id, url: host.rest.webhookUrl(workflow, 'Trigger') };
}

/** @param {Bench} bench @returns {Promise<Contender[]>} */
async function contenders(bench) {
	const { host, credentials } = bench;
	const nothing = placeNothing(host.userFolder);
	await host.restart();
	const ownPath = randomUUID();
	const ours = {
		type: `${PACKAGE}.pagerDutyIncidentsTrigger`,
		parameters: { scope: 'account', events: ['incident.triggered'] },
		credentials: { pagerDutyIncidentsApi: credentials.pagerDutyIncidentsApi },
	};
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: {
			httpMethod: 'POST',
			path: ownPath,
			responseMode: 'onReceived',
			options: { noResponseBody: true },
		},
	};
	return [
		{ name: OURS, ...(await publish(bench, OURS, ours)) },
		{
			name: FLOOR,
			...(await publish(bench, FLOOR, { type: nothing, credentials: ours.credentials })),
		},
		{ name: BARE, ...(await publish(bench, BARE, { type: nothing })) },
		{
			...{ name: "n8n's Webhook node", ...(await publish(bench, 'Webhook', webhook)) },
			url: `${host.baseUrl}/webhook/${ownPath}`,
		},
	];
}

/** Waits for the end of all runs. @param {Bench} bench @param {string} workflowId @returns {Promise<number>} processor time so far, without what this wait costs */
async function quietCpuMs({ host }, workflowId) {
	const deadline = Date.now() + QUIET_DEADLINE_MS;
	for (;;) {
		const before = look(host.pid).cpuMs;
		await pause(QUIET_MS);
		const { cpuMs } = look(host.pid);
		// one tick of the clock is 10 ms
		const isQuiet = cpuMs - before <= 20;
		if (isQuiet) {
			const running = await host.rest.executions(workflowId, ['new', 'running', 'waiting']);
			if (!running.length) return cpuMs;
		}
		if (Date.now() > deadline) throw new Error('n8n does not come to rest');
	}
}

/** @param {Bench} bench @returns {Promise<import('../host/sender').Outgoing[]>} signed, each with an ID of its own */
async function deliveriesOf({ sandbox }) {
	const api = sandbox.api('pagerDuty');
	// joined at run time: compiled by then, and no part of the type check
	const file = path.join(repositoryRoot, '.cache', 'sandbox', 'pagerduty', 'webhooks.js');
	const { webhookIncident } = require(file);
	const [incident] = sandbox.state('pagerDuty').incidents.values();
	const data = webhookIncident({ ...incident, status: 'triggered' });
	return await captured(api.deliveries, DELIVERIES, () =>
		api.announce({ type: 'incident.triggered', data }),
	);
}

/** @param {Bench} bench @param {Contender} contender @param {number} atOnce @returns {Promise<Reading>} */
async function measure(bench, { id, url }, atOnce) {
	const outgoing = await deliveriesOf(bench);
	const before = look(bench.host.pid).cpuMs;
	/** @type {Answer[]} */
	const answers = [];
	await inParallel(outgoing, atOnce, async (one) => {
		answers.push(await post({ ...one, url }));
	});
	const cpuMs = ((await quietCpuMs(bench, id)) - before) / DELIVERIES;
	const wrong = answers.find(({ status }) => status !== 200);
	if (wrong) throw new Error(`A delivery was answered with ${wrong.status}`);
	return { cpuMs, answers };
}

/** @param {Bench} bench @param {Contender} contender @param {number} sent */
async function checkRuns({ host }, { id, name }, sent) {
	const done = await host.rest.countExecutions(id, ['success']);
	if (done !== sent) throw new Error(`${name}: ${done} runs of ${sent} deliveries`);
}

/** @param {number} ms */
const short = (ms) => ms.toFixed(1);

/** @param {number} before */
const loadNote = (before) =>
	`Load of the machine (1 minute): ${before.toFixed(1)} before, ${os.loadavg()[0].toFixed(1)} after; the scenario itself makes about 1`;

/** @param {Map<string, Reading[]>} found @param {Contender[]} all @returns {{ rows: string[][], notes: string[] }} */
function report(found, all) {
	const of = (/** @type {string} */ name, /** @type {number} */ atOnce) =>
		found.get(`${name} ${atOnce}`) ?? [];
	const cpuOf = (/** @type {string} */ name, /** @type {number} */ atOnce) =>
		of(name, atOnce).map(({ cpuMs }) => cpuMs);
	/** Round by round, so that a slow moment of the machine counts on both sides. */
	const beyond = (/** @type {string} */ name, /** @type {number} */ atOnce) =>
		median(cpuOf(name, atOnce).map((cpuMs, round) => cpuMs - cpuOf(FLOOR, atOnce)[round]));
	const rows = AT_ONCE.flatMap((atOnce) =>
		all.map(({ name }) => {
			const cpu = cpuOf(name, atOnce);
			const times = of(name, atOnce).flatMap(({ answers }) => answers.map(({ ms }) => ms));
			return [
				name,
				String(atOnce),
				String(times.length),
				short(median(cpu)),
				`${short(Math.min(...cpu))} to ${short(Math.max(...cpu))}`,
				name === FLOOR ? '-' : short(beyond(name, atOnce)),
				ratio(median(cpu), median(cpuOf(FLOOR, atOnce))),
				...[percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)].map((ms) =>
					ms.toFixed(0),
				),
			];
		}),
	);
	const goals = AT_ONCE.map((atOnce) => {
		const more = beyond(OURS, atOnce);
		const verdict = more <= GOAL_CPU_MS ? 'met' : 'missed';
		return `Goal: with ${atOnce} at once at most ${GOAL_CPU_MS} ms of processor time more than a trigger that does nothing: ${short(more)}, ${verdict}`;
	});
	const slowest = Math.max(
		...[...found.values()].flat().flatMap(({ answers }) => answers.map(({ ms }) => ms)),
	);
	const limits = Object.entries(LIMITS_MS).map(
		([vendor, ms]) =>
			`Goal: every answer within the ${ms / 1000} s of ${vendor}: slowest ${(slowest / 1000).toFixed(2)} s, ${slowest <= ms ? 'met' : 'missed'}`,
	);
	return { rows, notes: [...goals, ...limits] };
}

/**
 * @param {Bench} bench
 * @param {{ rounds: number }} options
 * @returns {Promise<import('./report').Section>}
 */
async function trigger(bench, { rounds: asked }) {
	const rounds = asked * ROUNDS_EACH;
	const [load] = os.loadavg();
	const all = await contenders(bench);
	/** @type {Map<string, Reading[]>} */
	const found = new Map();
	for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
		for (const contender of all) {
			for (const atOnce of AT_ONCE) {
				const key = `${contender.name} ${atOnce}`;
				const reading = await measure(bench, contender, atOnce);
				if (round >= 0) found.set(key, [...(found.get(key) ?? []), reading]);
			}
		}
	}
	const sent = (rounds + WARM_UP_ROUNDS) * AT_ONCE.length * DELIVERIES;
	for (const contender of all) await checkRuns(bench, contender, sent);
	for (const { id } of all) await bench.host.rest.deactivate(id);
	const { rows, notes } = report(found, all);
	return {
		title: 'F. Processor time and answers of triggers, milliseconds for each delivery',
		about: `${rounds} rounds of ${DELIVERIES} deliveries after a warm-up, all contenders in turn within one run; every delivery started a run with one No Operation node, and its cost until the run's end is included. "Trigger that does nothing" is a community node that gives on what arrives: no signature, no memory of repeats; with a credential like ours, which n8n checks on each run, and without. Processor time is that of the whole n8n process: median and range of the rounds, and the median of the differences round by round.`,
		headings: [
			'Contender',
			'At once',
			'Deliveries',
			'CPU',
			'Range',
			'More than nothing',
			'Times nothing',
			'Answer p50',
			'p95',
			'Slowest',
		],
		rows,
		notes: [...notes, loadNote(load)],
	};
}

module.exports = { trigger };
