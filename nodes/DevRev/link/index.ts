import type { Resource } from '../../shared/operation';
import { create } from './create';

export const link: Resource = { value: 'link', name: 'Link', operations: [create] };
