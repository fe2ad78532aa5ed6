import {
	choice,
	collection,
	dateTime,
	locatorList,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import { timeRange } from '../../shared/form/timeRange';
import type { ListOperation } from '../../shared/run/operation';
import { pagingOf, rowsOf } from '../api/profile';
import { TEAM } from '../form/ids';
import { theIncident } from '../incident/fields';
import { absent } from '../form/lists';
import { options, queryOf } from './options';
import { toLogEntryRecord } from './record';

/** `GET /incidents/{id}/log_entries` and `GET /log_entries`. docs/facts/pagerduty.md#log-entries. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many log entries',
	description: 'Read many log entries: what happened to one incident, or to all of the account',
	retry: 'read',
	properties: [
		choice({
			displayName: 'Scope',
			name: 'scope',
			default: 'incident',
			description: 'Whose log to read',
			options: [
				{ name: 'One Incident', value: 'incident' },
				{ name: 'Whole Account', value: 'account' },
			],
		}),
		{ ...theIncident('read the log of'), displayOptions: { show: { scope: ['incident'] } } },
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			dateTime({
				displayName: 'Created After',
				name: 'since',
				description: 'Start of the time range',
			}),
			dateTime({
				displayName: 'Created Before',
				name: 'until',
				description: 'End of the time range',
			}),
			{
				displayName: 'Overview Only',
				name: 'isOverview',
				type: 'boolean',
				default: true,
				description: 'Whether to leave out all but the most important changes',
			},
			locatorList(TEAM, {
				displayName: 'Teams',
				name: 'teamIds',
				rowName: 'teamId',
				description: "Only entries of these teams. For 'Scope' Whole Account.",
			}),
		]),
		collection('Options', 'options', options),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const isOne = parameters.option<string>('scope') !== 'account';
		const teams = filters.ids('teamIds');
		if (isOne && teams.length) {
			filters.refuse(
				'teamIds',
				'cannot be used for the log of one incident',
				"Remove this filter, or set 'Scope' to Whole Account",
			);
		}
		return {
			method: 'GET',
			path: isOne ? `/incidents/${parameters.pathId('incidentId')}/log_entries` : '/log_entries',
			query: {
				...timeRange(filters, 'since', 'until'),
				is_overview: filters.boolean('isOverview'),
				'team_ids[]': teams,
				...queryOf(parameters.group('options')),
			},
		};
	},
	paging: pagingOf(
		'log entries',
		"Split the time with the filters 'Created After' and 'Created Before'",
	),
	rows: rowsOf('log_entries'),
	absent: absent({ 'team_ids[]': 'Teams' }),
	simplify: toLogEntryRecord,
};
