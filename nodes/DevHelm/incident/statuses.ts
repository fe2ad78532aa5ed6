import type { INodePropertyOptions } from 'n8n-workflow';

/** In the order of an incident's life. docs/facts/devhelm.md#states-of-an-internal-incident. */
export const statuses: INodePropertyOptions[] = [
	{ name: 'Watching', value: 'WATCHING', description: 'Seen, not confirmed yet' },
	{ name: 'Triggered', value: 'TRIGGERED', description: 'About to be confirmed' },
	{ name: 'Confirmed', value: 'CONFIRMED', description: 'Open, and people are alerted' },
	{ name: 'Resolved', value: 'RESOLVED', description: 'Over' },
];
