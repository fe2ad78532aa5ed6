import { collection, extraFields } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { requester, withRequester } from './requester';
import { targets, targetsOf } from './targets';

/**
 * `POST /incidents/{id}/responder_requests`, without From. The targets are nested twice here.
 * docs/facts/pagerduty.md#responders.
 */
export const request: SingleOperation = {
	value: 'request',
	name: 'Request',
	action: 'Request responders',
	description:
		'Ask users, or whoever is on call for an escalation policy, to help with an incident. They are notified until they join or decline. Only some plans have this.',
	retry: 'once',
	checkAfterUnknown:
		'Look at the responders of the incident in PagerDuty before you run it again: they would be notified once more.',
	properties: [
		theIncident('get help for'),
		...targets('ask for help'),
		{
			displayName: 'Message',
			name: 'message',
			type: 'string',
			typeOptions: { rows: 2 },
			required: true,
			default: '',
			placeholder: 'e.g. Please help with the checkout outage, join the bridge',
			description: 'What the responders read in the notification',
		},
		collection('Additional Fields', 'additionalFields', [extraFields, requester]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'POST',
			path: `/incidents/${parameters.pathId('incidentId')}/responder_requests`,
			body: compact({
				requester_id: fields.id('requesterId'),
				message: parameters.text('message'),
				responder_request_targets: targetsOf(parameters).map((target) => ({
					responder_request_target: target,
				})),
				...fields.json('extraFields'),
			}),
		};
	},
	decide: withRequester,
	records: recordOf('responder_request'),
};
