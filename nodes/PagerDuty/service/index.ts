import type { Resource } from '../../shared/run/operation';
import { create } from './create';
import { disable } from './disable';
import { enable } from './enable';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const service: Resource = {
	value: 'service',
	name: 'Service',
	operations: [create, get, getMany, update, enable, disable],
};
