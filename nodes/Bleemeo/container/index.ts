import type { Resource } from '../../shared/run/operation';
import { getMany } from './getMany';

export const container: Resource = {
	value: 'container',
	name: 'Container',
	operations: [getMany],
};
