import type { Resource } from '../shared/operation';
import { incident } from './incident';

/** Everything that the node offers, in menu order. */
export const resources: Resource[] = [incident];
