import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { pathOf, thePage, thePost } from './fields';
import { toPostRecord } from './record';

/** `GET /status_pages/{id}/posts/{post_id}`, always with its updates. docs/facts/pagerduty.md#status-page-posts. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get status page post',
	description: 'Read one post of a status page with all that was said in it',
	retry: 'read',
	properties: [thePage, thePost('read'), simplify],
	request: (parameters) => ({
		method: 'GET',
		path: pathOf(parameters),
		query: { 'include[]': ['status_page_post_update'] },
	}),
	records: recordOf('post'),
	simplify: toPostRecord,
};
