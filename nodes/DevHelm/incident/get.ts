import { locator, simplify } from '../../shared/fields';
import type { SingleOperation } from '../../shared/operation';
import { incidentOf } from '../api';
import { INCIDENT } from '../ids';
import { toIncidentRecord } from '../record';

/** `GET /api/v1/incidents/{id}`. Sheet devhelm, section 7. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get incident',
	description: 'Read one incident by its ID; with Simplify off also its updates',
	retry: 'read',
	properties: [
		locator(INCIDENT, {
			displayName: 'Incident',
			name: 'incidentId',
			required: true,
			description: 'The incident to read: choose it, or give its ID',
		}),
		simplify,
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/api/v1/incidents/${parameters.pathId('incidentId')}`,
	}),
	records: incidentOf,
	simplify: toIncidentRecord,
};
