import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import type { StepsOperation } from '../../shared/run/operation';
import { asObject, asRows } from '../../shared/ground/values';
import { toIncidentRecord } from '../api/record';
import { readFeature } from './feature';
import { theIncident } from './fields';

/** `GET /incidents/{id}/related_incidents`. docs/facts/pagerduty.md#related-and-past-incidents. */
export const getRelated: StepsOperation = {
	value: 'getRelated',
	name: 'Get Related',
	action: 'Get related incidents',
	description:
		'Read the 20 newest incidents on other services that PagerDuty connects with this one. Only some plans have this: in others the list is empty.',
	retry: 'read',
	properties: [theIncident('look around'), simplify],
	plan: (parameters) => {
		const request = {
			method: 'GET' as const,
			path: `/incidents/${parameters.pathId('incidentId')}/related_incidents`,
			query: { 'additional_details[]': ['incident'] },
		};
		return {
			request,
			run: async (steps) =>
				await readFeature(steps, request, 'related_incidents', 'Related incidents'),
		};
	},
	simplify: toRelatedRecord,
};

/** The common record, and why PagerDuty takes the incident for a related one. */
function toRelatedRecord({ incident, relationships }: IDataObject): IDataObject {
	return {
		...toIncidentRecord(asObject(incident)),
		relationships: asRows(relationships).map(({ type }) => type) as string[],
	};
}
