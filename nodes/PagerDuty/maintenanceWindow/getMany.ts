import {
	choice,
	collection,
	locatorList,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { TEAM } from '../form/ids';
import { absent } from '../form/lists';
import { existing } from './existing';
import { include, services } from './fields';
import { toWindowRecord } from './record';

/** `GET /maintenance_windows`. docs/facts/pagerduty.md#maintenance-windows. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many maintenance windows',
	description: 'Read many maintenance windows: those that run now and are to come, or others',
	retry: 'read',
	properties: [
		choice({
			displayName: 'State',
			name: 'state',
			default: 'open',
			description: 'Which maintenance windows to read',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Future', value: 'future', description: 'Not begun yet' },
				{ name: 'Ongoing', value: 'ongoing', description: 'Running now' },
				{ name: 'Open', value: 'open', description: 'Running now or not begun yet' },
				{ name: 'Past', value: 'past', description: 'Over' },
			],
		}),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			{
				displayName: 'Description Contains',
				name: 'query',
				type: 'string',
				default: '',
				placeholder: 'e.g. upgrade',
				description: 'Only windows whose description matches this text',
			},
			services('Only windows of these services'),
			locatorList(TEAM, {
				displayName: 'Teams',
				name: 'teamIds',
				rowName: 'teamId',
				description: 'Only windows of these teams',
			}),
		]),
		collection('Options', 'options', [include]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: '/maintenance_windows',
			query: {
				filter: parameters.option<string>('state'),
				query: filters.text('query'),
				'service_ids[]': filters.ids('serviceIds'),
				'team_ids[]': filters.ids('teamIds'),
				'include[]': parameters.group('options').options<string>('include'),
			},
		};
	},
	paging: existing.paging,
	rows: existing.rows,
	absent: absent({ 'team_ids[]': 'Teams' }),
	simplify: toWindowRecord,
};
