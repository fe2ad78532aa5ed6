import type { Resource } from '../shared/run/operation';
import { agent } from './agent';
import { container } from './container';
import { event } from './event';
import { metric } from './metric';
import { service } from './service';

/** Everything that the node offers, in menu order. */
export const resources: Resource[] = [event, agent, metric, service, container];
