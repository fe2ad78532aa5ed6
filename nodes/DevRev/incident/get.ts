import { locator, simplify } from '../../shared/fields';
import type { SingleOperation } from '../../shared/operation';
import { read, recordOf } from '../api';
import { INCIDENT } from '../ids';
import { toIncidentRecord } from '../record';

/** `POST /incidents.get`. Sheet devrev, section 9.1. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get incident',
	description: 'Read one incident by its ID or number',
	retry: 'read',
	properties: [
		locator(INCIDENT, {
			displayName: 'Incident',
			name: 'incidentId',
			required: true,
			description: 'The incident to read: choose it, or give its ID or its number such as INC-12',
		}),
		simplify,
	],
	request: (parameters) => read('/incidents.get', { id: parameters.id('incidentId') }),
	records: recordOf('incident'),
	simplify: toIncidentRecord,
};
