import type { INodeProperties } from 'n8n-workflow';

import { dateTime } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { wholeSeconds } from './times';

const DAY_MS = 86_400_000;

/**
 * The time of which to read: from now on unless somebody says otherwise.
 * @param length how long it is without an end, as in "90 days after its start"
 */
export function rangeFrom(length: string): INodeProperties[] {
	return [
		dateTime({
			displayName: 'From',
			name: 'since',
			description: 'Start of the time, now unless given',
		}),
		dateTime({
			displayName: 'Until',
			name: 'until',
			description: `End of the time, ${length} unless given`,
		}),
	];
}

/**
 * Both ends of that time.
 * @throws FormIssue for a time of no length
 */
export function rangeOf(filters: Parameters, days: number): { since: string; until: string } {
	const given = timeRange(filters, 'since', 'until', true);
	const since = given.since ?? wholeSeconds(Date.now());
	const until = given.until ?? wholeSeconds(Date.parse(since) + days * DAY_MS);
	if (Date.parse(until) <= Date.parse(since)) {
		const hint = "Set 'From' as well, or use a later time";
		filters.refuse('until', `lies in the past: ${until}`, hint);
	}
	return { since, until };
}
