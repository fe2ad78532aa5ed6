import { Fault } from '../../shared/ground/failures';
import type { StepsOperation } from '../../shared/run/operation';
import { deleted } from '../../shared/ground/values';
import { onTimeline } from './body';
import { theComment } from './fields';

/** `POST /timeline-entries.delete`. docs/facts/devrev.md#comments. */
export const deleteComment: StepsOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete comment',
	description: 'Remove a comment from the timeline of an incident for good',
	retry: 'idempotent',
	properties: theComment('delete'),
	plan: (parameters) => {
		const request = onTimeline('delete', { id: parameters.id('commentId') });
		return {
			request,
			run: async ({ send }) => {
				const sent = send(request, 'idempotent');
				await sent.catch(async (failure: unknown) => isDone(failure) || (await sent));
				return deleted();
			},
		};
	},
};

/** True when the comment is gone because an attempt that brought no answer has removed it. */
function isDone(failure: unknown): boolean {
	if (!(failure instanceof Fault)) return false;
	const { status, outcomeUnknown, words } = failure.details;
	return outcomeUnknown && (status === 404 || words.code === 'invalid_id');
}
