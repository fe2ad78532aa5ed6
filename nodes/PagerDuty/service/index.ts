import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';

export const service: Resource = {
	value: 'service',
	name: 'Service',
	operations: [get, getMany],
};
