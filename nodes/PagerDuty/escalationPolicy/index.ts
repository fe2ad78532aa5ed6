import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';

export const escalationPolicy: Resource = {
	value: 'escalationPolicy',
	name: 'Escalation Policy',
	operations: [get, getMany],
};
