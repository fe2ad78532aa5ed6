import type { INodePropertyOptions } from 'n8n-workflow';

/** Worst first. docs/facts/devhelm.md#creating-an-internal-incident. */
export const severities: INodePropertyOptions[] = [
	{ name: 'Down', value: 'DOWN', description: 'It does not work at all' },
	{ name: 'Degraded', value: 'DEGRADED', description: 'It works, but slowly or only in part' },
	{ name: 'Maintenance', value: 'MAINTENANCE', description: 'It is worked on as planned' },
];
