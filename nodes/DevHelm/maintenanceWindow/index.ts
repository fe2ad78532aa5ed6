import type { Resource } from '../../shared/run/operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const maintenanceWindow: Resource = {
	value: 'maintenanceWindow',
	name: 'Maintenance Window',
	operations: [create, get, getMany, update, cancel],
};
