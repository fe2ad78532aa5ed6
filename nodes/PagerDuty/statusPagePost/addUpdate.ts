import { collection, simplify } from '../../shared/form/fields';
import type { CreateOperation } from '../../shared/run/operation';
import { asObject } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { updates } from './existing';
import { pathOf, thePage, thePost } from './fields';
import { toUpdateRecord } from './record';
import { reportedNow } from './reported';
import { saying, sayingMore, updateOf } from './said';

/** `POST /status_pages/{id}/posts/{post_id}/post_updates`. docs/facts/pagerduty.md#status-page-posts. */
export const addUpdate: CreateOperation = {
	value: 'addUpdate',
	name: 'Add Update',
	action: 'Add update to status page post',
	description:
		'Tell customers how it goes, with the status and the severity that a post has from now on; a status such as resolved ends it. Nobody is notified unless that is switched on.',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look at the updates of the post on the status page before you run this item again: customers would read it twice.',
	properties: [
		thePage,
		thePost('write to'),
		...saying,
		simplify,
		collection('Additional Fields', 'additionalFields', sayingMore),
	],
	request: (parameters) => ({
		method: 'POST',
		path: `${pathOf(parameters)}/post_updates`,
		body: {
			post_update: updateOf(parameters, {
				post: { id: parameters.id('postId'), type: 'status_page_post' },
				...parameters.group('additionalFields').json('extraFields'),
			}),
		},
	}),
	decide: async (_, { request }) => ({
		...request,
		body: { post_update: reportedNow(asObject(request.body?.post_update)) },
	}),
	keepsOrder: true,
	existing: updates,
	records: recordOf('post_update'),
	simplify: toUpdateRecord,
};
