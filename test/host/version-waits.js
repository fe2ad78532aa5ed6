'use strict';

const { demand, PACKAGE } = require('./check-node');
const { until } = require('./rest-session');

/** @typedef {import('./version-checks').Place} Place */
/** @typedef {import('./version-checks').Check} Check */

const TYPE = 'pagerDutyIncidentsApi';

/** @param {string} link @param {string} [body] */
async function visit(link, body) {
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const answer = await fetch(link, body ? { method: 'POST', body, headers } : {});
	return { status: answer.status, text: await answer.text() };
}

/** A question is asked, its link is refused when it was altered, and an answer lets the workflow go on. @param {Place} place */
async function answered({ host, sandbox }) {
	const { rest } = host;
	const { id, name } = await rest.createCredential('Check', TYPE, sandbox.credentials[TYPE]);
	const workflow = await rest.createWorkflow({
		name: 'Check wait',
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Ask',
				type: `${PACKAGE}.pagerDutyIncidents`,
				parameters: {
					resource: 'incident',
					operation: 'sendAndWait',
					message: 'May I?',
					serviceId: { __rl: true, mode: 'id', value: 'PH38B7P' },
				},
				credentials: { [TYPE]: { id, name } },
			},
			{ name: 'After', type: 'n8n-nodes-base.noOp' },
		],
		connections: {
			Start: { main: [[{ node: 'Ask', type: 'main', index: 0 }]] },
			Ask: { main: [[{ node: 'After', type: 'main', index: 0 }]] },
		},
	});
	const execution = await rest.run(workflow.id, 'Start');
	const state = async () => (await rest.rest('GET', `/executions/${execution}`)).status;
	await until('it waits', async () => {
		const status = await state();
		if (status === 'error') throw new Error((await rest.execution(execution)).error?.message);
		return status === 'waiting' || undefined;
	});
	const made = [...sandbox.state('pagerDuty').incidents.values()].pop();
	const [link] = /https?:\S+webhook-waiting\S+/.exec(made.body.details) ?? [''];
	const forged = await visit(link.replace(/signature=..../, 'signature=0000'), 'decision=approve');
	demand(forged.status >= 400, 'an altered link is refused', forged.status);
	demand((await state()) === 'waiting', 'and the wait goes on', await state());
	const page = await visit(link);
	demand(page.status === 200 && page.text.includes('May I?'), 'the page asks', page.status);
	const taken = await visit(link, 'decision=approve&text=Go');
	demand(taken.text.includes('was taken'), 'the answer is taken', taken);
	const { status, nodes } = await rest.execution(execution, { timeoutMs: 60_000 });
	demand(status === 'success', 'the workflow goes on', status);
	const [[{ json }]] = nodes.After.items;
	demand(json.data.approved === true, 'it is approved', json.data);
	return { shape: Object.keys(json).map((key) => [key, Object.keys(json[key])]) };
}

/** @type {Check[]} */
const WAIT_CHECKS = [{ name: 'an answer', run: answered }];

module.exports = { WAIT_CHECKS };
