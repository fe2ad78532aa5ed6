import type { Resource } from '../shared/run/operation';
import { agent } from './agent';
import { event } from './event';
import { metric } from './metric';

/** Everything that the node offers, in menu order. */
export const resources: Resource[] = [event, agent, metric];
