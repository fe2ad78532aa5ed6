import type { IDataObject } from 'n8n-workflow';

import { loadedOption, loadedOptions, mapper } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { rowsOf } from '../api/profile';
import { BASE_TYPE } from '../form/customField';
import { theIncident } from './fields';

/** `PUT /incidents/{id}/custom_fields/values`. docs/facts/pagerduty.md#values-of-custom-fields. */
export const setCustomFields: SingleOperation = {
	value: 'setCustomFields',
	name: 'Set Custom Fields',
	action: 'Set custom fields of incident',
	description:
		'Set or clear the values of custom fields. Fields that are not named keep their values. Puts out one item for each value.',
	retry: 'idempotent',
	properties: [
		theIncident('change'),
		loadedOption({
			displayName: 'Incident Type Name or ID',
			name: 'incidentType',
			method: 'getIncidentTypes',
			preselected: BASE_TYPE,
			about: 'The type whose custom fields are offered below; it does not change the incident',
		}),
		mapper({
			displayName: 'Custom Fields',
			name: 'customFields',
			description: 'The custom fields to set. What is left empty is not sent.',
			method: 'getCustomFields',
			field: { singular: 'custom field', plural: 'custom fields' },
			dependsOn: ['incidentType'],
		}),
		{
			displayName: 'Custom Fields (JSON)',
			name: 'customFieldsJson',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. { "environment": "production" }',
			description:
				'More fields as a JSON object, by name or ID. They win over the same names above; null clears a field.',
		},
		loadedOptions({
			displayName: 'Clear Field Names or IDs',
			name: 'clearFields',
			method: 'getCustomFieldNames',
			dependsOn: ['incidentType'],
		}),
	],
	request: (parameters) => ({
		method: 'PUT',
		path: `/incidents/${parameters.pathId('incidentId')}/custom_fields/values`,
		body: { custom_fields: values(parameters) },
	}),
	records: rowsOf('custom_fields'),
};

/** An ID starts with a capital; a name has small letters, digits and underscores. */
const isId = (nameOrId: string) => /^[A-Z][A-Z0-9]*$/.test(nameOrId);

function values(parameters: Parameters): IDataObject[] {
	const wanted: IDataObject = {
		...parameters.mapped('customFields'),
		...parameters.json('customFieldsJson'),
	};
	for (const field of parameters.options<string>('clearFields')) {
		if (wanted[field] !== undefined && wanted[field] !== null) {
			parameters.refuse(
				'clearFields',
				`names "${field}", which is given a value as well`,
				'Set the field or clear it, not both',
			);
		}
		wanted[field] = null;
	}
	if (!Object.keys(wanted).length) {
		throw new FormIssue(
			"Nothing to update: no field is set under 'Custom Fields', and none is cleared",
			"Fill in 'Custom Fields', give 'Custom Fields (JSON)', or choose what to clear.",
		);
	}
	return Object.entries(wanted).map(([field, value]) => ({
		...(isId(field) ? { id: field } : { name: field }),
		value,
	}));
}
