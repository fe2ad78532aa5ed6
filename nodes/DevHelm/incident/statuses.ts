import type { INodePropertyOptions } from 'n8n-workflow';

/** In the order of an incident's life. Sheet devhelm, section 7.5. */
export const statuses: INodePropertyOptions[] = [
	{ name: 'Watching', value: 'WATCHING', description: 'Seen, not confirmed yet' },
	{ name: 'Triggered', value: 'TRIGGERED', description: 'About to be confirmed' },
	{ name: 'Confirmed', value: 'CONFIRMED', description: 'Open, and people are alerted' },
	{ name: 'Resolved', value: 'RESOLVED', description: 'Over' },
];
