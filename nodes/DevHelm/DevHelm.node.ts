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
import { devHelm } from './api/profile';
import { listSearch } from './form/lookups';
import { resources } from './resources';

export class DevHelm implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DevHelm',
		name: 'devHelm',
		icon: { light: 'file:../../icons/devhelm.svg', dark: 'file:../../icons/devhelm.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: about,
		defaults: { name: 'DevHelm' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'devHelmApi', required: true }],
		webhooks: links,
		waitingNodeTooltip: waitingTooltip,
		properties: assemble(resources),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions) {
		return await runOrWait(this, devHelm, resources);
	}

	async webhook(this: IWebhookFunctions) {
		return await takeAnswer(this, devHelm, resources);
	}
}
