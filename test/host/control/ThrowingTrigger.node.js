'use strict';

/** A community trigger that cannot register and, unlike ours, throws when n8n cleans up after it. */
class ThrowingTrigger {
	constructor() {
		this.description = {
			displayName: 'Throwing Trigger',
			name: 'throwingTrigger',
			group: ['trigger'],
			version: 1,
			description: 'Fails whatever it is asked for',
			defaults: { name: 'Throwing Trigger' },
			inputs: [],
			outputs: ['main'],
			webhooks: [
				{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
			],
			properties: [],
		};
		const fail = (/** @type {string} */ what) => async () => {
			throw new Error(`${what} does not work`);
		};
		this.webhookMethods = {
			default: {
				checkExists: async () => false,
				create: fail('create'),
				delete: fail('delete'),
			},
		};
	}

	async webhook() {
		return {};
	}
}

module.exports = { ThrowingTrigger };
