import type {
	IExecuteFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
} from 'n8n-workflow';

import { NodeConnectionTypes } from '../shared/ground/host';
import { assemble, subtitle } from '../shared/run/assemble';
import { runOrWait } from '../shared/wait/execute';
import { links, waitingTooltip } from '../shared/wait/links';
import { takeAnswer } from '../shared/wait/webhook';
import { about } from './about';
import { OPTION_IDS } from './form/ids';
import { listSearch, loadOptions, resourceMapping } from './form/lookups';
import { resources } from './resources';
import { authentication, pagerDutyWays } from './api/ways';

export class PagerDutyIncidents implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PagerDuty Incidents',
		name: 'pagerDutyIncidents',
		icon: { light: 'file:../../icons/pagerduty.svg', dark: 'file:../../icons/pagerduty.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: about,
		defaults: { name: 'PagerDuty Incidents' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		// Written out, and each pair with one field in which they differ: n8n's check of a package reads no more than this.
		credentials: [
			{
				name: 'pagerDutyIncidentsApi',
				required: true,
				displayOptions: {
					show: {
						authentication: ['apiToken'],
						resource: [
							'alert',
							'analytics',
							'changeEvent',
							'escalationPolicy',
							'incident',
							'incidentWorkflow',
							'logEntry',
							'maintenanceWindow',
							'note',
							'onCall',
							'override',
							'priority',
							'responder',
							'schedule',
							'service',
							'statusPagePost',
							'statusUpdate',
							'subscriber',
							'team',
							'user',
						],
					},
				},
			},
			{
				name: 'pagerDutyIncidentsOAuth2Api',
				required: true,
				displayOptions: {
					show: {
						authentication: ['oAuth2'],
						resource: [
							'alert',
							'analytics',
							'changeEvent',
							'escalationPolicy',
							'incident',
							'incidentWorkflow',
							'logEntry',
							'maintenanceWindow',
							'note',
							'onCall',
							'override',
							'priority',
							'responder',
							'schedule',
							'service',
							'statusPagePost',
							'statusUpdate',
							'subscriber',
							'team',
							'user',
						],
					},
				},
			},
			{
				name: 'pagerDutyEventsApi',
				required: true,
				displayOptions: { show: { resource: ['event'] } },
			},
		],
		webhooks: links,
		waitingNodeTooltip: waitingTooltip,
		properties: assemble(resources, [authentication]),
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions) {
		return await runOrWait(this, pagerDutyWays, resources, { load: loadOptions, ids: OPTION_IDS });
	}

	async webhook(this: IWebhookFunctions) {
		return await takeAnswer(this, pagerDutyWays, resources);
	}
}
