import {
	choice,
	collection,
	locatorList,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { laterPages } from '../api/laterPages';
import { rowsOf } from '../api/profile';
import { PAGE_STATUS } from '../form/ids';
import { postsOf, postType, thePage } from './fields';
import { toPostRecord } from './record';
import { reviewed } from './reviewed';

/** `GET /status_pages/{id}/posts`. docs/facts/pagerduty.md#status-page-posts. */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many status page posts',
	description:
		'Read many posts of a status page. Of their updates the list has the IDs only; Get and Get Updates read what they say.',
	retry: 'read',
	properties: [
		thePage,
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			choice({
				...postType,
				default: 'incident',
				description: 'Only posts of this type',
				options: [
					{ name: 'Incident', value: 'incident' },
					{ name: 'Maintenance', value: 'maintenance' },
				],
			}),
			reviewed('posts'),
			locatorList(PAGE_STATUS, {
				displayName: 'Statuses',
				name: 'statusIds',
				rowName: 'statusId',
				description: 'Only posts in one of these states',
			}),
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: postsOf(parameters),
			query: {
				post_type: filters.option<string>('postType'),
				reviewed_status: filters.option<string>('reviewedStatus'),
				'status[]': filters.ids('statusIds'),
			},
		};
	},
	paging: laterPages('posts', "Narrow the list with the filters 'Post Type' and 'Statuses'"),
	rows: rowsOf('posts'),
	simplify: toPostRecord,
};
