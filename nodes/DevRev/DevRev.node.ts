import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { NodeConnectionTypes } from '../shared/ground/host';
import { assemble, subtitle } from '../shared/run/assemble';
import { run } from '../shared/run/engine';
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
		properties: assemble(resources),
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions) {
		return await run(this, devRev, resources, { load: loadOptions, ids: OPTION_IDS });
	}
}
