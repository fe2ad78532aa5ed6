import type { Resource } from '../../shared/run/operation';
import { get } from './get';

export const overview: Resource = {
	value: 'overview',
	name: 'Overview',
	operations: [get],
};
