import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';

export const team: Resource = {
	value: 'team',
	name: 'Team',
	operations: [get, getMany],
};
