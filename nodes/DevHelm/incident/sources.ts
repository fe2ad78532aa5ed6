import type { INodePropertyOptions } from 'n8n-workflow';

/** Who or what opened an incident. Sheet devhelm, section 7.2. */
export const sources: INodePropertyOptions[] = [
	{ name: 'Automatic', value: 'AUTOMATIC' },
	{ name: 'Manual', value: 'MANUAL' },
	{ name: 'Monitors', value: 'MONITORS' },
	{ name: 'Resource Group', value: 'RESOURCE_GROUP' },
	{ name: 'Status Data', value: 'STATUS_DATA' },
];
