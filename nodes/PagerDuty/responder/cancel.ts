import { collection, extraFields } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { rowsOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { requester, withRequester } from './requester';
import { targets, targetsOf } from './targets';

/**
 * `PUT /incidents/{id}/responder_requests/cancel`, without From. The targets are flat here.
 * docs/facts/pagerduty.md#responders.
 */
export const cancel: SingleOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel responder requests',
	description:
		'Take back requests that nobody has answered yet. Puts out one item for each user or policy, with its result: cancelled, joined, declined or not_found.',
	retry: 'idempotent',
	properties: [
		theIncident('take requests back from'),
		...targets('ask no longer'),
		collection('Additional Fields', 'additionalFields', [extraFields, requester]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'PUT',
			path: `/incidents/${parameters.pathId('incidentId')}/responder_requests/cancel`,
			body: compact({
				requester_id: fields.id('requesterId'),
				responder_request_targets: targetsOf(parameters),
				...fields.json('extraFields'),
			}),
		};
	},
	decide: withRequester,
	records: rowsOf('responder_request_targets'),
	notices: (results) =>
		results.every(({ result }) => result === 'cancelled')
			? []
			: [
					"Some responder requests were not cancelled: 'result' says whether the responder joined, declined, or was not asked (not_found)",
				],
};
