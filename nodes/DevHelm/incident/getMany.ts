import {
	choice,
	collection,
	dateTime,
	locator,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { timeRange } from '../../shared/form/timeRange';
import { asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';
import { INCIDENT } from '../form/ids';
import { toIncidentRecord } from '../api/record';
import { whichIncidents, whichIncidentsOf } from './filters';
import { severities } from './severities';
import { statuses } from './statuses';

const ACTIVE = 'ACTIVE';

/**
 * The vendor takes one status at a time. Incidents move on while the lists are read, from watching to
 * confirmed: so the later states are read once more, or one that moves could be in none of them.
 */
export const IN_TURN = ['CONFIRMED', 'TRIGGERED', 'WATCHING', 'TRIGGERED', 'CONFIRMED'];

/** `GET /api/v1/incidents`. Each filter takes one value. docs/facts/devhelm.md#filters-of-internal-incidents. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many incidents',
	description:
		'Read many incidents, for example all that are active, or those of one monitor since yesterday',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			...whichIncidents,
			locator(INCIDENT, {
				displayName: 'Exclude Incident',
				name: 'excludeId',
				description:
					'All incidents but this one, for example to find what else is wrong at the same time',
			}),
			choice({
				displayName: 'Severity',
				name: 'severity',
				default: 'DOWN',
				description: 'Only incidents of this severity',
				options: severities,
			}),
			dateTime({
				displayName: 'Started From',
				name: 'startedFrom',
				description: 'Only incidents that started at this time or later',
			}),
			dateTime({
				displayName: 'Started To',
				name: 'startedTo',
				description: 'Only incidents that started at this time or earlier',
			}),
			choice({
				displayName: 'Status',
				name: 'status',
				default: 'CONFIRMED',
				description:
					'Only incidents in this state. Active gives all that are not resolved, the confirmed ones first.',
				options: [
					{ name: 'Active', value: ACTIVE, description: 'Watching, triggered or confirmed' },
					...[...statuses].sort((one, other) => (one.name < other.name ? -1 : 1)),
				],
			}),
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const status = filters.option<string>('status');
		return {
			method: 'GET',
			path: '/api/v1/incidents',
			query: {
				status: status === ACTIVE ? IN_TURN[0] : status,
				severity: filters.option('severity'),
				...whichIncidentsOf(filters),
				excludeId: filters.id('excludeId'),
				...timeRange(filters, 'startedFrom', 'startedTo'),
			},
		};
	},
	paging,
	rows: rowsOf,
	further: (parameters) => {
		if (parameters.group('filters').option('status') !== ACTIVE) return [];
		const first = getMany.request(parameters);
		return IN_TURN.slice(1).map((status) => ({ ...first, query: { ...first.query, status } }));
	},
	/** An API older than this filter ignores it in silence, as it does any it does not know. */
	keep: (parameters) => {
		const excluded = parameters.group('filters').id('excludeId')?.toLowerCase();
		return excluded === undefined ? undefined : ({ id }) => asText(id)?.toLowerCase() !== excluded;
	},
	simplify: toIncidentRecord,
};
