import {
	choice,
	collection,
	extraFields,
	simplify,
	skipIfOpen,
	title,
} from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';
import type { CreateOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { existing } from './existing';
import {
	affectedComponents,
	componentsOf,
	impact,
	message,
	notifies,
	notifySubscribers,
	pathOf,
	thePage,
	TITLE_LIMIT,
} from './fields';
import { statuses } from './options';
import { incidentOf, toIncidentRecord } from './record';
import { scheduleFields, scheduleOf } from './schedule';

/** `POST /api/v1/status-pages/{id}/incidents`. docs/facts/devhelm.md#writing-status-page-incidents. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create status page incident',
	description:
		'Tell customers about an incident or a planned maintenance on a status page; subscribers get an e-mail only if that is switched on',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look on the status page for an incident of this title before you run this item again: customers would read a second one.',
	properties: [
		thePage,
		limited(
			{ ...title, description: 'The headline that customers read, 500 characters at most' },
			TITLE_LIMIT,
		),
		impact({ required: true }),
		message({ required: true }),
		notifySubscribers,
		collection('Additional Fields', 'additionalFields', [
			affectedComponents(
				'The components that are affected, and what the page shows for each',
				'MAJOR_OUTAGE',
			),
			extraFields,
			...scheduleFields,
			choice({
				displayName: 'Status',
				name: 'status',
				default: 'INVESTIGATING',
				description: 'How far the work has come. Without it the incident starts as Investigating.',
				options: statuses,
			}),
		]),
		simplify,
		collection('Options', 'options', [skipIfOpen]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'POST',
			path: pathOf(parameters, false),
			body: {
				...compact({
					title: parameters.text('title'),
					impact: parameters.option('impact'),
					body: parameters.text('body'),
					status: fields.option('status'),
					affectedComponents: componentsOf(fields),
					...scheduleOf(fields),
				}),
				notifySubscribers: notifies(parameters),
				...fields.json('extraFields'),
			},
		};
	},
	existing,
	records: incidentOf,
	simplify: toIncidentRecord,
};
