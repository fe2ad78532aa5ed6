import type { INodePropertyOptions } from 'n8n-workflow';

/** Who or what opened an incident. docs/facts/devhelm.md#filters-of-internal-incidents. */
export const sources: INodePropertyOptions[] = [
	{ name: 'Automatic', value: 'AUTOMATIC' },
	{ name: 'Manual', value: 'MANUAL' },
	{ name: 'Monitors', value: 'MONITORS' },
	{ name: 'Resource Group', value: 'RESOURCE_GROUP' },
	{ name: 'Status Data', value: 'STATUS_DATA' },
];
