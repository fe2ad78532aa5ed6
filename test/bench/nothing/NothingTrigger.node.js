'use strict';

/** A community trigger that only passes on what arrives: what n8n itself needs for a delivery. */
class NothingTrigger {
	constructor() {
		this.description = {
			displayName: 'Nothing Trigger',
			name: 'nothingTrigger',
			group: ['trigger'],
			version: 1,
			description: 'Starts the workflow with whatever arrives',
			defaults: { name: 'Nothing Trigger' },
			inputs: [],
			outputs: ['main'],
			webhooks: [
				{
					name: 'default',
					httpMethod: 'POST',
					responseMode: 'onReceived',
					responseData: 'noData',
					path: 'webhook',
				},
			],
			// n8n checks on each run whether its owner may use the credential, whatever the node does with it.
			credentials: [{ name: 'pagerDutyIncidentsApi', required: false }],
			properties: [],
		};
		const nothing = async () => true;
		this.webhookMethods = { default: { checkExists: nothing, create: nothing, delete: nothing } };
	}

	/** @this {import('n8n-workflow').IWebhookFunctions} */
	async webhook() {
		return { workflowData: [[{ json: this.getBodyData() }]] };
	}
}

module.exports = { NothingTrigger };
