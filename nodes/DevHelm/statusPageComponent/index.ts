import type { Resource } from '../../shared/run/operation';
import { getMany } from './getMany';

export const statusPageComponent: Resource = {
	value: 'statusPageComponent',
	name: 'Status Page Component',
	operations: [getMany],
};
