import { collection, dateTime, extraFields, simplify } from '../../shared/form/fields';
import { timeRange } from '../../shared/form/timeRange';
import { FormIssue } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { asObject, compact } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { pathOf, postTitle, postType, thePage, thePost } from './fields';
import { toPostRecord } from './record';

/**
 * `PUT /status_pages/{id}/posts/{post_id}`. PagerDuty wants all of the post, so it is read first, and what is not
 * given is sent as it is. docs/facts/pagerduty.md#status-page-posts.
 */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update status page post',
	description:
		'Change the title, the type or the times of a post. What it says, its status and its severity change with Add Update.',
	retry: 'idempotent',
	properties: [
		thePage,
		thePost('change'),
		simplify,
		collection('Update Fields', 'updateFields', [
			dateTime({
				displayName: 'Ends At',
				name: 'endsAt',
				description: 'When the maintenance is over',
			}),
			extraFields,
			{ ...postType, description: 'What the post is about from now on' },
			dateTime({
				displayName: 'Starts At',
				name: 'startsAt',
				description: 'When the maintenance begins',
			}),
			postTitle,
		]),
	],
	request: (parameters) => ({
		method: 'PUT',
		path: pathOf(parameters),
		body: {
			post: {
				type: 'status_page_post',
				status_page: { id: parameters.id('statusPageId'), type: 'status_page' },
				...changesOf(parameters.group('updateFields')),
			},
		},
	}),
	state: () => ({ read: ({ path }) => ({ method: 'GET', path }), looksFirst: true }),
	decide: async (_, { request }, [post]) => {
		const { title, post_type, starts_at = null, ends_at = null } = asObject(post);
		const changes = asObject(request.body?.post);
		return { ...request, body: { post: { title, post_type, starts_at, ends_at, ...changes } } };
	},
	records: recordOf('post'),
	simplify: toPostRecord,
};

/** @throws FormIssue when there is nothing to change */
function changesOf(fields: Parameters) {
	const { startsAt, endsAt } = timeRange(fields, 'startsAt', 'endsAt', true);
	const changes = {
		...compact({
			title: fields.text('title'),
			post_type: fields.option('postType'),
			starts_at: startsAt,
			ends_at: endsAt,
		}),
		...fields.json('extraFields'),
	};
	if (Object.keys(changes).length) return changes;
	throw new FormIssue(
		"Nothing to update: 'Update Fields' is empty",
		"Add at least one field under 'Update Fields'; if expressions feed them, look at what they give for this item.",
	);
}
