import { simplify } from '../../shared/form/fields';
import { unless, withHint } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { pathOf, thePage, thePost } from './fields';
import { toPostmortemRecord } from './record';

/** `GET /status_pages/{id}/posts/{post_id}/postmortem`. docs/facts/pagerduty.md#status-page-posts. */
export const getPostmortem: SingleOperation = {
	value: 'getPostmortem',
	name: 'Get Postmortem',
	action: 'Get postmortem of status page post',
	description: 'Read what was learnt from an incident, as customers read it in the post',
	retry: 'read',
	properties: [thePage, thePost('look at'), simplify],
	request: (parameters) => ({ method: 'GET', path: `${pathOf(parameters)}/postmortem` }),
	records: recordOf('postmortem'),
	instead: async (fault, { parameters }, { read }) => {
		if (fault.status !== 404) return undefined;
		const request = { method: 'GET' as const, path: pathOf(parameters) };
		const post = await unless([403, 404], read(request, recordOf('post')));
		if (!post) return undefined;
		throw withHint(
			fault,
			"The post has no postmortem yet. Write one with the operation 'Set Postmortem'.",
		);
	},
	simplify: toPostmortemRecord,
};
