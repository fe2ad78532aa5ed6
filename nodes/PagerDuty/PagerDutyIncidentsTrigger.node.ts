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
import { listSearch, loadOptions } from './form/lookups';
import { form } from './trigger/form';
import { receiver } from './trigger/receiver';
import { subscriptions } from './trigger/subscription';
import { triggerAuthentication, triggerCredentials } from './api/ways';

export class PagerDutyIncidentsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PagerDuty Incidents Trigger',
		name: 'pagerDutyIncidentsTrigger',
		icon: { light: 'file:../../icons/pagerduty.svg', dark: 'file:../../icons/pagerduty.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: eventsSubtitle,
		description: about,
		defaults: { name: 'PagerDuty Incidents Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: triggerCredentials,
		webhooks: [deliveries],
		properties: [triggerAuthentication, ...form],
	};

	methods = { listSearch, loadOptions };

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
