import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { NodeConnectionTypes } from '../shared/ground/host';
import { assemble, subtitle } from '../shared/run/assemble';
import { run } from '../shared/run/engine';
import { about } from './about';
import { OPTION_IDS } from './form/ids';
import { listSearch, loadOptions, resourceMapping } from './form/lookups';
import { resources } from './resources';
import { authentication, credentials, pagerDutyWays } from './api/ways';

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
		credentials,
		properties: assemble(resources, [authentication]),
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions) {
		return await run(this, pagerDutyWays, resources, { load: loadOptions, ids: OPTION_IDS });
	}
}
