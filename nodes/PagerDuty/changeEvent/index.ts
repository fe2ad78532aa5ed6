import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';

export const changeEvent: Resource = {
	value: 'changeEvent',
	name: 'Change Event',
	operations: [get, getMany],
};
