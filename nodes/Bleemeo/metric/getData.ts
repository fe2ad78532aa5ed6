import type { IDataObject } from 'n8n-workflow';

import { collection, dateTime } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import type { Reply } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { asObject, asRows } from '../../shared/ground/values';
import { chosenMetric } from './fields';

/**
 * `GET /v1/metric/{id}/data/`. Its parameters are not documented, so the period is cut out here.
 * docs/facts/bleemeo.md#points-of-a-metric.
 */
export const getData: SingleOperation = {
	value: 'getData',
	name: 'Get Data',
	action: 'Get data of metric',
	description: 'Read the measured points of a metric in order of time, one item for each point',
	retry: 'read',
	properties: [
		...chosenMetric,
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
			hint: 'The newest points of the period are returned',
		},
		collection('Filters', 'filters', [
			dateTime({
				displayName: 'Since',
				name: 'since',
				description: 'Only points of this time or later',
			}),
			dateTime({
				displayName: 'Until',
				name: 'until',
				description: 'Only points before this time',
			}),
		]),
	],
	request: (parameters) => {
		wantedOf(parameters);
		return { method: 'GET', path: `/v1/metric/${parameters.pathId('metricId')}/data/` };
	},
	records: pointsOf,
	output: (points, { parameters }) => {
		const { isInPeriod, limit } = wantedOf(parameters);
		return points.filter(isInPeriod).sort(byTime).slice(-limit);
	},
	notices: (points, { parameters }) => {
		const { isInPeriod, limit } = wantedOf(parameters);
		return points.filter(isInPeriod).length > limit
			? [
					"Some metrics have more points in the period: the newest were returned. Raise 'Limit' to get more",
				]
			: [];
	},
};

/** @throws FormIssue for a period without length or a limit below 1 */
function wantedOf(parameters: Parameters) {
	return { isInPeriod: periodOf(parameters), limit: limitOf(parameters) };
}

function pointsOf({ body }: Reply): IDataObject[] | undefined {
	const { values } = asObject(body);
	return Array.isArray(values) ? asRows(values) : undefined;
}

const timeOf = ({ time }: IDataObject) => Date.parse(String(time));

/** Points come in any order, as far as is documented. */
function byTime(one: IDataObject, other: IDataObject): number {
	return timeOf(one) - timeOf(other) || 0;
}

function periodOf(parameters: Parameters): (point: IDataObject) => boolean {
	const filters = parameters.group('filters');
	const range = timeRange(filters, 'since', 'until', true);
	const [since, until] = [range.since, range.until].map((time) =>
		time === undefined ? undefined : Date.parse(time),
	);
	return (point) =>
		(since === undefined || timeOf(point) >= since) &&
		(until === undefined || timeOf(point) < until);
}

function limitOf(parameters: Parameters): number {
	const limit = parameters.integer('limit') ?? 50;
	if (limit >= 1) return limit;
	return parameters.refuse('limit', `cannot be ${limit}`, 'Use 1 or more');
}
