import {
	choice,
	collection,
	dateTime,
	locatorList,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import type { Query } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { paging, rowsOf } from '../api/profile';
import { USER } from '../form/ids';
import { absent, orderOf } from '../form/lists';
import { toIncidentRecord } from '../api/record';
import { whichIncidents, whichIncidentsOf } from './filters';
import { include } from './include';

const ORDERS = ['created_at', 'incident_number', 'resolved_at', 'urgency'].flatMap((field) => {
	const label = field.replace('_', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
	return [
		{ name: `${label} (Ascending)`, value: `${field}:asc` },
		{ name: `${label} (Descending)`, value: `${field}:desc` },
	];
});

const DAY_MS = 24 * 60 * 60 * 1000;
/** Six months are so long at most; what lies between is left to PagerDuty. */
const SIX_MONTHS_MS = 184 * DAY_MS;
/** No six months are shorter. */
const SURELY_ALLOWED_MS = 180 * DAY_MS;
/** What is created now must not be left out because the vendor's clock is ahead. */
const CLOCKS_DIFFER_MS = 60 * 60 * 1000;

/** `GET /incidents`. docs/facts/pagerduty.md#listing-incidents. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many incidents',
	description: 'Read many incidents, the newest first unless sorted otherwise',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			locatorList(USER, {
				displayName: 'Assigned Users',
				name: 'userIds',
				rowName: 'userId',
				description: 'Only incidents assigned to these users now; never resolved ones',
			}),
			dateTime({
				displayName: 'Created After',
				name: 'since',
				description:
					'Start of the time range, at most 6 months before its end. Without start and end, all incidents are read.',
			}),
			dateTime({
				displayName: 'Created Before',
				name: 'until',
				description:
					'End of the time range, at most 6 months after its start. With an end alone, the 180 days before it are read.',
			}),
			{
				displayName: 'Incident Key',
				name: 'incidentKey',
				type: 'string',
				default: '',
				placeholder: 'e.g. checkout-502',
				description: 'Only incidents with exactly this key, or with an alert of this key',
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				description: 'Only incidents in one of these states',
				options: [
					{ name: 'Acknowledged', value: 'acknowledged' },
					{ name: 'Resolved', value: 'resolved' },
					{ name: 'Triggered', value: 'triggered' },
				],
			},
			...whichIncidents,
		]),
		collection('Options', 'options', [
			include(),
			choice({
				displayName: 'Sort By',
				name: 'sortBy',
				default: 'created_at:desc',
				description: 'The order of the incidents',
				options: ORDERS,
			}),
			choice({
				displayName: 'Then By',
				name: 'thenBy',
				default: 'created_at:desc',
				description: 'The order among incidents that are equal in the first order',
				options: ORDERS,
			}),
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Paris',
				description: 'The zone in which PagerDuty writes the times of its reply, UTC unless given',
			},
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const options = parameters.group('options');
		return {
			method: 'GET',
			path: '/incidents',
			query: {
				...rangeOf(filters),
				'statuses[]': filters.options<string>('statuses'),
				...whichIncidentsOf(filters),
				'user_ids[]': filters.ids('userIds'),
				incident_key: filters.key('incidentKey'),
				sort_by: orderOf(options),
				time_zone: options.text('timeZone'),
				'include[]': options.options<string>('include'),
			},
		};
	},
	paging,
	rows: rowsOf('incidents'),
	absent: absent({ 'team_ids[]': 'Teams', 'urgencies[]': 'Urgencies' }),
	simplify: toIncidentRecord,
};

/**
 * Without a range PagerDuty would leave out whatever is older than a month, in silence; with one end
 * only, both are sent, so that what is read is what the form says. docs/facts/pagerduty.md#listing-incidents.
 */
function rangeOf(filters: Parameters): Query {
	const { since, until } = timeRange(filters, 'since', 'until');
	if (!since && !until) return { date_range: 'all' };
	const end = until ?? new Date(Date.now() + CLOCKS_DIFFER_MS).toISOString();
	const start = since ?? new Date(Date.parse(end) - SURELY_ALLOWED_MS).toISOString();
	if (Date.parse(end) - Date.parse(start) > SIX_MONTHS_MS) {
		filters.refuse(
			until ? 'until' : 'since',
			until ? "lies more than 6 months after 'Created After'" : 'lies more than 6 months back',
			until
				? 'Split the time into ranges of 6 months, or leave both empty to read all'
				: "Give 'Created Before' as well, at most 6 months later, or leave both empty to read all",
		);
	}
	return { since: start, until: end };
}
