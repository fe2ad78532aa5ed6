import type { Resource } from '../shared/run/operation';
import { alert } from './alert';
import { analytics } from './analytics';
import { changeEvent } from './changeEvent';
import { escalationPolicy } from './escalationPolicy';
import { event } from './event';
import { incident } from './incident';
import { incidentWorkflow } from './incidentWorkflow';
import { logEntry } from './logEntry';
import { maintenanceWindow } from './maintenanceWindow';
import { note } from './note';
import { onCall } from './onCall';
import { priority } from './priority';
import { override } from './override';
import { responder } from './responder';
import { schedule } from './schedule';
import { service } from './service';
import { statusPagePost } from './statusPagePost';
import { statusUpdate } from './statusUpdate';
import { subscriber } from './subscriber';
import { team } from './team';
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
	changeEvent,
	escalationPolicy,
	team,
	priority,
	incidentWorkflow,
	statusPagePost,
	analytics,
	maintenanceWindow,
	schedule,
	override,
	user,
];
