import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { assemble } from '../shared/assemble';
import { run } from '../shared/engine';
import { pagerDuty } from './api';
import { incident } from './incident';
import { listSearch, loadOptions } from './lookups';

const resources = [incident];

export class PagerDutyIncidents implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PagerDuty Incidents',
		name: 'pagerDutyIncidents',
		icon: { light: 'file:../../icons/pagerduty.svg', dark: 'file:../../icons/pagerduty.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Raise and follow incidents in PagerDuty',
		defaults: { name: 'PagerDuty Incidents' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pagerDutyIncidentsApi', required: true }],
		properties: assemble(resources),
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions) {
		return await run(this, pagerDuty, resources);
	}
}
