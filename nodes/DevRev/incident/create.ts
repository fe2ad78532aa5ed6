import { collection, simplify, skipIfOpen, title } from '../../shared/form/fields';
import type { CreateOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { withStagesIfReadable } from '../api/stageNames';
import { listsOf, stageOf, valuesOf } from './body';
import { customBody } from './customFields';
import { existing } from './existing';
import { additionalFields } from './fields';
import { legacyFields, legacyOf } from './legacyFields';
import { customFieldsForm } from './schemaFields';
import { enumId } from './values';

/** `POST /incidents.create`. docs/facts/devrev.md#creating-an-incident. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create incident',
	description: 'Open an incident, with its severity, owners and affected parts',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look in DevRev for an incident of this title that was made just now before you run this item again.',
	properties: [
		title,
		customFieldsForm('getCustomFields', 'additionalFields'),
		collection('Additional Fields', 'additionalFields', additionalFields),
		legacyFields,
		simplify,
		collection('Options', 'options', [skipIfOpen]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'POST',
			path: '/incidents.create',
			body: compact({
				title: parameters.text('title'),
				...valuesOf(fields),
				...customBody(parameters, fields),
				...listsOf(fields),
				...stageOf(fields),
				impact: compact({
					count: enumId(fields, 'impactCount'),
					customer_ids: fields.ids('impactCustomerIds'),
				}),
				...legacyOf(parameters.group('legacyFields')),
				...fields.json('extraFields'),
			}),
		};
	},
	existing,
	records: recordOf('incident'),
	complete: withStagesIfReadable,
	simplify: toIncidentRecord,
};
