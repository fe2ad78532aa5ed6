import type { IDataObject } from 'n8n-workflow';

import { choice, collection, extraFields, simplify } from '../../shared/form/fields';
import { Fault, type FaultDetails } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { incidentOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { someChange } from '../form/changes';
import { pathOf, theIncident } from './fields';
import { severities } from './severities';
import { isLacking, readIncident } from './state';

/** `PATCH /api/v1/incidents/{id}`, which only the newer API has. docs/facts/devhelm.md#internal-incidents. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update incident',
	description:
		"Correct the title or the severity of an incident; 'Add Update' posts a message and may set the status, 'Resolve' closes it",
	retry: 'idempotent',
	properties: [
		theIncident('correct'),
		simplify,
		collection('Update Fields', 'updateFields', [
			extraFields,
			choice({
				displayName: 'Severity',
				name: 'severity',
				default: 'DOWN',
				description: 'How bad it is now',
				options: severities,
			}),
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				placeholder: 'e.g. Checkout answers with 502',
				description: 'What is wrong, in one line: responders read it first',
			},
		]),
	],
	request: (parameters) => ({
		method: 'PATCH',
		path: pathOf(parameters),
		body: changesOf(parameters.group('updateFields')),
	}),
	records: incidentOf,
	instead: async (fault, { parameters }, reader) => {
		if (!isLacking(fault)) return undefined;
		// An incident that is not there is named by this.
		await readIncident(reader, pathOf(parameters));
		throw lacking(fault);
	},
	simplify: toIncidentRecord,
};

function changesOf(fields: Parameters): IDataObject {
	return someChange({
		...compact({ title: fields.text('title'), severity: fields.option('severity') }),
		...fields.json('extraFields'),
	});
}

function lacking(fault: FaultDetails): Fault {
	return new Fault({
		...fault,
		words: {
			...fault.words,
			text: 'this API is older than the operation and cannot change incidents yet',
			hint: "The incident itself can be read. Change its title or severity in DevHelm's own pages, or post what has changed with 'Add Update'.",
		},
	});
}
