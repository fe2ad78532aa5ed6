import type { Resource } from '../../shared/run/operation';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';

export const statusPageSubscriber: Resource = {
	value: 'statusPageSubscriber',
	name: 'Status Page Subscriber',
	operations: [add, getMany, remove],
};
