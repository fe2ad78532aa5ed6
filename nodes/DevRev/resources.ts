import type { Resource } from '../shared/run/operation';
import { comment } from './comment';
import { incident } from './incident';
import { issueResource } from './issue';
import { link } from './link';
import { ticketResource } from './ticket';

/** Everything that the node offers, in menu order. */
export const resources: Resource[] = [incident, comment, link, issueResource, ticketResource];
