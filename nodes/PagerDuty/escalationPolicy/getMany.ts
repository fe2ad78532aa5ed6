import {
	choice,
	collection,
	locatorList,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { pagingOf, rowsOf } from '../api/profile';
import { TEAM, USER } from '../form/ids';
import { absent } from '../form/lists';
import { include } from './include';
import { toPolicyRecord } from './record';

/** `GET /escalation_policies`. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many escalation policies',
	description: 'Read many escalation policies, in the order of their names unless sorted otherwise',
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
				placeholder: 'e.g. shop',
				description: 'Only policies whose name matches this text',
			},
			locatorList(TEAM, {
				displayName: 'Teams',
				name: 'teamIds',
				rowName: 'teamId',
				description: 'Only policies of these teams',
			}),
			locatorList(USER, {
				displayName: 'Users',
				name: 'userIds',
				rowName: 'userId',
				description: 'Only policies that notify any of these users',
			}),
		]),
		collection('Options', 'options', [
			include,
			choice({
				displayName: 'Sort By',
				name: 'sortBy',
				default: 'name:asc',
				description: 'The order of the policies',
				options: [
					{ name: 'Name (Ascending)', value: 'name:asc' },
					{ name: 'Name (Descending)', value: 'name:desc' },
				],
			}),
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const options = parameters.group('options');
		return {
			method: 'GET',
			path: '/escalation_policies',
			query: {
				query: filters.text('query'),
				'user_ids[]': filters.ids('userIds'),
				'team_ids[]': filters.ids('teamIds'),
				sort_by: options.option<string>('sortBy'),
				'include[]': options.options<string>('include'),
			},
		};
	},
	paging: pagingOf(
		'escalation policies',
		"Narrow the list with the filter 'Name Contains' or 'Teams'",
	),
	rows: rowsOf('escalation_policies'),
	absent: absent({ 'team_ids[]': 'Teams' }),
	simplify: toPolicyRecord,
};
