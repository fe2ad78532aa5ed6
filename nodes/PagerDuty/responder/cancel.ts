import { collection, extraFields } from '../../shared/form/fields';
import type { StepsOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { rowsOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { requester, requesterOf } from './requester';
import { targets, targetsOf } from './targets';

const records = rowsOf('responder_request_targets');

/**
 * `PUT /incidents/{id}/responder_requests/cancel`, without From. The targets are flat here.
 * docs/facts/pagerduty.md#responders.
 */
export const cancel: StepsOperation = {
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
	plan: (parameters) => {
		const fields = parameters.group('additionalFields');
		const chosen = fields.id('requesterId');
		const path = `/incidents/${parameters.pathId('incidentId')}/responder_requests/cancel`;
		const body = compact({
			responder_request_targets: targetsOf(parameters),
			...fields.json('extraFields'),
		});
		return {
			request: { method: 'PUT', path, body },
			run: async (steps) => {
				const requester_id = await requesterOf(steps, chosen);
				const whole = { method: 'PUT' as const, path, body: { requester_id, ...body } };
				const results = records(await steps.send(whole, 'idempotent', records)) ?? [];
				if (results.some(({ result }) => result !== 'cancelled')) {
					steps.notice(
						"Some responder requests were not cancelled: 'result' says whether the responder joined, declined, or was not asked (not_found)",
					);
				}
				return results;
			},
		};
	},
};
