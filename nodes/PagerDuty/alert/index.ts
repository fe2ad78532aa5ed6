import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const alert: Resource = {
	value: 'alert',
	name: 'Alert',
	operations: [get, getMany, update],
};
