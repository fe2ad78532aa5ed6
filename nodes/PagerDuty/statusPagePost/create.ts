import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, dateTime, simplify } from '../../shared/form/fields';
import { timeRange } from '../../shared/form/timeRange';
import type { CreateOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { ApiRequest } from '../../shared/wire/request';
import { asObject, asRows } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { posts } from './existing';
import { postsOf, postTitle, postType, thePage } from './fields';
import { toPostRecord } from './record';
import { reportedNow } from './reported';
import { saying, sayingMore, updateOf } from './said';

const forMaintenance = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { postType: ['maintenance'] } },
});

/** `POST /status_pages/{id}/posts`. docs/facts/pagerduty.md#status-page-posts. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create status page post',
	description:
		'Publish an incident or a maintenance on a status page for customers. Nobody is notified unless that is switched on.',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look at the status page before you run this item again: customers would read the post twice.',
	properties: [
		thePage,
		postType,
		{ ...postTitle, required: true },
		...saying,
		forMaintenance(
			dateTime({
				displayName: 'Starts At',
				name: 'startsAt',
				required: true,
				description: 'When the maintenance begins',
			}),
		),
		forMaintenance(
			dateTime({
				displayName: 'Ends At',
				name: 'endsAt',
				required: true,
				description: 'When the maintenance is over',
			}),
		),
		simplify,
		collection('Additional Fields', 'additionalFields', sayingMore),
	],
	request: (parameters) => ({
		method: 'POST',
		path: postsOf(parameters),
		body: { post: postOf(parameters) },
	}),
	decide: async (_, { request }) => reportingNow(request),
	existing: posts,
	records: recordOf('post'),
	simplify: toPostRecord,
};

function postOf(parameters: Parameters): IDataObject {
	const isPlanned = parameters.option('postType') === 'maintenance';
	const times = isPlanned ? timeRange(parameters, 'startsAt', 'endsAt', true) : {};
	return {
		type: 'status_page_post',
		title: parameters.text('title'),
		post_type: parameters.option('postType'),
		starts_at: times.startsAt ?? null,
		ends_at: times.endsAt ?? null,
		status_page: { id: parameters.id('statusPageId'), type: 'status_page' },
		updates: [updateOf(parameters, {})],
		...parameters.group('additionalFields').json('extraFields'),
	};
}

function reportingNow(request: ApiRequest): ApiRequest {
	const post = asObject(request.body?.post);
	return {
		...request,
		body: { post: { ...post, updates: asRows(post.updates).map(reportedNow) } },
	};
}
