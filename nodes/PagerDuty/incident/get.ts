import { collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { theIncident } from './fields';
import { include } from './include';

/** `GET /incidents/{id}`. docs/facts/pagerduty.md#reading-one-incident. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get incident',
	description: 'Read one incident by its ID or number',
	retry: 'read',
	properties: [
		theIncident('read'),
		simplify,
		collection('Options', 'options', [include(['body', 'custom_fields'])]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}`,
		query: { 'include[]': parameters.group('options').options<string>('include') },
	}),
	records: recordOf('incident'),
	simplify: toIncidentRecord,
};
