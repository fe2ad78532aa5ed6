'use strict';

const { createNode, vendorCases } = require('../../bench/crash-vendors');
const { UNFINISHED } = require('../../bench/production');
const { codeNode, link, PACKAGE } = require('../../bench/workflows');
const { until } = require('../rest-session');
const { post } = require('../sender');
const { judgeDeliveries } = require('./judge');
const { whoRan } = require('./who');

/** @typedef {import('./bench').QueueBench} QueueBench */
/** @typedef {import('./bench').Result} Result */
/** @typedef {import('./judge').DeliveriesRow} DeliveriesRow */
/** @typedef {import('../trigger-cases').TriggerCase} TriggerCase */

const DELIVERIES = 20;
const TRIGGER = 'Trigger';
const ACTION = 'Action';
const ANSWER = 'Answer to ';
/** What the action creates is delivered, too, and must not be answered again. */
const OTHERS = `return $input.all().filter(({ json }) => !String(json.title).startsWith('${ANSWER}'));`;

/** Trigger, then a create at the same vendor for each delivery. @param {QueueBench} bench @param {TriggerCase} trigger @param {import('../rest').CredentialReference} credential */
function workflowFor(bench, { name, type, parameters, vendor }, credential) {
	const vendorCase = vendorCases(bench).find((one) => one.vendor === vendor);
	if (!vendorCase) throw new Error(`${name} has no create`);
	const title = `={{ "${ANSWER}" + $json.deliveryId }}`;
	return {
		name: `${name} answers`,
		nodes: [
			{
				name: TRIGGER,
				type: `${PACKAGE}.${type}`,
				parameters,
				credentials: { [credential.type]: credential },
			},
			codeNode(OTHERS),
			{ name: ACTION, ...createNode(bench, vendorCase, { title }) },
		],
		connections: { ...link(TRIGGER, 'Items'), ...link('Items', ACTION) },
	};
}

/** How often each worker ran. @param {QueueBench} bench @param {string[]} ids */
function sharesOf({ host }, ids) {
	const roles = ids.map((id) => whoRan(host, id).map(({ role }) => role));
	return host.workers
		.map(({ role }) => ({ role, runs: roles.filter((ran) => ran.includes(role)).length }))
		.filter(({ runs }) => runs);
}

/** @param {QueueBench} bench @param {TriggerCase} trigger @returns {Promise<DeliveriesRow>} */
async function answered(bench, trigger) {
	const { host, sandbox, targets } = bench;
	const { rest, receivers } = host;
	sandbox.reset();
	const { name, credential: kind, sign, subscribed, happen, deliveries } = trigger;
	const data = { ...sandbox.credentials[kind], ...sign?.(sandbox) };
	const credential = await rest.createCredential(`${name} trigger`, kind, data);
	const workflow = await rest.createWorkflow(workflowFor(bench, trigger, credential));
	await rest.activate(workflow.id);
	const [{ url }] = subscribed(sandbox);
	for (let count = 0; count < DELIVERIES; count++) await happen(sandbox);
	const answers = () =>
		[...targets[trigger.vendor].stored(sandbox)]
			.map(({ title }) => String(title))
			.filter((title) => title.startsWith(ANSWER));
	const isQuiet = async () => {
		await deliveries(sandbox).idle();
		return (await rest.countExecutions(workflow.id, UNFINISHED)) === 0;
	};
	await until(
		'all deliveries are answered',
		async () => ((await isQuiet()) && answers().length >= DELIVERIES ? true : undefined),
		{ everyMs: 200 },
	);
	const runs = await rest.executions(workflow.id);
	await rest.deactivate(workflow.id);
	await until('the subscription is gone', async () =>
		subscribed(sandbox).length ? undefined : true,
	);
	const body = JSON.stringify({});
	const late = await post({ url, headers: { 'content-type': 'application/json' }, body });
	const created = new Set(answers()).size;
	return {
		label: name,
		takenBy: receivers.indexOf(new URL(url).origin) === 1 ? 'webhook-0' : 'main',
		shares: sharesOf(
			bench,
			runs.map(({ id }) => String(id)),
		),
		...{ runs: runs.length, failed: runs.filter(({ status }) => status !== 'success').length },
		...{ created, lost: DELIVERIES - created, doubled: answers().length - created },
		...{ left: subscribed(sandbox).length, lateStatus: late.status },
	};
}

/** @param {QueueBench} bench @returns {Promise<Result>} */
async function deliveries(bench) {
	/** @type {DeliveriesRow[]} */
	const rows = [];
	for (const trigger of bench.triggers) rows.push(await answered(bench, trigger));
	return {
		section: {
			title: `${DELIVERIES} deliveries, each answered by a create`,
			about:
				"A trigger, and an action at the same vendor; the vendor delivers to the process that only takes deliveries. What the action creates is delivered as well and ends in the run's second step, so there are up to twice as many runs. After taking the workflow offline: subscriptions left at the vendor, and what a late delivery is answered.",
			headings: [
				...['Trigger', 'Taken by', 'Run by', 'Runs', 'Failed runs', 'Created', 'Lost', 'Doubled'],
				...['Subscriptions left', 'A late delivery'],
			],
			rows: rows.map((row) => [
				...[row.label, row.takenBy],
				row.shares.map(({ role, runs }) => `${role}: ${runs}`).join(', '),
				...[row.runs, row.failed, row.created, row.lost, row.doubled, row.left].map(String),
				String(row.lateStatus),
			]),
			notes: [],
		},
		problems: rows.flatMap((row) => judgeDeliveries(row)),
	};
}

module.exports = { deliveries };
