import type { Parameters } from '../../shared/form/parameters';
import type { ListOperation } from '../../shared/run/operation';
import { hasCode } from '../api/words';

/** The plan of the account lacks an ability. docs/facts/pagerduty.md#codes-of-a-missing-ability. */
const MISSING_ABILITY = 2014;

/** What is shown where nobody says otherwise. PagerDuty's own order is the oldest first. */
const NEWEST_FIRST = 'created_at:desc';

/** `sort_by` from the options `sortBy` and `thenBy`; the newest first unless one is set. */
export function orderOf(options: Parameters): string {
	const orders = [options.option<string>('sortBy'), options.option<string>('thenBy')];
	return orders.filter(Boolean).join(',') || NEWEST_FIRST;
}

/**
 * For a list with filters that only some plans have: there nothing is found, and the user is told.
 * docs/facts/pagerduty.md#codes-of-a-missing-ability.
 * @param filters the labels of these filters by their names on the wire
 */
export function absent(filters: { [query: string]: string }): NonNullable<ListOperation['absent']> {
	return (fault, { query = {} }) => {
		if (fault.status !== 402 && !hasCode(MISSING_ABILITY)(fault)) return;
		const set = Object.keys(filters).filter((name) => [query[name] ?? []].flat().length > 0);
		if (!set.length) return;
		const labels = set.map((name) => `'${filters[name]}'`).join(' or ');
		return `This PagerDuty account's plan does not include what the filter ${labels} needs: the list is empty. Take the filter out to read the whole list`;
	};
}

/**
 * For a list that only some plans have: elsewhere it is empty, and the user is told.
 * docs/facts/pagerduty.md#codes-of-a-missing-ability.
 * @param what as it begins a sentence: "Teams"
 * @param statuses what PagerDuty answers then
 */
export function absentAltogether(
	what: string,
	statuses = [402],
): NonNullable<ListOperation['absent']> {
	return (fault) => {
		const isLacking = fault.status !== undefined && statuses.includes(fault.status);
		if (!isLacking && !hasCode(MISSING_ABILITY)(fault)) return;
		return `${what} are not part of this PagerDuty account's plan, or switched off in it: the list is empty`;
	};
}

/** Labels of values such as `first_trigger_log_entries`, sorted as the host wants them. */
export function optionsOf(values: string[]) {
	return [...values].sort().map((value) => ({
		name: value.replace(/_/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
		value,
	}));
}
