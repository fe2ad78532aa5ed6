import { collection, extraFields } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { rowsOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { subscribers, subscribersOf } from './fields';

/** `POST /incidents/{id}/status_updates/subscribers`, without From. docs/facts/pagerduty.md#subscribers. */
export const add: SingleOperation = {
	value: 'add',
	name: 'Add',
	action: 'Add subscribers',
	description:
		'Subscribe users and teams to the status updates of an incident. Puts out one item for each, with its result: success, duplicate (was subscribed already) or unauthorized (was not subscribed).',
	retry: 'idempotent',
	properties: [
		theIncident('subscribe to'),
		...subscribers('subscribe'),
		collection('Additional Fields', 'additionalFields', [extraFields]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: `/incidents/${parameters.pathId('incidentId')}/status_updates/subscribers`,
		body: {
			subscribers: subscribersOf(parameters),
			...parameters.group('additionalFields').json('extraFields'),
		},
	}),
	records: rowsOf('subscriptions'),
};
