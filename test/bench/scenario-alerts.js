'use strict';

const path = require('node:path');

const { repositoryRoot } = require('../host/cache');
const { median, ratio, seconds } = require('./figures');
const { runOnce } = require('./measure');
const { codeNode, link, NODE, PACKAGE, START } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */

const ALERTS = 1000;
const LATENCY_MS = 10;
/** How often each payload is read to time it. */
const READINGS = 2000;

const TRIGGER = 'Trigger, an item for each';
const FROM_ALERT = 'Send From Alert, all in one message';

const alertCode = `const alerts = Array.from({ length: ${ALERTS} }, (_, i) => ({
	status: 'firing', fingerprint: 'key-' + i, startsAt: '2026-03-02T02:41:07Z',
	labels: { alertname: 'Item ' + i, severity: 'critical', instance: 'host-' + i },
	annotations: { summary: 'Item ' + i },
}));
return [{ json: { version: '4', groupKey: '{}', receiver: 'n8n', status: 'firing', alerts } }];`;

const itemsCode = `return Array.from({ length: ${ALERTS} }, (_, i) => ({ json: { title: 'Item ' + i, key: 'key-' + i } }));`;

/** @param {Bench} bench @param {string} name @param {string} code @param {object} parameters */
async function saved({ host, credentials }, name, code, parameters) {
	const node = {
		name: NODE,
		type: `${PACKAGE}.pagerDutyIncidents`,
		parameters: { resource: 'event', ...parameters },
		credentials: { pagerDutyEventsApi: credentials.pagerDutyEventsApi },
	};
	const start = { name: START, type: 'n8n-nodes-base.manualTrigger' };
	const nodes = [start, codeNode(code), node];
	const connections = { ...link(START, 'Items'), ...link('Items', NODE) };
	return (await host.rest.createWorkflow({ name, nodes, connections })).id;
}

/** @param {Bench} bench @param {string} id @returns {Promise<number>} milliseconds that the node took */
async function once(bench, id) {
	const { sandbox } = bench;
	sandbox.reset();
	sandbox.latency(LATENCY_MS);
	const { ms, status, error, out } = await runOnce(bench, id);
	const { accepted } = sandbox.state('pagerDuty').events;
	const keys = new Set(accepted.map(({ key }) => key));
	if (
		status !== 'success' ||
		out !== ALERTS ||
		accepted.length !== ALERTS ||
		keys.size !== ALERTS
	) {
		throw new Error(`${status} ${error}: ${out} items, ${accepted.length} events`);
	}
	return ms;
}

/** Milliseconds to tell whose a payload is and to read it, for each alert. @returns {Array<[string, number]>} */
function readings() {
	const { alertsIn } = require(path.join(repositoryRoot, 'dist/nodes/shared/alerts/recognise.js'));
	const { SOURCES } = require(path.join(repositoryRoot, 'dist/nodes/shared/alerts/sources'));
	const group = new Function(alertCode)()[0].json;
	/** @param {() => void} work @param {number} times @returns {number} */
	const timed = (work, times) => {
		work();
		const began = performance.now();
		for (let index = 0; index < times; index++) work();
		return (performance.now() - began) / times;
	};
	const one = { ...group, alerts: group.alerts.slice(0, 1) };
	const unknown = { host: 'web-1', value: 98, labels: {}, status: 'firing', alert: {}, event: 'x' };
	return [
		[`a message of ${ALERTS}`, timed(() => alertsIn(group), 20) / ALERTS],
		['a message of one', timed(() => alertsIn(one), READINGS)],
		[
			'a message of no tool, asked of every source',
			timed(
				() => SOURCES.some((/** @type {any} */ source) => source.recognises(unknown)),
				READINGS,
			),
		],
	];
}

/** @param {Bench} bench @param {{ rounds: number }} options @returns {Promise<import('./report').Section>} */
async function alerts(bench, { rounds }) {
	const trigger = {
		...{
			operation: 'trigger',
			summary: '={{ $json.title }}',
			source: 'bench',
			severity: 'critical',
		},
		additionalFields: { dedupKey: '={{ $json.key }}' },
	};
	const contenders = [
		{ name: TRIGGER, id: await saved(bench, TRIGGER, itemsCode, trigger) },
		{
			name: FROM_ALERT,
			id: await saved(bench, FROM_ALERT, alertCode, { operation: 'sendFromAlert' }),
		},
	];
	/** @type {Map<string, number[]>} */
	const times = new Map(contenders.map(({ name }) => [name, []]));
	for (const { id } of contenders) await once(bench, id);
	for (let round = 1; round <= rounds; round++) {
		bench.log(`round ${round} of ${rounds}`);
		for (const { name, id } of contenders) times.get(name)?.push(await once(bench, id));
	}
	const time = (/** @type {string} */ name) => median(times.get(name) ?? []);
	const share = time(FROM_ALERT) / time(TRIGGER);
	const read = readings();
	const slowest = Math.max(...read.map(([, ms]) => ms));
	const met = (/** @type {boolean} */ good) => (good ? 'met' : 'MISSED');
	return {
		title: `G. ${ALERTS} alerts at ${LATENCY_MS} ms`,
		about: `PagerDuty events, median of ${rounds} round(s) after a warm-up, both in turn within one run. The time is the node's own, by the execution's record.`,
		headings: ['Operation', 'Seconds', `Of the time of ${TRIGGER}`],
		rows: contenders.map(({ name }) => [
			name,
			seconds(time(name)),
			ratio(time(name), time(TRIGGER)),
		]),
		notes: [
			`Goal: at the speed of Trigger itself, at most 1.1 times its time: ${share.toFixed(2)}, ${met(share <= 1.1)}`,
			`Recognising and reading, milliseconds an alert: ${read.map(([what, ms]) => `${what} ${ms.toFixed(4)}`).join(', ')}`,
			`Goal: at most 0.1 ms an alert: ${slowest.toFixed(4)}, ${met(slowest <= 0.1)}`,
		],
	};
}

module.exports = { alerts };
