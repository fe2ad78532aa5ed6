import type { IDataObject } from 'n8n-workflow';

import { choice, collection, extraFields, simplify } from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { shown } from '../../shared/form/given';
import { compact } from '../../shared/ground/values';
import { namesToClear, someChange } from '../form/changes';
import {
	affectedComponents,
	componentsOf,
	impact,
	newTitle,
	pathOf,
	theIncident,
	thePage,
} from './fields';
import { statuses } from './options';
import { incidentOf, toIncidentRecord } from './record';
import { notReopening, reopenIfResolved } from './reopening';

/** `PUT /api/v1/status-pages/{id}/incidents/{incidentId}`; what is absent stays. docs/facts/devhelm.md#writing-status-page-incidents. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update status page incident',
	description:
		'Change title, impact, status, components or postmortem of a status page incident; customers get no e-mail',
	retry: 'idempotent',
	properties: [
		thePage,
		theIncident('change'),
		collection('Update Fields', 'updateFields', [
			affectedComponents(
				'The components that are affected, instead of those that are named now',
				'MAJOR_OUTAGE',
			),
			{
				displayName: 'Clear Fields',
				name: 'clearFields',
				type: 'multiOptions',
				default: [],
				description: 'Fields to empty. A field that is left empty in this form keeps its value.',
				options: [
					{ name: 'Postmortem', value: 'postmortemBody' },
					{ name: 'Postmortem URL', value: 'postmortemUrl' },
				],
			},
			extraFields,
			impact(),
			{
				displayName: 'Postmortem',
				name: 'postmortemBody',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				description: 'What happened and what was learnt, for customers, in Markdown',
			},
			limited(
				{
					displayName: 'Postmortem URL',
					name: 'postmortemUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/postmortems/41',
					description:
						'Web address of a postmortem that stands elsewhere, 2,048 characters at most',
				},
				{ vendor: 'DevHelm', characters: 2_048 },
			),
			choice({
				displayName: 'Status',
				name: 'status',
				default: 'IDENTIFIED',
				description:
					"How far the work has come. The operations 'Add Update' and 'Resolve' also say why.",
				options: statuses,
			}),
			newTitle,
		]),
		simplify,
		collection('Options', 'options', [reopenIfResolved]),
	],
	request: (parameters) => ({
		method: 'PUT',
		path: pathOf(parameters),
		body: changes(parameters.group('updateFields')),
	}),
	records: incidentOf,
	state: (parameters) => notReopening(parameters, changes(parameters.group('updateFields')).status),
	simplify: toIncidentRecord,
};

function changes(fields: Parameters): IDataObject {
	const known = compact({
		title: fields.text('title'),
		status: fields.option('status'),
		impact: fields.option('impact'),
		affectedComponents: componentsOf(fields),
		postmortemBody: fields.text('postmortemBody'),
		postmortemUrl: webAddress(fields),
	});
	// An empty text is how DevHelm is told to clear one of these. docs/facts/devhelm.md#clearing-the-address-of-a-postmortem.
	const cleared = namesToClear(fields, known).map((name) => [name, '']);
	return someChange({
		...known,
		...Object.fromEntries(cleared),
		...fields.json('extraFields'),
	});
}

function webAddress(fields: Parameters): string | undefined {
	const url = fields.text('postmortemUrl');
	if (url === undefined || /^https?:\/\/./.test(url)) return url;
	return fields.refuse(
		'postmortemUrl',
		`is no web address: ${shown(url)}`,
		'Begin it with https:// or http://',
	);
}
