import { choice, collection, extraFields, loadedOption, locator } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { reference } from '../api/profile';
import { SERVICE } from '../form/ids';
import { bulk } from './bulk';
import { shortTitleOf } from './longTitle';
import { answer, extrasOf, put, tail } from './change';
import { assignees, assignment, escalationLevel, policy, theIncident } from './fields';

/** `PUT /incidents/{id}`. docs/facts/pagerduty.md#changing-an-incident. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update incident',
	description:
		'Change fields of an incident: title, priority, urgency, type, service, who works on it. Its status has operations of its own: Acknowledge, Resolve, Reopen.',
	retry: 'idempotent',
	properties: [
		theIncident('change'),
		collection('Update Fields', 'updateFields', [
			assignees,
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
				displayName: 'Escalation Level',
				name: 'escalationLevel',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'The level of the escalation policy to notify, counted from 1',
			},
			policy('The policy to move the incident to, instead of assigning users'),
			extraFields,
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
			{
				displayName: 'Priority Name',
				name: 'priorityName',
				type: 'string',
				default: '',
				placeholder: 'e.g. P1',
				description:
					"The priority by its name, for expressions, instead of 'Priority Name or ID'. Of several with this name the highest counts.",
			},
			locator(SERVICE, {
				displayName: 'Service',
				name: 'serviceId',
				description: 'The service to move the incident to',
			}),
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				placeholder: 'e.g. Checkout answers with 502',
				description: 'What is wrong, in one line: responders read it first',
			},
			choice({
				displayName: 'Urgency',
				name: 'urgency',
				default: 'high',
				description: 'How loudly to notify',
				options: [
					{ name: 'High', value: 'high' },
					{ name: 'Low', value: 'low' },
				],
			}),
		]),
		...tail,
	],
	request: (parameters) => {
		const fields = parameters.group('updateFields');
		const incidentType = fields.option('incidentType');
		const known = compact({
			title: shortTitleOf(fields),
			urgency: fields.option('urgency'),
			priority: priority(fields),
			...assignment(fields),
			escalation_level: escalationLevel(fields),
			incident_type: incidentType && { name: incidentType },
			conference_bridge: compact({
				conference_number: fields.text('conferenceNumber'),
				conference_url: fields.text('conferenceUrl'),
			}),
			service: reference('service', fields.id('serviceId')),
		});
		const changes = { ...known, ...extrasOf(parameters, 'updateFields') };
		if (!Object.keys(changes).length) {
			throw new FormIssue(
				"Nothing to update: 'Update Fields' is empty",
				"Add at least one field under 'Update Fields'; if expressions feed them, look at what they give for this item.",
			);
		}
		return put(parameters, changes);
	},
	...answer,
	bulk,
};

/** By reference or by name; a name cannot be told from an ID by its looks. */
function priority(fields: Parameters) {
	const id = fields.option<string>('priorityId');
	const name = fields.text('priorityName');
	if (id && name) {
		fields.refuse(
			'priorityName',
			"and 'Priority Name or ID' cannot both be set",
			'Remove one of them',
		);
	}
	return name ?? reference('priority', id);
}
