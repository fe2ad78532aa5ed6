import type {
	IExecuteFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
} from 'n8n-workflow';

import { NodeConnectionTypes } from '../shared/ground/host';
import { eventsSubtitle } from '../shared/trigger/events';
import { receive } from '../shared/trigger/receive';
import { dropRepeats } from '../shared/trigger/repeats';
import { deliveries } from '../shared/trigger/webhook';
import { keeping } from '../shared/trigger/webhookMethods';
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

	webhookMethods = keeping(subscriptions);

	async webhook(this: IWebhookFunctions) {
		return await receive(this, receiver);
	}

	async execute(this: IExecuteFunctions) {
		return await dropRepeats(this);
	}
}
