import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
} from 'n8n-workflow';

import { NodeConnectionTypes } from '../shared/ground/host';
import { receive } from '../shared/trigger/receive';
import { about } from './about';
import { listSearch } from './form/lookups';
import { form } from './trigger/form';
import { receiver } from './trigger/receiver';
import { finish } from './trigger/run';
import { checkSetup } from './trigger/setup';
import { webhooks } from './trigger/webhooks';

export class BleemeoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bleemeo Trigger',
		name: 'bleemeoTrigger',
		icon: { light: 'file:../../icons/bleemeo.svg', dark: 'file:../../icons/bleemeo.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'Events by webhook',
		description: about,
		defaults: { name: 'Bleemeo Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		// For the lists of agents and metrics, and for their names. Deliveries need none.
		credentials: [{ name: 'bleemeoApi', required: false }],
		webhooks,
		properties: form,
	};

	methods = { listSearch };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkSetup(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await checkSetup(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				// Nothing of ours is at Bleemeo.
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions) {
		return await receive(this, receiver);
	}

	async execute(this: IExecuteFunctions) {
		return await finish(this);
	}
}
