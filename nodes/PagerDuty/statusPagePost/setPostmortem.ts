import { collection, extraFields, simplify } from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';
import { isStoredForm } from '../../shared/run/create/storedText';
import type { SingleOperation } from '../../shared/run/operation';
import { asObject, asText } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { message, notifies, notifySubscribers, pathOf, thePage, thePost } from './fields';
import { toPostmortemRecord } from './record';

/**
 * `PUT /status_pages/{id}/posts/{post_id}/postmortem`, which may notify people: so it is sent once, and looked for
 * where its answer is lost. docs/facts/pagerduty.md#status-page-posts.
 */
export const setPostmortem: SingleOperation = {
	value: 'setPostmortem',
	name: 'Set Postmortem',
	action: 'Set postmortem of status page post',
	description:
		'Write what was learnt from an incident into its post, for customers; it replaces what stands there. Nobody is notified unless that is switched on.',
	retry: 'once',
	checkAfterUnknown:
		"Look at the post on the status page before you run this item again: with 'Notify Subscribers' on, they would be told twice.",
	properties: [
		thePage,
		thePost('write to'),
		limited(
			{
				...message,
				placeholder: 'e.g. <p>A certificate had run out; it is renewed by itself now.</p>',
				description: 'What customers read, in 10,000 characters at most. It may be HTML.',
			},
			{ vendor: 'PagerDuty', characters: 10_000 },
		),
		notifySubscribers,
		simplify,
		collection('Additional Fields', 'additionalFields', [extraFields]),
	],
	request: (parameters) => ({
		method: 'PUT',
		path: `${pathOf(parameters)}/postmortem`,
		body: {
			postmortem: {
				type: 'status_page_post_postmortem',
				post: { id: parameters.id('postId'), type: 'status_page_post' },
				message: parameters.text('message'),
				notify_subscribers: notifies(parameters),
				...parameters.group('additionalFields').json('extraFields'),
			},
		},
	}),
	records: recordOf('postmortem'),
	state: () => ({
		read: ({ path }) => ({ method: 'GET', path }),
		isDone: (postmortem, { body }) => {
			const sent = asText(asObject(body?.postmortem).message) ?? '';
			return isStoredForm(sent, asText(postmortem.message) ?? '', false);
		},
	}),
	simplify: toPostmortemRecord,
};
