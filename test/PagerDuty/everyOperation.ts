import type { IDataObject } from 'n8n-workflow';

import { newId } from '../sandbox/pagerduty/details/seed';
import { referTo } from '../sandbox/pagerduty/references';
import { byId, rowsOfIds, type Suite } from '../support/suite';
import { idsOf, seeded } from './incidents';

export interface Example {
	/** What makes the operation succeed in the sandbox. */
	parameters: IDataObject;
	/** The same about something that is not there; undefined for a list that is about nothing. */
	missing?: IDataObject;
}

const nowhere = { incidentId: byId('QNOTHERE0') };

/** An example for each operation of the REST API, by resource and operation. */
export function examples(on: Suite): { [operation: string]: Example } {
	const { services, users, policies } = idsOf(on);
	const { details, workflows } = on.sandbox.state('pagerDuty');
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
