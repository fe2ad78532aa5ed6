import type { Resource } from '../../shared/run/operation';
import { create } from './create';
import { deleteComment } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const comment: Resource = {
	value: 'comment',
	name: 'Comment',
	operations: [create, getMany, update, deleteComment],
};
