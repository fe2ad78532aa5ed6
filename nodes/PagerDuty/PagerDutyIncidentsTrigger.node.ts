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
import { triggerAuthentication } from './api/ways';

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
		credentials: [
			{
				name: 'pagerDutyIncidentsApi',
				required: true,
				displayOptions: { show: { authentication: ['apiToken'] } },
			},
			{
				name: 'pagerDutyIncidentsOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		webhooks: [deliveries],
		properties: [triggerAuthentication, ...form],
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
