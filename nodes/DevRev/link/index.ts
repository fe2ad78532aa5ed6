import type { Resource } from '../../shared/run/operation';
import { create } from './create';
import { deleteLink } from './delete';
import { getMany } from './getMany';

export const link: Resource = {
	value: 'link',
	name: 'Link',
	operations: [create, getMany, deleteLink],
};
