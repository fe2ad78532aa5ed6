import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { asObject } from '../../shared/ground/values';
import { rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { emptyIfLacking } from './feature';
import { theIncident } from './fields';

const MOST = 999;

/** `GET /incidents/{id}/past_incidents`. docs/facts/pagerduty.md#related-and-past-incidents. */
export const getPast: SingleOperation = {
	value: 'getPast',
	name: 'Get Past',
	action: 'Get past incidents',
	description:
		'Read similar incidents of the last 6 months on the same service, with a score of how alike they are. Only some plans have this: in others the list is empty.',
	retry: 'read',
	properties: [
		theIncident('compare with'),
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
		},
		simplify,
	],
	request: (parameters) => {
		const limit = parameters.integer('limit') ?? 50;
		if (limit < 1 || limit > MOST) {
			parameters.refuse('limit', `cannot be ${limit}`, `Use a number from 1 to ${MOST}`);
		}
		return {
			method: 'GET',
			path: `/incidents/${parameters.pathId('incidentId')}/past_incidents`,
			query: { limit },
		};
	},
	records: rowsOf('past_incidents'),
	instead: emptyIfLacking('Past incidents'),
	simplify: toPastRecord,
};

/** The common record, and how alike the incident is. PagerDuty tells only its title and its time. */
function toPastRecord({ incident, score }: IDataObject): IDataObject {
	return { ...toIncidentRecord(asObject(incident)), score: score ?? null };
}
