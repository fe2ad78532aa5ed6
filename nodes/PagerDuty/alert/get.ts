import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { theIncident } from '../incident/fields';
import { theAlert } from './fields';
import { toAlertRecord } from './record';

/** `GET /incidents/{id}/alerts/{alert_id}`. docs/facts/pagerduty.md#alerts. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get alert',
	description:
		'Read one alert of an incident. What the monitoring tool sent along (body.details) shows with Simplify off.',
	retry: 'read',
	properties: [theIncident('look in'), theAlert('read'), simplify],
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}/alerts/${parameters.pathId('alertId')}`,
	}),
	records: recordOf('alert'),
	simplify: toAlertRecord,
};
