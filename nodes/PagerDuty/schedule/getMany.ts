import { collection, locatorList, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { pagingOf, rowsOf } from '../api/profile';
import { TEAM } from '../form/ids';
import { absent, optionsOf } from '../form/lists';
import { entryOptions, entryQuery } from './fields';
import { toScheduleRecord } from './record';

/** `GET /schedules`. docs/facts/pagerduty.md#schedules. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many schedules',
	description: 'Read many schedules: their users, teams and escalation policies',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Name Contains',
				name: 'query',
				type: 'string',
				default: '',
				placeholder: 'e.g. weekly',
				description: 'Only schedules whose name matches this text',
			},
			locatorList(TEAM, {
				displayName: 'Teams',
				name: 'teamIds',
				rowName: 'teamId',
				description: 'Only schedules of these teams',
			}),
		]),
		collection('Options', 'options', [
			...entryOptions,
			{
				displayName: 'Include',
				name: 'include',
				type: 'multiOptions',
				default: [],
				description: 'What to return of each schedule in full. It shows only when Simplify is off.',
				options: optionsOf(['final_schedule', 'overrides_subschedule', 'schedule_layers']),
			},
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const options = parameters.group('options');
		return {
			method: 'GET',
			path: '/schedules',
			query: {
				query: filters.text('query'),
				'team_ids[]': filters.ids('teamIds'),
				'include[]': options.options<string>('include'),
				...entryQuery(options),
			},
		};
	},
	paging: pagingOf('schedules', "Narrow the list with the filter 'Name Contains' or 'Teams'"),
	rows: rowsOf('schedules'),
	absent: absent({ 'team_ids[]': 'Teams' }),
	simplify: toScheduleRecord,
};
