import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getData } from './getData';
import { getMany } from './getMany';

export const metric: Resource = {
	value: 'metric',
	name: 'Metric',
	operations: [get, getData, getMany],
};
