import type { Resource } from '../../shared/run/operation';
import { create } from './create';

export const link: Resource = { value: 'link', name: 'Link', operations: [create] };
