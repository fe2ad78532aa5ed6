import type { Resource } from '../../shared/run/operation';
import { addUpdate } from './addUpdate';
import { create } from './create';
import { deletePost } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getPostmortem } from './getPostmortem';
import { getUpdates } from './getUpdates';
import { setPostmortem } from './setPostmortem';
import { update } from './update';

export const statusPagePost: Resource = {
	value: 'statusPagePost',
	name: 'Status Page Post',
	operations: [
		create,
		get,
		getMany,
		update,
		addUpdate,
		getUpdates,
		setPostmortem,
		getPostmortem,
		deletePost,
	],
};
