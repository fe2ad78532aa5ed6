import type { INodeProperties } from 'n8n-workflow';

import { collection, simplify } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { includeRawEvent } from '../../shared/trigger/item';
import type { PollSettings } from '../../shared/trigger/poll';
import { addNames } from '../api/names';
import { eventFilters } from '../form/eventFilters';

const USUAL_OVERLAP = 5;
const MOST_OVERLAP = 1_440;
const MINUTE_MS = 60_000;

/** The form of the Bleemeo Polling Trigger; n8n adds "Poll Times". */
export const form: INodeProperties[] = [
	{
		displayName:
			"Bleemeo counts requests for the whole account, its own agents included: every 5 minutes is often enough, for it waits 5 minutes itself before a problem becomes an event. If the internet can reach this n8n, the 'Bleemeo Trigger' is faster and needs no polls.",
		name: 'notice',
		type: 'notice',
		default: '',
	},
	simplify,
	eventFilters,
	collection('Options', 'options', [
		addNames,
		{
			displayName: 'Hours to Catch Up',
			name: 'catchUpHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'How old an event may be that still starts the workflow after n8n or the workflow was offline. 0 for any age: then everything since the last poll does.',
		},
		includeRawEvent,
		{
			displayName: 'Overlap (Minutes)',
			name: 'overlapMinutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MOST_OVERLAP },
			default: USUAL_OVERLAP,
			description:
				'How much of what was read before is read again on each poll, to find events that turn up late. Each event starts the workflow once all the same.',
		},
	]),
];

/** @throws FormIssue on a number that makes no sense */
export function settings(parameters: Parameters): PollSettings {
	const options = parameters.group('options');
	const overlap = options.integer('overlapMinutes') ?? USUAL_OVERLAP;
	if (overlap < 1 || overlap > MOST_OVERLAP) {
		options.refuse(
			'overlapMinutes',
			`cannot be ${overlap}`,
			`Use 1 to ${MOST_OVERLAP}; ${USUAL_OVERLAP} is usual`,
		);
	}
	const hours = options.integer('catchUpHours') ?? 0;
	if (hours < 0) options.refuse('catchUpHours', `cannot be ${hours}`, 'Use 0 or more');
	return { overlapMs: overlap * MINUTE_MS, mostHours: hours || undefined };
}
