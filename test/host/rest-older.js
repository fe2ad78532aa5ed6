'use strict';

const { HostRest, HostRestError, until } = require('./rest');

/** Whether this n8n does not know the request. @param {unknown} error */
const isUnknown = (error) => error instanceof HostRestError && error.status === 404;

/** @param {unknown} error @returns {{ data?: string }} */
function noDataYet(error) {
	if (error instanceof HostRestError && error.message.includes('resultData')) return {};
	throw error;
}

/** The REST interface of n8n 2.8 and 1.123, where it differs. */
class OlderHostRest extends HostRest {
	/**
	 * This n8n calls itself ready before it knows its own interface.
	 *
	 * @param {Parameters<HostRest['signIn']>[0]} owner
	 */
	async signIn(owner) {
		await until('n8n answers', async () => {
			const { status } = await this.request({ method: 'GET', url: '/rest/settings' });
			return status === 200 ? true : undefined;
		});
		await super.signIn(owner);
	}

	/** n8n 1 wants to be told. @param {Parameters<HostRest['createWorkflow']>[0]} workflow */
	async createWorkflow(workflow) {
		return await super.createWorkflow({ ...workflow, active: false });
	}

	/**
	 * Publishes; this n8n answers when the triggers are set up, or refuses with their message.
	 *
	 * @param {string} id
	 * @returns {Promise<import('./rest-workflows').Publication>}
	 */
	async activate(id) {
		const { versionId } = await this.workflow(id);
		await this.switchTo(id, 'activate', { versionId });
		return { status: 'published', triggers: [] };
	}

	/** @param {string} id */
	async deactivate(id) {
		await this.switchTo(id, 'deactivate', {});
	}

	/** @param {string} id @param {'activate' | 'deactivate'} action @param {object} body */
	async switchTo(id, action, body) {
		try {
			await this.rest('POST', `/workflows/${id}/${action}`, body);
		} catch (error) {
			if (!isUnknown(error)) throw error;
			// n8n 1: a field of the workflow
			await this.rest('PATCH', `/workflows/${id}`, { active: action === 'activate', ...body });
		}
	}

	/** Before it stores what happened, n8n 1 says that a run has ended, and n8n 2.20 answers 500. @param {string} id @param {{ timeoutMs?: number }} [options] */
	async execution(id, options) {
		await until(
			`data of execution ${id}`,
			async () => {
				const { data } = await this.rest('GET', `/executions/${id}`).catch(noDataYet);
				return data && data !== '[]' ? true : undefined;
			},
			options,
		);
		return await super.execution(id, options);
	}

	/** @param {string} workflowId @param {string} triggerName */
	async run(workflowId, triggerName) {
		const started = await this.rest('POST', `/workflows/${workflowId}/run`, {
			workflowData: await this.workflow(workflowId),
			triggerToStartFrom: { name: triggerName },
		});
		if (!started.executionId) throw new Error(`not started: ${JSON.stringify(started)}`);
		return String(started.executionId);
	}
}

module.exports = { OlderHostRest };
