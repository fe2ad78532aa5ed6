import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';
import { pause } from './pause';
import { resume } from './resume';

export const monitor: Resource = {
	value: 'monitor',
	name: 'Monitor',
	operations: [get, getMany, pause, resume],
};
