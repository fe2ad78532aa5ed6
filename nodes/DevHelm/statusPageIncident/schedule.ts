import type { INodeProperties } from 'n8n-workflow';

import { dateTime } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';

/** The fields of a maintenance that is announced. docs/facts/devhelm.md#writing-status-page-incidents. */
export const scheduleFields: INodeProperties[] = [
	{
		displayName: 'Scheduled',
		name: 'scheduled',
		type: 'boolean',
		default: true,
		description:
			"Whether it is a maintenance planned for later instead of an incident of now. It needs 'Scheduled For'.",
	},
	dateTime({
		displayName: 'Scheduled For',
		name: 'scheduledFor',
		description: "When the maintenance begins. It needs 'Scheduled' switched on.",
	}),
	dateTime({
		displayName: 'Scheduled Until',
		name: 'scheduledUntil',
		description: "When the maintenance ends. It needs 'Scheduled' switched on.",
	}),
	{
		displayName: 'Auto-Resolve',
		name: 'autoResolve',
		type: 'boolean',
		default: true,
		description: "Whether DevHelm resolves it by itself at the time 'Scheduled Until'",
	},
];

/**
 * Reads them.
 * @throws FormIssue when they contradict each other: customers would read the wrong thing
 */
export function scheduleOf(fields: Parameters) {
	const scheduled = fields.boolean('scheduled');
	const { scheduledFor, scheduledUntil } = timeRange(
		fields,
		'scheduledFor',
		'scheduledUntil',
		true,
	);
	const autoResolve = fields.boolean('autoResolve');
	if (scheduled && !scheduledFor) {
		fields.refuse('scheduled', "needs 'Scheduled For'", 'Say when the maintenance begins');
	}
	for (const name of ['scheduledFor', 'scheduledUntil']) {
		if (scheduled || fields.date(name) === undefined) continue;
		fields.refuse(
			name,
			"needs 'Scheduled'",
			"Switch on 'Scheduled' for a planned maintenance, or remove the time for an incident of now",
		);
	}
	if (autoResolve && !scheduledUntil) {
		fields.refuse('autoResolve', "needs 'Scheduled Until'", 'Say when the maintenance ends');
	}
	return { scheduled, scheduledFor, scheduledUntil, autoResolve };
}
