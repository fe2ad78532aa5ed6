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
import { bleemeo } from './api/profile';
import { listSearch } from './form/lookups';
import { resources } from './resources';

export class Bleemeo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bleemeo',
		name: 'bleemeo',
		icon: { light: 'file:../../icons/bleemeo.svg', dark: 'file:../../icons/bleemeo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: about,
		defaults: { name: 'Bleemeo' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'bleemeoApi', required: true }],
		webhooks: links,
		waitingNodeTooltip: waitingTooltip,
		properties: assemble(resources),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions) {
		return await runOrWait(this, bleemeo, resources);
	}

	async webhook(this: IWebhookFunctions) {
		return await takeAnswer(this, bleemeo, resources);
	}
}
