import { collection, returnAllAndLimit, simplify } from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { laterPages } from '../api/laterPages';
import { rowsOf } from '../api/profile';
import { pathOf, thePage, thePost } from './fields';
import { toUpdateRecord } from './record';
import { reviewed } from './reviewed';

/** `GET /status_pages/{id}/posts/{post_id}/post_updates`. docs/facts/pagerduty.md#status-page-posts. */
export const getUpdates: ListOperation = {
	value: 'getUpdates',
	name: 'Get Updates',
	action: 'Get updates of status page post',
	description: 'Read what customers were told in a post, one item for each update',
	retry: 'read',
	properties: [
		thePage,
		thePost('read the updates of'),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [reviewed('updates')]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `${pathOf(parameters)}/post_updates`,
		query: { reviewed_status: parameters.group('filters').option<string>('reviewedStatus') },
	}),
	paging: laterPages('updates', "Narrow the list with the filter 'Review'"),
	rows: rowsOf('post_updates'),
	simplify: toUpdateRecord,
};
