import type { IDataObject } from 'n8n-workflow';

import { collection, dateTime, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { asNumber, asObject, asText } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { theIncident } from './fields';

/** `GET /incidents/{id}/outlier_incident`. docs/facts/pagerduty.md#outliers. */
export const getOutlier: SingleOperation = {
	value: 'getOutlier',
	name: 'Get Outlier',
	action: 'Get outlier figures of incident',
	description:
		'Find out how usual an incident is for its service: how often the like of it has happened, and whether PagerDuty calls it rare, an anomaly or frequent. Only some plans have this.',
	retry: 'read',
	properties: [
		theIncident('judge'),
		simplify,
		collection('Options', 'options', [
			dateTime({
				displayName: 'Since',
				name: 'since',
				description:
					'Start of the time in which incidents are counted; PagerDuty decides unless set',
			}),
		]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}/outlier_incident`,
		query: {
			since: parameters.group('options').date('since'),
			'additional_details[]': ['incident'],
		},
	}),
	records: recordOf('outlier_incident'),
	simplify: toOutlierRecord,
};

/** The common record, and how often the like of it has happened. */
function toOutlierRecord({ incident, incident_template }: IDataObject): IDataObject {
	const { occurrence } = asObject(incident);
	const { count, frequency, category, since, until } = asObject(occurrence);
	return {
		...toIncidentRecord(asObject(incident)),
		occurrences: asNumber(count) ?? null,
		frequency: asNumber(frequency) ?? null,
		category: asText(category) ?? null,
		countedFrom: asText(since) ?? null,
		countedUntil: asText(until) ?? null,
		pattern: asText(asObject(incident_template).mined_text) ?? null,
	};
}
