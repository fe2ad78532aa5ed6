import type { Resource } from '../../shared/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';

export const incident: Resource = {
	value: 'incident',
	name: 'Incident',
	operations: [create, get, getMany],
};
