import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { asObject, asRows } from '../../shared/ground/values';
import { rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { emptyIfLacking } from './feature';
import { theIncident } from './fields';

/** `GET /incidents/{id}/related_incidents`. docs/facts/pagerduty.md#related-and-past-incidents. */
export const getRelated: SingleOperation = {
	value: 'getRelated',
	name: 'Get Related',
	action: 'Get related incidents',
	description:
		'Read the 20 newest incidents on other services that PagerDuty connects with this one. Only some plans have this: in others the list is empty.',
	retry: 'read',
	properties: [theIncident('look around'), simplify],
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}/related_incidents`,
		query: { 'additional_details[]': ['incident'] },
	}),
	records: rowsOf('related_incidents'),
	instead: emptyIfLacking('Related incidents'),
	simplify: toRelatedRecord,
};

/** The common record, and why PagerDuty takes the incident for a related one. */
function toRelatedRecord({ incident, relationships }: IDataObject): IDataObject {
	return {
		...toIncidentRecord(asObject(incident)),
		relationships: asRows(relationships).map(({ type }) => type) as string[],
	};
}
