import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, simplify } from '../../shared/fields';
import type { ApiRequest, SingleOperation } from '../../shared/operation';
import type { Parameters } from '../../shared/parameters';
import { fromHeader, fromOption, recordOf } from '../api';
import { toIncidentRecord } from '../record';

/** What ends the form of each operation that changes an incident. */
export const tail: INodeProperties[] = [simplify, collection('Options', 'options', [fromOption])];

/** `PUT /incidents/{id}` with some fields. Sheet pagerduty, section 6.4. */
export function put(parameters: Parameters, fields: IDataObject): ApiRequest {
	return {
		method: 'PUT',
		path: `/incidents/${parameters.pathId('incidentId')}`,
		headers: fromHeader(parameters),
		body: { incident: { type: 'incident_reference', ...fields } },
	};
}

/** How the answer to a change is read. */
export const answer: Pick<SingleOperation, 'records' | 'simplify'> = {
	records: recordOf('incident'),
	simplify: toIncidentRecord,
};
