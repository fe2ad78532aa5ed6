import type { Resource } from '../../shared/run/operation';
import { getMany } from './getMany';

export const service: Resource = { value: 'service', name: 'Service', operations: [getMany] };
