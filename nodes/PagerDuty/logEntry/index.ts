import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';

export const logEntry: Resource = {
	value: 'logEntry',
	name: 'Log Entry',
	operations: [get, getMany],
};
