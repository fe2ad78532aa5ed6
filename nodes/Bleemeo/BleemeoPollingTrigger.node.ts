import type { INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';

import { NodeConnectionTypes } from '../shared/ground/host';
import { poll } from '../shared/trigger/poll';
import { listSearch } from './form/lookups';
import { events } from './polling/events';
import { form } from './polling/form';

export class BleemeoPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bleemeo Polling Trigger',
		name: 'bleemeoPollingTrigger',
		icon: { light: 'file:../../icons/bleemeo.svg', dark: 'file:../../icons/bleemeo.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'New events',
		description:
			'Starts the workflow on new events in Bleemeo by asking for them every few minutes, also where the internet cannot reach n8n',
		defaults: { name: 'Bleemeo Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'bleemeoApi', required: true }],
		properties: form,
	};

	methods = { listSearch };

	async poll(this: IPollFunctions) {
		return await poll(this, events);
	}
}
