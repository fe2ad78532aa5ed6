import type { Resource } from '../shared/run/operation';
import { alert } from './alert';
import { event } from './event';
import { incident } from './incident';
import { logEntry } from './logEntry';
import { note } from './note';
import { onCall } from './onCall';
import { responder } from './responder';
import { service } from './service';
import { statusUpdate } from './statusUpdate';
import { subscriber } from './subscriber';

/** Everything that the node offers, in menu order. */
export const resources: Resource[] = [
	incident,
	event,
	note,
	alert,
	responder,
	statusUpdate,
	subscriber,
	logEntry,
	onCall,
	service,
];
