'use strict';

const { randomUUID } = require('node:crypto');
const { readExecution } = require('./execution');
const { RestSession, until } = require('./rest-session');

/** @typedef {import('./execution').ExecutionResult} ExecutionResult */
/** @typedef {{ status: 'published' | 'failed', liveVersionId?: string, triggers: Array<{ nodeId: string, status: string, errorMessage?: string }> }} Publication */

const UNFINISHED = ['new', 'running', 'waiting'];

/** The part of n8n's REST interface that is about workflows and their executions. */
class WorkflowRest extends RestSession {
	/**
	 * Saves a workflow, for instance one of `examples/`. Missing node and webhook ids are filled in.
	 *
	 * @param {{ name?: string, nodes: any[], connections: any, settings?: any, active?: boolean }} workflow
	 * @returns {Promise<any>} as n8n stored it: `id`, `versionId`, `nodes` ...
	 */
	async createWorkflow({ name = 'Test', nodes, connections, settings, active }) {
		return await this.rest('POST', '/workflows', {
			name,
			active,
			connections,
			settings: { executionOrder: 'v1', ...settings },
			nodes: nodes.map((node, index) => ({
				id: randomUUID(),
				typeVersion: 1,
				position: [220 * index, 0],
				parameters: {},
				...(/(Trigger|\.webhook)$/.test(node.type) ? { webhookId: randomUUID() } : {}),
				...node,
			})),
		});
	}

	/** @param {string} id @returns {Promise<any>} */
	async workflow(id) {
		return await this.rest('GET', `/workflows/${id}`);
	}

	/**
	 * Saves changes; the published version stays the old one until `activate`.
	 *
	 * @param {string} id
	 * @param {{ name?: string, nodes?: any[], connections?: any, settings?: any }} changes
	 * @returns {Promise<any>}
	 */
	async updateWorkflow(id, changes) {
		const { name, nodes, connections, settings } = await this.workflow(id);
		return await this.rest('PATCH', `/workflows/${id}`, {
			name,
			nodes,
			connections,
			settings,
			...changes,
		});
	}

	/**
	 * Publishes the saved version and waits until its triggers are set up; this can take 16 s when they fail.
	 *
	 * @param {string} id
	 * @param {{ allowFailure?: boolean }} [options] return a failed publication instead of throwing
	 * @returns {Promise<Publication>}
	 */
	async activate(id, { allowFailure = false } = {}) {
		const { versionId } = await this.workflow(id);
		await this.rest('POST', `/workflows/${id}/activate`, { versionId });
		const publication = await until(`publication of workflow ${id}`, async () => {
			const state = await this.rest('GET', `/workflows/${id}/publication-status`);
			// n8n reads two tables side by side, so "not_published" may be a moment between them
			return ['in_progress', 'not_published'].includes(state.status) ? undefined : state;
		});
		if (publication.status !== 'published' && !allowFailure) {
			throw new Error(`workflow ${id} was not published: ${JSON.stringify(publication)}`);
		}
		return publication;
	}

	/** Takes a workflow offline. Its triggers are removed a moment later. @param {string} id */
	async deactivate(id) {
		await this.rest('POST', `/workflows/${id}/deactivate`, {});
	}

	/** @param {string} id */
	async deleteWorkflow(id) {
		await this.rest('POST', `/workflows/${id}/archive`, {});
		await this.rest('DELETE', `/workflows/${id}`);
	}

	/**
	 * The production address of a webhook trigger.
	 *
	 * @param {any} workflow as `createWorkflow` returned it
	 * @param {string} nodeName
	 * @param {string} [path] of the node's webhook description
	 */
	webhookUrl(workflow, nodeName, path = 'webhook') {
		const node = workflow.nodes.find((/** @type {any} */ n) => n.name === nodeName);
		return `${this.baseUrl}/webhook/${node.webhookId}/${path}`;
	}

	/**
	 * Starts a workflow as the editor's button does.
	 *
	 * @param {string} workflowId
	 * @param {string} triggerName
	 * @param {{ destinationNode?: string }} [options]
	 * @returns {Promise<string>} the execution's id
	 */
	async run(workflowId, triggerName, { destinationNode } = {}) {
		const started = await this.rest('POST', `/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: triggerName },
			...(destinationNode
				? { destinationNode: { nodeName: destinationNode, mode: 'inclusive' } }
				: {}),
		});
		if (!started.executionId) throw new Error(`not started: ${JSON.stringify(started)}`);
		return String(started.executionId);
	}

	/**
	 * Listens for a test event, as the editor's button of a trigger does.
	 *
	 * @param {string} workflowId
	 * @param {string} triggerName
	 */
	async listen(workflowId, triggerName) {
		const started = await this.rest('POST', `/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: triggerName },
		});
		if (!started.waitingForWebhook) throw new Error(`does not listen: ${JSON.stringify(started)}`);
	}

	/** @param {string} id @param {{ timeoutMs?: number }} [options] @returns {Promise<ExecutionResult>} when finished */
	async execution(id, { timeoutMs } = {}) {
		const answer = await until(
			`end of execution ${id}`,
			async () => {
				const state = await this.rest('GET', `/executions/${id}`);
				return UNFINISHED.includes(state.status) ? undefined : state;
			},
			{ timeoutMs },
		);
		return readExecution(answer);
	}

	/** `run` and `execution` in one. @param {string} workflowId @param {string} triggerName @param {{ timeoutMs?: number }} [options] */
	async runToEnd(workflowId, triggerName, options) {
		return await this.execution(await this.run(workflowId, triggerName), options);
	}

	/**
	 * @param {string} workflowId
	 * @param {string[]} [status]
	 * @returns {Promise<Array<{ id: string, status: string, mode: string }>>} newest first, at most 100
	 */
	async executions(workflowId, status) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
		return (await this.rest('GET', `/executions?filter=${filter}&limit=100`)).results;
	}

	/** @param {string} workflowId @param {string[]} [status] @returns {Promise<number>} */
	async countExecutions(workflowId, status) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
		return Number((await this.rest('GET', `/executions?filter=${filter}&limit=1`)).count);
	}

	/**
	 * Waits until a workflow has run this often (finished runs only), for triggers.
	 *
	 * @param {string} workflowId
	 * @param {number} count
	 * @param {{ timeoutMs?: number }} [options]
	 * @returns {Promise<ExecutionResult[]>} oldest first
	 */
	async finishedExecutions(workflowId, count, options) {
		const found = await until(
			`${count} finished executions of workflow ${workflowId}`,
			async () => {
				const all = await this.executions(workflowId);
				const finished = all.filter((one) => !UNFINISHED.includes(one.status));
				return finished.length >= count ? finished : undefined;
			},
			options,
		);
		return await Promise.all(
			found.reverse().map(async ({ id }) => await this.execution(String(id))),
		);
	}
}

module.exports = { WorkflowRest };
