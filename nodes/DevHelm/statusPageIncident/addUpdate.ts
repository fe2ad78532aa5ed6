import type { IDataObject } from 'n8n-workflow';

import { choice, collection, extraFields, simplify } from '../../shared/form/fields';
import type { CreateOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import {
	affectedComponents,
	componentsOf,
	message,
	notifies,
	notifySubscribers,
	pathOf,
	theIncident,
	thePage,
} from './fields';
import { statuses } from './options';
import { posting } from './post';
import { toIncidentRecord } from './record';
import { notReopening, reopenIfResolved } from './reopening';
import { incidentAt } from './state';

/** DevHelm demands a status with each update; this stands for the one that the incident has. */
const KEEP = 'KEEP';

/** `POST /api/v1/status-pages/{id}/incidents/{incidentId}/updates`. docs/facts/devhelm.md#writing-status-page-incidents. */
export const addUpdate: CreateOperation = {
	value: 'addUpdate',
	name: 'Add Update',
	action: 'Add update to status page incident',
	description:
		'Tell customers how an incident on a status page goes, with or without another status; subscribers get an e-mail only if that is switched on',
	checkAfterUnknown:
		'Look at the updates of the incident on the status page before you run this item again: customers would read it twice.',
	properties: [
		thePage,
		theIncident('write to'),
		message({
			required: true,
			placeholder: 'e.g. We have found the cause and are repairing it.',
		}),
		choice({
			displayName: 'Status',
			name: 'status',
			required: true,
			default: KEEP,
			description: 'How far the work has come',
			options: [
				...statuses,
				{ name: 'Keep Current', value: KEEP, description: 'The state that the incident is in now' },
			].sort((a, b) => (a.name < b.name ? -1 : 1)),
		}),
		notifySubscribers,
		collection('Additional Fields', 'additionalFields', [
			affectedComponents(
				'What the page shows from now on for components of the incident',
				'DEGRADED_PERFORMANCE',
			),
			extraFields,
		]),
		simplify,
		collection('Options', 'options', [reopenIfResolved]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: `${pathOf(parameters)}/updates`,
		body: bodyOf(parameters),
	}),
	...posting,
	state: (parameters) => {
		const body = bodyOf(parameters);
		return 'status' in body
			? notReopening(parameters, body.status)
			: { ...incidentAt(parameters), looksFirst: true };
	},
	decide: async (_, { request }, [incident]) => ({
		...request,
		body: { ...compact({ status: incident?.status }), ...request.body },
	}),
	simplify: toIncidentRecord,
};

function bodyOf(parameters: Parameters): IDataObject {
	const fields = parameters.group('additionalFields');
	const chosen = parameters.option<string>('status');
	return {
		...compact({
			status: chosen === KEEP ? undefined : chosen,
			body: parameters.text('body'),
			affectedComponents: componentsOf(fields),
		}),
		notifySubscribers: notifies(parameters),
		...fields.json('extraFields'),
	};
}
