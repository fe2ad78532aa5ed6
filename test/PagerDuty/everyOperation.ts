import type { IDataObject } from 'n8n-workflow';

import { newId } from '../sandbox/pagerduty/details/seed';
import { referTo } from '../sandbox/pagerduty/references';
import { GENERIC_FIRING } from '../shared/alerts/group';
import { byId, rowsOfIds, type Suite } from '../support/suite';
import { idsOf, seeded } from './incidents';
import { firstPage, ofPost, saying } from './statusPages';
import { dailyOf, windowOf } from './plans';

export interface Example {
	/** What makes the operation succeed in the sandbox. */
	parameters: IDataObject;
	/** The same about something that is not there; undefined for a list that is about nothing. */
	missing?: IDataObject;
	/** What is to be changed about the credential. */
	credential?: IDataObject;
}

const nowhere = { incidentId: byId('QNOTHERE0') };

/** An example for each operation of the REST API, by resource and operation. */
export function examples(on: Suite): { [operation: string]: Example } {
	const { services, users, policies } = idsOf(on);
	const { details, workflows, changeEvents, teams, businessServices } =
		on.sandbox.state('pagerDuty');
	const incident = seeded(on, 'triggered');
	const [alert] = details.alerts.values();
	const one = (more: IDataObject = {}): Example => ({
		parameters: { incidentId: byId(incident.id), ...more },
		missing: { ...more, ...nowhere },
	});
	const about = (name: string, id: string, more: IDataObject = {}): Example => ({
		parameters: { [name]: byId(id), ...more },
		missing: { [name]: byId('PNOTHERE'), ...more },
	});
	const anna = { userIds: rowsOfIds('userId', [users['Anna Schmidt']]) };
	const asked = { ...anna, additionalFields: { requesterId: byId(users['Ops Bot']) } };
	const { statusPageId, postId } = ofPost(on);
	const page = { statusPageId };
	const ofPage = (more: IDataObject = {}): Example => ({
		parameters: { ...page, postId, ...more },
		missing: { ...page, postId: byId('PNOTHERE'), ...more },
	});
	postmortem(on);
	const noteId = byId(note(on, incident.id));
	const ofAlert = (more: IDataObject = {}) => ({
		parameters: { incidentId: byId(alert.incident.id), alertId: byId(alert.id), ...more },
		missing: { incidentId: byId(alert.incident.id), alertId: byId('PNOTHERE'), ...more },
	});
	return {
		'incident/create': about('serviceId', services.Checkout, { title: 'An example' }),
		'incident/get': one(),
		'incident/getAll': { parameters: {} },
		'incident/update': one({ updateFields: { title: 'Changed' } }),
		'incident/acknowledge': one(),
		'incident/resolve': one(),
		'incident/reopen': {
			parameters: { incidentId: byId(seeded(on, 'resolved').id) },
			missing: nowhere,
		},
		'incident/reassign': one({ escalationPolicyId: byId(policies['Shop On-Call']) }),
		'incident/escalate': one({ escalationLevel: 1 }),
		'incident/snooze': one({ duration: 1, durationUnit: 'hours' }),
		'incident/merge': one({
			sourceIncidentIds: rowsOfIds('sourceIncidentId', [seeded(on, 'acknowledged').id]),
		}),
		'incident/getRelated': one(),
		'incident/getPast': one(),
		'incident/getTimeline': one(),
		'incident/getReliabilityMetrics': {
			parameters: { since: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' },
		},
		'incident/findByReference': { parameters: { reference: incident.incident_key } },
		'incident/sendFromAlert': about('serviceId', services.Checkout, GENERIC_FIRING),
		'incident/sendAndWait': about('serviceId', services.Checkout, {
			message: 'May I restart the checkout?',
			responseType: 'approval',
		}),
		'incident/continueWaitingWorkflow': one(),
		'incident/setCustomFields': one({ customFieldsJson: { customers_hit: 0 } }),
		'incident/runWorkflow': about('workflowId', [...workflows.keys()][0], {
			incidentId: byId(incident.id),
		}),
		'note/create': one({ text: 'An example' }),
		'note/getAll': one(),
		'note/update': one({ noteId, text: 'Changed' }),
		'note/delete': one({ noteId }),
		'alert/get': ofAlert(),
		'alert/getAll': one(),
		'alert/update': ofAlert({ updateFields: { status: 'resolved' } }),
		'responder/request': one({ ...asked, message: 'Please help' }),
		'responder/cancel': one(asked),
		'statusUpdate/create': one({ text: 'An example' }),
		'subscriber/add': one(anna),
		'subscriber/getAll': one(),
		'subscriber/remove': one(anna),
		'logEntry/get': about('logEntryId', incident.first_trigger_log_entry.id),
		'logEntry/getAll': one(),
		'onCall/getAll': about('serviceId', services.Checkout),
		'onCall/getHandoverReport': about('serviceId', services.Checkout, { scope: 'service' }),
		'service/get': about('serviceId', services.Checkout),
		'service/getAll': { parameters: {} },
		'service/create': {
			parameters: { name: 'Example', escalationPolicyId: byId(policies['Shop On-Call']) },
		},
		'service/update': about('serviceId', services.Checkout, {
			updateFields: { description: 'Changed' },
		}),
		'service/enable': about('serviceId', services['Old Shop']),
		'service/disable': about('serviceId', services.Checkout),
		'changeEvent/get': about('changeEventId', [...changeEvents.keys()][0]),
		'changeEvent/getAll': { parameters: {} },
		'escalationPolicy/get': about('escalationPolicyId', policies['Shop On-Call']),
		'escalationPolicy/getAll': { parameters: {} },
		'team/get': about('teamId', [...teams.keys()][0]),
		'team/getAll': { parameters: {} },
		'priority/getAll': { parameters: {} },
		'incidentWorkflow/get': about('workflowId', [...workflows.keys()][0]),
		'incidentWorkflow/getAll': { parameters: {} },
		'statusPagePost/create': {
			parameters: { ...page, title: 'An example', ...saying(on) },
			missing: { ...page, statusPageId: byId('PNOTHERE'), title: 'x', ...saying(on) },
		},
		'statusPagePost/get': ofPage(),
		'statusPagePost/getAll': {
			parameters: page,
			missing: { statusPageId: byId('PNOTHERE') },
		},
		'statusPagePost/update': ofPage({ updateFields: { title: 'Changed' } }),
		'statusPagePost/addUpdate': ofPage(saying(on)),
		'statusPagePost/getUpdates': ofPage(),
		'statusPagePost/setPostmortem': ofPage({ message: 'An example' }),
		'statusPagePost/getPostmortem': ofPage(),
		'statusPagePost/delete': ofPage(),
		'analytics/getIncidentMetrics': { parameters: {} },
		'analytics/getResponderMetrics': { parameters: {} },
		'analytics/getRawIncidents': { parameters: {} },
		'incident/getOutlier': one(),
		'incident/getBusinessImpact': one(),
		'incident/setBusinessImpact': one({
			businessServiceId: byId([...businessServices.keys()][0]),
			impact: 'impacted',
		}),
		...plans(on),
	};
}

/** Lays a note on the incident, and gives its ID. */
function note(on: Suite, incidentId: string): string {
	const { details, users } = on.sandbox.state('pagerDuty');
	const id = newId(details, 'note');
	const at = '2026-01-01T10:00:00+02:00';
	const user = referTo([...users.values()][0]);
	details.notes.set(incidentId, [
		{ id, user, channel: { summary: 'Web' }, content: 'Before', created_at: at, updated_at: at },
	]);
	return id;
}

/** Lays a postmortem on the first post. */
function postmortem(on: Suite): void {
	const { incident } = firstPage(on);
	incident.postmortem = {
		id: 'PLEARNT',
		self: 'https://api.pagerduty.example/postmortem',
		type: 'status_page_post_postmortem',
		post: { id: incident.id, type: 'status_page_post' },
		message: 'Before',
		notify_subscribers: false,
		reported_at: '2026-01-01T10:00:00Z',
	};
}

/** What is planned ahead. */
function plans(on: Suite): { [operation: string]: Example } {
	const ofWindow = (id: string, more: IDataObject = {}): Example => ({
		parameters: { maintenanceWindowId: byId(id), ...more },
		missing: { maintenanceWindowId: byId('PNOTHERE'), ...more },
	});
	const future = windowOf(on, 'future').id;
	const { users } = idsOf(on);
	const { schedule, overrides } = dailyOf(on);
	const ofSchedule = (more: IDataObject = {}): Example => ({
		parameters: { scheduleId: byId(schedule.id), ...more },
		missing: { scheduleId: byId('PNOTHERE'), ...more },
	});
	const ofUser: Example = {
		parameters: { userId: byId(users['Anna Schmidt']) },
		missing: { userId: byId('PNOTHERE') },
	};
	return {
		'maintenanceWindow/create': {
			parameters: { serviceIds: rowsOfIds('serviceId', [idsOf(on).services.Checkout]) },
		},
		'maintenanceWindow/get': ofWindow(future),
		'maintenanceWindow/getAll': { parameters: {} },
		'maintenanceWindow/update': ofWindow(future, { updateFields: { description: 'Moved' } }),
		'maintenanceWindow/end': ofWindow(windowOf(on, 'ongoing').id),
		'schedule/get': ofSchedule(),
		'schedule/getAll': { parameters: {} },
		'schedule/getShifts': ofSchedule(),
		'override/create': ofSchedule({ userId: byId(users['Anna Schmidt']) }),
		'override/getAll': ofSchedule(),
		'override/delete': ofSchedule({ overrideId: byId(overrides[2].id) }),
		'user/get': ofUser,
		'user/getAll': { parameters: {} },
		'user/getMe': {
			parameters: {},
			credential: { apiToken: on.sandbox.api('pagerDuty').tokens.user, keyType: 'user', from: '' },
		},
		'user/getContactMethods': ofUser,
		'user/getNotificationRules': ofUser,
	};
}
