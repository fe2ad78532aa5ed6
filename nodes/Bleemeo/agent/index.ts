import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';

export const agent: Resource = {
	value: 'agent',
	name: 'Agent',
	operations: [get, getMany],
};
