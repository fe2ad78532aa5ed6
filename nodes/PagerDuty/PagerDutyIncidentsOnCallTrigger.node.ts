import type { INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';

import { NodeConnectionTypes } from '../shared/ground/host';
import { watch } from '../shared/trigger/watch';
import { triggerAuthentication } from './api/ways';
import { listSearch } from './form/lookups';
import { changes } from './onCallTrigger/changes';
import { form } from './onCallTrigger/form';

export class PagerDutyIncidentsOnCallTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PagerDuty On-Call Trigger',
		name: 'pagerDutyIncidentsOnCallTrigger',
		icon: { light: 'file:../../icons/pagerduty.svg', dark: 'file:../../icons/pagerduty.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'Who is on call',
		description:
			'Starts the workflow when somebody goes on or off call in PagerDuty: by a rotation, an override or a gap',
		defaults: { name: 'PagerDuty On-Call Trigger' },
		polling: true,
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
		properties: [triggerAuthentication, ...form],
	};

	methods = { listSearch };

	async poll(this: IPollFunctions) {
		return await watch(this, changes);
	}
}
