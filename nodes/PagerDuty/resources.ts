import type { Resource } from '../shared/run/operation';
import { alert } from './alert';
import { event } from './event';
import { incident } from './incident';
import { logEntry } from './logEntry';
import { maintenanceWindow } from './maintenanceWindow';
import { note } from './note';
import { onCall } from './onCall';
import { override } from './override';
import { responder } from './responder';
import { schedule } from './schedule';
import { service } from './service';
import { statusUpdate } from './statusUpdate';
import { subscriber } from './subscriber';
import { user } from './user';

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
	maintenanceWindow,
	schedule,
	override,
	user,
];
