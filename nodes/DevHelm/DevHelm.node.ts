import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { NodeConnectionTypes } from '../shared/ground/host';
import { assemble, subtitle } from '../shared/run/assemble';
import { run } from '../shared/run/engine';
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
		properties: assemble(resources),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions) {
		return await run(this, devHelm, resources);
	}
}
