import type { INodePropertyOptions } from 'n8n-workflow';

/** In the order of an incident's life. docs/facts/devhelm.md#status-page-incidents. */
export const statuses: INodePropertyOptions[] = [
	{ name: 'Investigating', value: 'INVESTIGATING', description: 'The cause is being looked for' },
	{ name: 'Identified', value: 'IDENTIFIED', description: 'The cause is known' },
	{ name: 'Monitoring', value: 'MONITORING', description: 'It is repaired, and watched' },
	{ name: 'Resolved', value: 'RESOLVED', description: 'It is over' },
];

/** The states of an incident that is not over. */
export const activeStatuses = statuses.slice(0, -1);

/** Worst first. docs/facts/devhelm.md#status-page-incidents. */
export const impacts: INodePropertyOptions[] = [
	{ name: 'Critical', value: 'CRITICAL', description: 'Hardly anything works for customers' },
	{ name: 'Major', value: 'MAJOR', description: 'Something important does not work' },
	{ name: 'Minor', value: 'MINOR', description: 'Something is slow, or fails now and then' },
	{ name: 'None', value: 'NONE', description: 'Customers notice nothing' },
];

/** Sorted by name, as the host wants it. docs/facts/devhelm.md#status-page-incidents. */
export const componentStatuses: INodePropertyOptions[] = [
	{ name: 'Degraded Performance', value: 'DEGRADED_PERFORMANCE' },
	{ name: 'Major Outage', value: 'MAJOR_OUTAGE' },
	{ name: 'Operational', value: 'OPERATIONAL' },
	{ name: 'Partial Outage', value: 'PARTIAL_OUTAGE' },
	{ name: 'Under Maintenance', value: 'UNDER_MAINTENANCE' },
];
