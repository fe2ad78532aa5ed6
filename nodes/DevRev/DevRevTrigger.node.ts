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
import { listSearch, loadOptions } from './form/lookups';
import { form } from './trigger/form';
import { receiver } from './trigger/receiver';
import { subscriptions } from './trigger/subscription';

export class DevRevTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DevRev Trigger',
		name: 'devRevTrigger',
		icon: { light: 'file:../../icons/devrev.svg', dark: 'file:../../icons/devrev.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: eventsSubtitle,
		description: about,
		defaults: { name: 'DevRev Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'devRevApi', required: true }],
		webhooks: [deliveries],
		properties: form,
	};

	methods = { listSearch, loadOptions };

	webhookMethods = keeping(subscriptions);

	async webhook(this: IWebhookFunctions) {
		return await receive(this, receiver);
	}

	async execute(this: IExecuteFunctions) {
		return await dropRepeats(this);
	}
}
