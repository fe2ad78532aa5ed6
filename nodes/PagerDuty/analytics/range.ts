import { dateTime } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What is read unless the form says otherwise. */
const USUAL_DAYS = 30;
/** A year is so long at most; PagerDuty takes no more. docs/facts/pagerduty.md#analytics. */
const MOST_DAYS = 366;

/** The time that figures are about. */
export const period = [
	dateTime({
		displayName: 'Created After',
		name: 'since',
		description: `Start of the time range, at most a year before its end; ${USUAL_DAYS} days before its end unless set`,
	}),
	dateTime({
		displayName: 'Created Before',
		name: 'until',
		description: 'End of the time range, at most a year after its start; now unless set',
	}),
];

/**
 * The time range, always whole, so that what is read is what the form says.
 * @throws FormIssue for one that is the wrong way round or longer than a year
 */
export function periodOf(filters: Parameters): { since: string; until: string } {
	const given = timeRange(filters, 'since', 'until', true);
	const until = given.until ?? new Date().toISOString();
	const since = given.since ?? new Date(Date.parse(until) - USUAL_DAYS * DAY_MS).toISOString();
	const days = (Date.parse(until) - Date.parse(since)) / DAY_MS;
	if (days <= 0) {
		filters.refuse(
			'since',
			'lies in the future',
			'Figures are about the past: choose a time before now',
		);
	}
	if (days > MOST_DAYS) {
		filters.refuse(
			'since',
			`lies ${Math.floor(days)} days before the end of the time range`,
			'PagerDuty counts over one year at most: use a shorter time, or several of them',
		);
	}
	return { since, until };
}
