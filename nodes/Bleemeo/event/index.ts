import type { Resource } from '../../shared/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';

export const event: Resource = {
	value: 'event',
	name: 'Event',
	operations: [create, get, getMany],
};
