import { collection, extraFields } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { asObject } from '../../shared/ground/values';
import { theIncident } from '../incident/fields';
import { subscribers, subscribersOf } from './fields';

/** `POST /incidents/{id}/status_updates/unsubscribe`, without From. docs/facts/pagerduty.md#subscribers. */
export const remove: SingleOperation = {
	value: 'remove',
	name: 'Remove',
	action: 'Remove subscribers',
	description:
		'End subscriptions to the status updates of an incident. Puts out how many were removed (deleted_count), were not allowed (unauthorized_count) or were not there (non_existent_count).',
	retry: 'idempotent',
	properties: [
		theIncident('unsubscribe from'),
		...subscribers('unsubscribe'),
		collection('Additional Fields', 'additionalFields', [extraFields]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: `/incidents/${parameters.pathId('incidentId')}/status_updates/unsubscribe`,
		body: {
			subscribers: subscribersOf(parameters),
			...parameters.group('additionalFields').json('extraFields'),
		},
	}),
	records: ({ body }) => {
		const counts = asObject(body);
		return typeof counts.deleted_count === 'number' ? [counts] : undefined;
	},
};
