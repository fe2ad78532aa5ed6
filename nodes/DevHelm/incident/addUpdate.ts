import type { IDataObject } from 'n8n-workflow';

import { choice, collection, extraFields, simplify } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { CreateOperation, StateRule } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { asText, compact } from '../../shared/ground/values';
import { incidentOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { pathOf, theIncident } from './fields';
import { isResolved, nameOf } from './state';
import { statuses } from './statuses';
import { posting } from './updates';

/** `POST /api/v1/incidents/{id}/updates`. docs/facts/devhelm.md#updates-of-an-internal-incident. */
export const addUpdate: CreateOperation = {
	value: 'addUpdate',
	name: 'Add Update',
	action: 'Add update to incident',
	description:
		'Post a message on an incident, set its status, or both. Nobody outside is told unless Notify Subscribers is on.',
	checkAfterUnknown:
		'Look among the updates of the incident for this message before you run the item again.',
	properties: [
		theIncident('add to'),
		{
			displayName: 'Message',
			name: 'body',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. The provider confirms the outage, failing over now',
			description: "What the update says. Give it, 'New Status', or both.",
		},
		simplify,
		collection('Additional Fields', 'additionalFields', [
			extraFields,
			choice({
				displayName: 'New Status',
				name: 'newStatus',
				default: 'CONFIRMED',
				description:
					"The status to set; without it the status stays as it is. To close an incident rather use the operation 'Resolve': DevHelm then keeps that it was closed by hand.",
				options: statuses,
			}),
			{
				displayName: 'Notify Subscribers',
				name: 'notifySubscribers',
				type: 'boolean',
				default: false,
				description: 'Whether to tell the subscribers about this update. Off unless switched on.',
			},
			{
				displayName: 'Reopen If Resolved',
				name: 'reopen',
				type: 'boolean',
				default: false,
				description:
					"Whether to set 'New Status' also on an incident that is resolved, which opens it again. Off: such an item fails, and nothing is sent.",
			},
		]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: `${pathOf(parameters)}/updates`,
		body: bodyOf(parameters),
	}),
	...posting,
	state: notReopening,
	decide: async (reader, { request }, [incident]) => {
		const { body = {} } = request;
		const { newStatus, ...others } = body;
		if (!incident || incident.status !== newStatus) return request;
		const label = statuses.find(({ value }) => value === newStatus)?.name ?? asText(newStatus);
		reader.notice(`Some incidents had the status '${label}' already: it was not set again`);
		return others.body === undefined ? undefined : { ...request, body: others };
	},
	simplify: toIncidentRecord,
};

/** The vendor demands to be told whether to notify, and its pages have another default. */
function bodyOf(parameters: Parameters): IDataObject {
	const fields = parameters.group('additionalFields');
	const body: IDataObject = {
		...compact({ body: parameters.text('body'), newStatus: fields.option('newStatus') }),
		notifySubscribers: fields.boolean('notifySubscribers') ?? false,
		...fields.json('extraFields'),
	};
	if (body.body !== undefined || body.newStatus !== undefined) return body;
	throw new FormIssue(
		"Nothing to add: 'Message' and 'New Status' are both empty",
		"Fill in 'Message', or choose 'New Status' under 'Additional Fields'; if expressions feed them, look at what they give for this item.",
	);
}

/** The incident is read before its status is set: one that is resolved is reopened only if the user says so. */
function notReopening(parameters: Parameters): StateRule | undefined {
	const { newStatus } = bodyOf(parameters);
	if (newStatus === undefined || newStatus === null) return undefined;
	const mayReopen = parameters.group('additionalFields').boolean('reopen') === true;
	return {
		read: () => ({ method: 'GET', path: pathOf(parameters) }),
		records: incidentOf,
		looksFirst: true,
		guard: (incident) => {
			if (mayReopen || !isResolved(incident) || incident.status === newStatus) return;
			throw new FormIssue(
				`Incident ${nameOf(incident)} is resolved, and 'New Status' would reopen it`,
				"Nothing was sent. Take 'New Status' out to post the message alone, or switch on 'Reopen If Resolved' if it has to be worked on again.",
			);
		},
	};
}
