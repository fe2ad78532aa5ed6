import { collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { extraQueryParameters, readQuery } from '../form/query';
import { chosenMetric } from './fields';
import { METRIC_FIELDS, toMetricRecord } from './record';

/** `GET /v1/metric/{id}/`. docs/facts/bleemeo.md#metrics. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get metric',
	description: 'Read one metric by its ID: what it measures, and its present status',
	retry: 'read',
	properties: [...chosenMetric, simplify, collection('Options', 'options', [extraQueryParameters])],
	request: (parameters) => ({
		method: 'GET',
		path: `/v1/metric/${parameters.pathId('metricId')}/`,
		query: readQuery(parameters, METRIC_FIELDS),
	}),
	records: recordOf,
	simplify: toMetricRecord,
};
