import type { Resource } from '../../shared/run/operation';
import { create } from './create';

export const maintenanceWindow: Resource = {
	value: 'maintenanceWindow',
	name: 'Maintenance Window',
	operations: [create],
};
