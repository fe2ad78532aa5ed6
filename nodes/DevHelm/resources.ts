import type { Resource } from '../shared/operation';
import { incident } from './incident';
import { statusPageIncident } from './statusPageIncident';

/** Everything that the node offers, in menu order. */
export const resources: Resource[] = [incident, statusPageIncident];
