import type { IDataObject } from 'n8n-workflow';

import { choice, collection, extraFields, simplify } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { StepsOperation, Steps } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { asText, compact } from '../../shared/ground/values';
import { toIncidentRecord } from '../api/record';
import { pathOf, theIncident } from './fields';
import { isResolved, nameOf, readIncident } from './state';
import { statuses } from './statuses';
import { createUpdate } from './updates';

/** `POST /api/v1/incidents/{id}/updates`. docs/facts/devhelm.md#updates-of-an-internal-incident. */
export const addUpdate: StepsOperation = {
	value: 'addUpdate',
	name: 'Add Update',
	action: 'Add update to incident',
	description:
		'Post a message on an incident, set its status, or both. Nobody outside is told unless Notify Subscribers is on.',
	retry: 'reconcilable',
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
	plan: (parameters) => {
		const path = pathOf(parameters);
		const fields = parameters.group('additionalFields');
		const body = bodyOf(parameters, fields);
		const mayReopen = fields.boolean('reopen') === true;
		const request = { method: 'POST' as const, path: `${path}/updates`, body };
		return {
			request,
			run: async (steps) => {
				const { settled, body: left } = await look(steps, path, body, mayReopen);
				return settled ? [settled] : await createUpdate(steps, { ...request, body: left });
			},
		};
	},
	simplify: toIncidentRecord,
};

/** The vendor demands to be told whether to notify, and its pages have another default. */
function bodyOf(parameters: Parameters, fields: Parameters): IDataObject {
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

/**
 * Looks at the incident before its status is set. A status that holds already is not set again.
 * @throws FormIssue when setting it would reopen the incident
 */
async function look(
	steps: Steps,
	path: string,
	body: IDataObject,
	mayReopen: boolean,
): Promise<{ settled?: IDataObject; body: IDataObject }> {
	const { newStatus, ...others } = body;
	if (newStatus === undefined || newStatus === null) return { body };
	const incident = await readIncident(steps, path);
	if (incident.status === newStatus) {
		const label = statuses.find(({ value }) => value === newStatus)?.name ?? asText(newStatus);
		steps.notice(`Some incidents had the status '${label}' already: it was not set again`);
		return body.body === undefined ? { settled: incident, body } : { body: others };
	}
	if (isResolved(incident) && !mayReopen) {
		throw new FormIssue(
			`Incident ${nameOf(incident)} is resolved, and 'New Status' would reopen it`,
			"Nothing was sent. Take 'New Status' out to post the message alone, or switch on 'Reopen If Resolved' if it has to be worked on again.",
		);
	}
	return { body };
}
