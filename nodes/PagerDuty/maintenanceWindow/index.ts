import type { Resource } from '../../shared/run/operation';
import { create } from './create';
import { end } from './end';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const maintenanceWindow: Resource = {
	value: 'maintenanceWindow',
	name: 'Maintenance Window',
	operations: [create, get, getMany, update, end],
};
