import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { onTimeline } from './body';
import { theComment } from './fields';

/** `POST /timeline-entries.delete`. docs/facts/devrev.md#comments. */
export const deleteComment: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete comment',
	description: 'Remove a comment from the timeline of an incident for good',
	properties: theComment('delete'),
	request: (parameters) => onTimeline('delete', { id: parameters.id('commentId') }),
	...removal,
	isGone: (fault) => removal.isGone(fault) || fault.words.code === 'invalid_id',
};
