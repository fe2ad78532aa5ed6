import { collection, extraFields, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { incidentOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { pathOf, theIncident } from './fields';
import { resolved } from './state';

/** `POST /api/v1/incidents/{id}/resolve`. docs/facts/devhelm.md#internal-incidents. */
export const resolve: SingleOperation = {
	value: 'resolve',
	name: 'Resolve',
	action: 'Resolve incident',
	description:
		'Close an incident because its cause is gone. One that is resolved already stays as it is.',
	retry: 'idempotent',
	properties: [
		theIncident('resolve'),
		simplify,
		collection('Additional Fields', 'additionalFields', [
			{
				displayName: 'Details',
				name: 'body',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				placeholder: 'e.g. Rolled back to release 41',
				description: 'What ended the incident. It becomes the last update of the incident.',
			},
			extraFields,
		]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		const body = { ...compact({ body: fields.text('body') }), ...fields.json('extraFields') };
		return {
			method: 'POST',
			path: `${pathOf(parameters)}/resolve`,
			...(Object.keys(body).length ? { body } : {}),
		};
	},
	records: incidentOf,
	state: () => resolved,
	simplify: toIncidentRecord,
};
