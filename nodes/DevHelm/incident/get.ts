import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { incidentOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { pathOf, theIncident } from './fields';

/** `GET /api/v1/incidents/{id}`. docs/facts/devhelm.md#internal-incidents. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get incident',
	description: 'Read one incident by its ID; with Simplify off also its updates',
	retry: 'read',
	properties: [theIncident('read'), simplify],
	request: (parameters) => ({
		method: 'GET',
		path: pathOf(parameters),
	}),
	records: incidentOf,
	simplify: toIncidentRecord,
};
