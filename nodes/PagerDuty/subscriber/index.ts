import type { Resource } from '../../shared/run/operation';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';

export const subscriber: Resource = {
	value: 'subscriber',
	name: 'Subscriber',
	operations: [add, getMany, remove],
};
