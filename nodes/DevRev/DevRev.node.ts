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
import { devRev } from './api/profile';
import { OPTION_IDS } from './form/ids';
import { listSearch, loadOptions, resourceMapping } from './form/lookups';
import { resources } from './resources';

export class DevRev implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DevRev',
		name: 'devRev',
		icon: { light: 'file:../../icons/devrev.svg', dark: 'file:../../icons/devrev.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: about,
		defaults: { name: 'DevRev' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'devRevApi', required: true }],
		webhooks: links,
		waitingNodeTooltip: waitingTooltip,
		properties: assemble(resources),
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions) {
		return await runOrWait(this, devRev, resources, { load: loadOptions, ids: OPTION_IDS });
	}

	async webhook(this: IWebhookFunctions) {
		return await takeAnswer(this, devRev, resources);
	}
}
