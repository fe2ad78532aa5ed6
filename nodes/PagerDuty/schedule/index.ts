import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getMany } from './getMany';
import { getShifts } from './getShifts';

export const schedule: Resource = {
	value: 'schedule',
	name: 'Schedule',
	operations: [get, getMany, getShifts],
};
