import {
	choice,
	collection,
	extraFields,
	loadedOption,
	locator,
	simplify,
	title,
} from '../../shared/form/fields';
import { isDateObject } from '../../shared/form/dates';
import { limited } from '../../shared/form/limits';
import type { CreateOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { fromOption, recordOf, reference, senderOf } from '../api/profile';
import { ESCALATION_POLICY, SERVICE, USER } from '../form/ids';
import { toIncidentRecord } from '../api/record';
import { existing } from './existing';
import { titleOf } from './longTitle';

const onDuplicate = choice({
	displayName: 'On Duplicate',
	name: 'onDuplicate',
	default: 'existing',
	description: "What to do when an incident with the same 'Incident Key' is open on the service",
	options: [
		{ name: 'Fail', value: 'fail' },
		{ name: 'Return the Existing Incident', value: 'existing' },
	],
});

/** `POST /incidents`. docs/facts/pagerduty.md#creating-an-incident. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create incident',
	description: 'Open an incident on a service and notify who is on call',
	retry: 'keyed',
	checkAfterUnknown:
		'Look in PagerDuty for an open incident of this title on the service before you run this item again.',
	properties: [
		title,
		locator(SERVICE, {
			displayName: 'Service',
			name: 'serviceId',
			required: true,
			description: 'The service that is affected. It decides who is notified.',
		}),
		collection('Additional Fields', 'additionalFields', [
			locator(USER, {
				displayName: 'Assignee',
				name: 'assigneeId',
				description:
					'The user to assign, instead of an escalation policy. If it is the user who acts here, the incident starts acknowledged and nobody is notified.',
			}),
			{
				displayName: 'Conference Number',
				name: 'conferenceNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. +1 415-555-1212,,,,1234#',
				description:
					'Phone number of the conference bridge. A comma waits one second, a number sign ends the code.',
			},
			{
				displayName: 'Conference URL',
				name: 'conferenceUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://meet.example.com/incident',
				description: 'Web address of the conference bridge',
			},
			{
				displayName: 'Details',
				name: 'body',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				description:
					'The longer text of the incident (incident body). An object from an expression is written as JSON.',
			},
			locator(ESCALATION_POLICY, {
				displayName: 'Escalation Policy',
				name: 'escalationPolicyId',
				description: "The policy to use instead of the service's own",
			}),
			extraFields,
			// Alerts and incidents are found by one and the same key, whose length is documented for alerts.
			limited(
				{
					displayName: 'Incident Key',
					name: 'incidentKey',
					type: 'string',
					default: '',
					placeholder: 'e.g. checkout-502',
					description:
						"Your own key for this problem: while an incident with this key is open on the service, there will be no second one (see 'On Duplicate' under Options). Without a key, one is made for each item of each run.",
				},
				{
					vendor: 'PagerDuty',
					characters: 255,
					advice: 'Shorten it, in the same way wherever the key is used',
				},
			),
			loadedOption({
				displayName: 'Incident Type Name or ID',
				name: 'incidentType',
				method: 'getIncidentTypes',
			}),
			loadedOption({
				displayName: 'Priority Name or ID',
				name: 'priorityId',
				method: 'getPriorities',
			}),
			choice({
				displayName: 'Urgency',
				name: 'urgency',
				default: 'high',
				description: 'How loudly to notify. Without it the service decides.',
				options: [
					{ name: 'High', value: 'high' },
					{ name: 'Low', value: 'low' },
				],
			}),
		]),
		simplify,
		collection('Options', 'options', [fromOption, onDuplicate]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		const assignee = fields.id('assigneeId');
		const policy = fields.id('escalationPolicyId');
		if (assignee && policy) {
			fields.refuse(
				'assigneeId',
				"and 'Escalation Policy' cannot both be set",
				'Remove one of them: PagerDuty assigns either a user or a policy',
			);
		}
		const { title: shortTitle, rest } = titleOf(parameters);
		const details = [rest, detailsOf(fields)].filter(Boolean).join('\n\n');
		const incidentType = fields.option('incidentType');
		return {
			method: 'POST',
			path: '/incidents',
			sender: senderOf(parameters),
			body: {
				incident: compact({
					type: 'incident',
					title: shortTitle,
					service: reference('service', parameters.id('serviceId')),
					priority: reference('priority', fields.option('priorityId')),
					urgency: fields.option('urgency'),
					body: details === '' ? undefined : { type: 'incident_body', details },
					incident_key: fields.key('incidentKey') ?? parameters.derivedKey(),
					assignments: assignee && [{ assignee: reference('user', assignee) }],
					escalation_policy: reference('escalation_policy', policy),
					incident_type: incidentType && { name: incidentType },
					conference_bridge: compact({
						conference_number: fields.text('conferenceNumber'),
						conference_url: fields.text('conferenceUrl'),
					}),
					...fields.json('extraFields'),
				}),
			},
		};
	},
	existing,
	records: recordOf('incident'),
	simplify: toIncidentRecord,
};

/** PagerDuty takes text only; an object is written as readable JSON. docs/facts/pagerduty.md#details-are-text. */
function detailsOf(fields: Parameters): string | undefined {
	const given = fields.raw('body');
	const isWritten = typeof given === 'object' && !isDateObject(given);
	return isWritten ? JSON.stringify(given, null, 2) : fields.text('body');
}
