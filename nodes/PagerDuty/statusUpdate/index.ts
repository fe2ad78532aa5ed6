import type { Resource } from '../../shared/run/operation';
import { create } from './create';

export const statusUpdate: Resource = {
	value: 'statusUpdate',
	name: 'Status Update',
	operations: [create],
};
