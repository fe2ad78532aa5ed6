import {
	choice,
	collection,
	extraFields,
	locator,
	simplify,
	skipIfOpen,
	title,
} from '../../shared/form/fields';
import type { CreateOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { incidentOf } from '../api/profile';
import { MONITOR } from '../form/ids';
import { toIncidentRecord } from '../api/record';
import { existing } from './existing';
import { severities } from './severities';

/** `POST /api/v1/incidents`. docs/facts/devhelm.md#creating-an-internal-incident. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create incident',
	description: 'Open an incident by hand; it starts confirmed, so people can be alerted at once',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look in DevHelm for an open manual incident of this title before you run this item again: a second one may alert people again.',
	properties: [
		title,
		choice({
			displayName: 'Severity',
			name: 'severity',
			required: true,
			default: 'DOWN',
			description: 'How bad it is. Notification policies can decide by it whom they alert.',
			options: severities,
		}),
		collection('Additional Fields', 'additionalFields', [
			{
				displayName: 'Details',
				name: 'body',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				description: 'The longer text. It becomes the first update of the incident.',
			},
			extraFields,
			locator(MONITOR, {
				displayName: 'Monitor',
				name: 'monitorId',
				description:
					'The monitor that is affected. Its notification policies alert people as soon as the incident is created.',
			}),
		]),
		simplify,
		collection('Options', 'options', [skipIfOpen]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'POST',
			path: '/api/v1/incidents',
			body: compact({
				title: parameters.text('title'),
				severity: parameters.option('severity'),
				monitorId: fields.id('monitorId'),
				body: fields.text('body'),
				...fields.json('extraFields'),
			}),
		};
	},
	existing,
	records: incidentOf,
	simplify: toIncidentRecord,
};
