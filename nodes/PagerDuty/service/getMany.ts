import {
	choice,
	collection,
	locatorList,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { pagingOf, rowsOf } from '../api/profile';
import { TEAM } from '../form/ids';
import { absent } from '../form/lists';
import { include } from './include';
import { toServiceRecord } from './record';

/** `GET /services`. docs/facts/pagerduty.md#services. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many services',
	description: 'Read many services, in the order of their names unless sorted otherwise',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Checkout',
				description: 'Only the service with exactly this name',
			},
			{
				displayName: 'Name Contains',
				name: 'query',
				type: 'string',
				default: '',
				placeholder: 'e.g. check',
				description: 'Only services whose name matches this text',
			},
			locatorList(TEAM, {
				displayName: 'Teams',
				name: 'teamIds',
				rowName: 'teamId',
				description: 'Only services of these teams',
			}),
		]),
		collection('Options', 'options', [
			include,
			choice({
				displayName: 'Sort By',
				name: 'sortBy',
				default: 'name:asc',
				description: 'The order of the services',
				options: [
					{ name: 'Name (Ascending)', value: 'name:asc' },
					{ name: 'Name (Descending)', value: 'name:desc' },
				],
			}),
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Paris',
				description:
					'The zone in which PagerDuty writes the times of its reply, that of the account unless given',
			},
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const options = parameters.group('options');
		return {
			method: 'GET',
			path: '/services',
			query: {
				name: filters.text('name'),
				query: filters.text('query'),
				'team_ids[]': filters.ids('teamIds'),
				sort_by: options.option<string>('sortBy'),
				time_zone: options.text('timeZone'),
				'include[]': options.options<string>('include'),
			},
		};
	},
	paging: pagingOf('services', "Narrow the list with the filter 'Name Contains' or 'Teams'"),
	rows: rowsOf('services'),
	absent: absent({ 'team_ids[]': 'Teams' }),
	simplify: toServiceRecord,
};
