'use strict';

const { randomUUID } = require('node:crypto');
const { pause, percentile } = require('../bench/figures');
const { startCounter } = require('../host/counter');
const { until } = require('../host/rest-session');
const { captured, inParallel, post } = require('../host/sender');

/** @typedef {import('../host/rest').HostRest} HostRest */
/** @typedef {import('../host/sender').Answer} Answer */
/** @typedef {import('../host/sender').Outgoing} Outgoing */
/** @typedef {import('../host/trigger-cases').TriggerCase} TriggerCase */
/** @typedef {import('../sandbox').Sandbox} Sandbox */

/**
 * @typedef {object} Place
 * @property {HostRest} rest
 * @property {string[]} receivers addresses of the processes that take deliveries
 * @property {() => Promise<void>} [restart] given: n8n is restarted before the last copies
 */

/**
 * @typedef {object} Figures
 * @property {Answer[]} answers of all attempts
 * @property {number} copies
 * @property {number} refused attempts that were not answered with 200
 * @property {number} runs that went past the trigger
 * @property {number} lost deliveries without such a run
 * @property {number} surplus runs
 * @property {number} stopped runs that the trigger's own step ended
 * @property {number} failed runs
 * @property {number} seconds
 */

const LATER_MS = 1_000;
/** As a vendor: again after what may pass. */
const PAUSES_MS = [1_000, 2_000, 4_000];
const UNFINISHED = ['new', 'running', 'waiting'];
const END_DEADLINE_MS = 300_000;

/** @param {number} status */
const isRetried = (status) => status === 0 || status === 429 || status >= 500;

/** @param {Outgoing} outgoing @param {string} receiver @returns {Outgoing} the same to another process */
function to({ url, ...rest }, receiver) {
	return { ...rest, url: url.replace(new URL(url).origin, receiver) };
}

/** @param {Outgoing} outgoing @param {Answer[]} answers takes each attempt's */
async function deliver(outgoing, answers) {
	for (const wait of [...PAUSES_MS, 0]) {
		const answer = await post(outgoing);
		answers.push(answer);
		if (!isRetried(answer.status)) return;
		await pause(wait);
	}
}

/** n8n says that it is ready before its triggers are: until then it answers 404. @param {Outgoing} outgoing */
async function untilThere({ url }) {
	await until('the trigger is there', async () => {
		const probe = { url, headers: { 'content-type': 'application/json' }, body: '{}' };
		const { status } = await post(probe);
		return status === 401 || undefined;
	});
}

/** @param {Place} place @param {Outgoing[]} outgoing @param {{ atOnce: number, together: number }} plan @returns {Promise<Answer[]>} */
async function sendAll({ receivers, restart }, outgoing, { atOnce, together }) {
	/** @type {Answer[]} */
	const answers = [];
	const copy = async (/** @type {Outgoing} */ one, /** @type {number} */ number) =>
		await deliver(to(one, receivers[number % receivers.length]), answers);
	/** @type {Array<Promise<void>>} */
	const later = [];
	await inParallel(outgoing, atOnce, async (one) => {
		const numbers = Array.from({ length: together }, (_, number) => number);
		await Promise.all(numbers.map(async (number) => await copy(one, number)));
		if (!restart) later.push(pause(LATER_MS).then(async () => await copy(one, together)));
	});
	await Promise.all(later);
	if (restart) {
		await restart();
		await untilThere(outgoing[0]);
		await inParallel(outgoing, atOnce, async (one) => await copy(one, together));
	}
	return answers;
}

/**
 * Sends each of many deliveries several times at the same moment and once more later, and counts the runs
 * that go past the trigger.
 *
 * @param {{ place: Place, sandbox: Sandbox, trigger: TriggerCase, triggerWorkflow: (wanted: any) => any, plan: { deliveries: number, atOnce: number, together: number } }} options
 * @returns {Promise<Figures>}
 */
async function stormOn({ place, sandbox, trigger, triggerWorkflow, plan }) {
	const { rest } = place;
	const { deliveries, together } = plan;
	const counter = await startCounter();
	try {
		const { type, parameters, credential: kind } = trigger;
		const name = `Storm ${randomUUID()}`;
		const credential = await rest.createCredential(name, kind, {
			...sandbox.credentials[kind],
			...trigger.sign?.(sandbox),
		});
		const workflow = await rest.createWorkflow(
			triggerWorkflow({ type, parameters, credential, countUrl: counter.url }),
		);
		await rest.activate(workflow.id);
		const happen = () => trigger.happen(sandbox);
		const outgoing = await captured(trigger.deliveries(sandbox), deliveries, happen);
		for (const receiver of place.receivers) await untilThere(to(outgoing[0], receiver));

		const began = Date.now();
		const answers = await sendAll(place, outgoing, plan);
		const seconds = (Date.now() - began) / 1000;
		await until(
			'all runs have ended',
			async () => ((await rest.countExecutions(workflow.id, UNFINISHED)) ? undefined : true),
			{ timeoutMs: END_DEADLINE_MS, everyMs: 1_000 },
		);
		const all = await rest.countExecutions(workflow.id);
		const failed = all - (await rest.countExecutions(workflow.id, ['success']));
		const runs = counter.arrived.length;
		const different = new Set(counter.arrived).size;
		await rest.deactivate(workflow.id);
		return {
			answers,
			copies: deliveries * (together + 1),
			refused: answers.filter(({ status }) => status !== 200).length,
			runs,
			lost: deliveries - different,
			surplus: runs - different,
			stopped: all - failed - runs,
			failed,
			seconds,
		};
	} finally {
		await counter.stop();
	}
}

const HEADINGS = [
	...['Storm', 'Deliveries', 'Copies', 'Not answered with 200', 'Runs', 'Lost', 'Surplus'],
	...['Stopped in the trigger', 'Failed runs', 'Answer p50', 'p95', 'Slowest', 'Seconds'],
];

/** @param {string} name @param {number} deliveries @param {Figures} figures @returns {string[]} below `HEADINGS` */
function rowOf(name, deliveries, figures) {
	const { answers, copies, refused, runs, lost, surplus, stopped, failed, seconds } = figures;
	const times = answers.map(({ ms }) => ms);
	const slow = [percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)];
	return [
		name,
		...[deliveries, copies, refused, runs, lost, surplus, stopped, failed].map(String),
		...slow.map((ms) => (ms / 1000).toFixed(2)),
		seconds.toFixed(0),
	];
}

module.exports = { stormOn, rowOf, HEADINGS };
