import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { eventsSubtitle } from '../shared/trigger/events';
import { isRegistered, register } from '../shared/trigger/lifecycle';
import { receive } from '../shared/trigger/receive';
import { dropRepeats } from '../shared/trigger/repeats';
import { unregister } from '../shared/trigger/unregister';
import { deliveries } from '../shared/trigger/webhook';
import { about } from './about';
import { listSearch } from './form/lookups';
import { form } from './trigger/form';
import { receiver } from './trigger/receiver';
import { subscriptions } from './trigger/subscription';

export class DevHelmTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DevHelm Trigger',
		name: 'devHelmTrigger',
		icon: { light: 'file:../../icons/devhelm.svg', dark: 'file:../../icons/devhelm.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: eventsSubtitle,
		description: about,
		defaults: { name: 'DevHelm Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'devHelmApi', required: true }],
		webhooks: [deliveries],
		properties: form,
	};

	methods = { listSearch };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this, subscriptions);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this, subscriptions);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this, subscriptions);
			},
		},
	};

	async webhook(this: IWebhookFunctions) {
		return await receive(this, receiver);
	}

	async execute(this: IExecuteFunctions) {
		return await dropRepeats(this);
	}
}
