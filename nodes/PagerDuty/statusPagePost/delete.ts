import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { pathOf, thePage, thePost } from './fields';

/** `DELETE /status_pages/{id}/posts/{post_id}`. docs/facts/pagerduty.md#status-page-posts. */
export const deletePost: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete status page post',
	description:
		'Remove a post with all its updates from a status page for good. To say that something is over, use Add Update instead.',
	properties: [thePage, thePost('delete')],
	request: (parameters) => ({ method: 'DELETE', path: pathOf(parameters) }),
	...removal,
};
