import { collection, locator, simplify } from '../../shared/fields';
import type { SingleOperation } from '../../shared/operation';
import { recordOf } from '../api';
import { INCIDENT } from '../ids';
import { toIncidentRecord } from '../record';
import { include } from './include';

/** `GET /incidents/{id}`. Sheet pagerduty, section 6.3. */
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
			description: 'The incident to read: choose it, or give its ID, number or address',
		}),
		simplify,
		collection('Options', 'options', [include(['custom_fields'])]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}`,
		query: { 'include[]': parameters.group('options').options<string>('include') },
	}),
	records: recordOf('incident'),
	simplify: toIncidentRecord,
};
