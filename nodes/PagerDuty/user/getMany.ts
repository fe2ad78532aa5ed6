import { collection, locatorList, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { pagingOf, rowsOf } from '../api/profile';
import { TEAM } from '../form/ids';
import { absent } from '../form/lists';
import { includeForMany } from './fields';
import { toUserRecord } from './record';

/** `GET /users`. docs/facts/pagerduty.md#users. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Read many users, or find one by name or e-mail address',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Name or Email Contains',
				name: 'query',
				type: 'string',
				default: '',
				placeholder: 'e.g. anna@example.com',
				description: 'Only users whose name or e-mail address matches this text',
			},
			locatorList(TEAM, {
				displayName: 'Teams',
				name: 'teamIds',
				rowName: 'teamId',
				description: 'Only users of these teams',
			}),
		]),
		collection('Options', 'options', [includeForMany]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: '/users',
			query: {
				query: filters.text('query'),
				'team_ids[]': filters.ids('teamIds'),
				'include[]': parameters.group('options').options<string>('include'),
			},
		};
	},
	paging: pagingOf('users', "Narrow the list with the filter 'Name or Email Contains' or 'Teams'"),
	rows: rowsOf('users'),
	absent: absent({ 'team_ids[]': 'Teams' }),
	simplify: toUserRecord,
};
