import type { Resource } from '../../shared/run/operation';
import { getMany } from './getMany';

export const priority: Resource = {
	value: 'priority',
	name: 'Priority',
	operations: [getMany],
};
