import type { Resource } from '../shared/run/operation';
import { comment } from './comment';
import { incident } from './incident';
import { link } from './link';

/** Everything that the node offers, in menu order. */
export const resources: Resource[] = [incident, comment, link];
