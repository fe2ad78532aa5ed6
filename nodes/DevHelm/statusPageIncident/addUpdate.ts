import { choice, collection, extraFields, simplify } from '../../shared/form/fields';
import type { StepsOperation } from '../../shared/run/operation';
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
import { postUpdate } from './post';
import { toIncidentRecord } from './record';
import { guardReopening, reopenIfResolved } from './reopening';
import { readIncident } from './state';

/** DevHelm demands a status with each update; this stands for the one that the incident has. */
const KEEP = 'KEEP';

/** `POST /api/v1/status-pages/{id}/incidents/{incidentId}/updates`. docs/facts/devhelm.md#writing-status-page-incidents. */
export const addUpdate: StepsOperation = {
	value: 'addUpdate',
	name: 'Add Update',
	action: 'Add update to status page incident',
	description:
		'Tell customers how an incident on a status page goes, with or without another status; subscribers get an e-mail only if that is switched on',
	retry: 'reconcilable',
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
	plan: (parameters) => {
		const fields = parameters.group('additionalFields');
		const path = pathOf(parameters);
		const guard = guardReopening(parameters, path);
		const chosen = parameters.option<string>('status');
		const body = {
			...compact({
				status: chosen === KEEP ? undefined : chosen,
				body: parameters.text('body'),
				affectedComponents: componentsOf(fields),
			}),
			notifySubscribers: notifies(parameters),
			...fields.json('extraFields'),
		};
		const request = { method: 'POST' as const, path: `${path}/updates`, body };
		return {
			request,
			run: async (steps) => {
				if ('status' in body) {
					await guard(steps, body.status);
					return await postUpdate(steps, request);
				}
				const { status } = await readIncident(steps, path);
				return await postUpdate(steps, { ...request, body: { status, ...body } });
			},
		};
	},
	simplify: toIncidentRecord,
};
