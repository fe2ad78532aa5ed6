'use strict';

const { randomUUID } = require('node:crypto');
const { until } = require('../host/rest-session');
const { workflowOf } = require('./workflows');

/** @typedef {{ host: { rest: import('../host/rest').HostRest } }} WithRest */
/** @typedef {{ id: string, path: string, call: (receiver?: string) => Promise<void> }} Work `call` has it run once, at a process that takes deliveries */

/** The execution is a production one, as those that nobody watches are. */
const WEBHOOK = {
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	parameters: { httpMethod: 'POST', path: 'bench', responseMode: 'onReceived', options: {} },
};
const UNFINISHED = ['new', 'running', 'waiting'];
/** Longer than n8n takes to call an execution failed whose process is gone. */
const END_DEADLINE_MS = 300_000;

/**
 * Saves and publishes a workflow that a webhook starts.
 *
 * @param {WithRest} bench @param {{ name: string, items: number, node: import('./workflows').NodeUnderTest }} options
 * @returns {Promise<Work>}
 */
async function publishWork({ host }, options) {
	const path = randomUUID();
	const trigger = { ...WEBHOOK, parameters: { ...WEBHOOK.parameters, path } };
	const workflow = await host.rest.createWorkflow(workflowOf({ ...options, trigger }));
	await host.rest.activate(workflow.id);
	const call = async (receiver = '') => {
		const url = `${receiver}/webhook/${path}`;
		const { status } = await host.rest.request({ method: 'POST', url, data: {} });
		if (status !== 200) throw new Error(`the webhook answered ${status}`);
	};
	return { id: workflow.id, path, call };
}

/** The newest execution when none is unfinished any more. @param {WithRest} bench @param {string} workflowId @param {number} [timeoutMs] */
async function newest({ host }, workflowId, timeoutMs = END_DEADLINE_MS) {
	return await until(
		`end of the executions of workflow ${workflowId}`,
		async () => {
			const all = await host.rest.executions(workflowId);
			const busy = all.some(({ status }) => UNFINISHED.includes(status));
			return all.length && !busy ? all[0] : undefined;
		},
		{ timeoutMs, everyMs: 200 },
	);
}

/** As the "Retry" of the execution list does. @param {WithRest} bench @param {string} executionId @returns {Promise<string>} why n8n refuses it; empty when it was done */
async function retry({ host }, executionId) {
	try {
		await host.rest.rest('POST', `/executions/${executionId}/retry`, { loadWorkflow: false });
		return '';
	} catch (error) {
		return /** @type {Error} */ (error).message;
	}
}

module.exports = { newest, publishWork, retry, UNFINISHED };
