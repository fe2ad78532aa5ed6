import type { Resource } from '../../shared/run/operation';
import { create } from './create';
import { deleteOverride } from './delete';
import { getMany } from './getMany';

export const override: Resource = {
	value: 'override',
	name: 'Override',
	operations: [create, getMany, deleteOverride],
};
