import type { IDataObject } from 'n8n-workflow';

import {
	choice,
	collection,
	dateTime,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import { timeRange } from '../../shared/form/timeRange';
import { asNumber, asObject, asText } from '../../shared/ground/values';
import type { ListOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { byCursor, rowsOf } from '../api/profile';
import { idIn } from '../form/ids';
import { pathOf, theMonitor } from './fields';

const PASSED = 'passed';

/** `GET /api/v1/monitors/{id}/results`. docs/facts/devhelm.md#results-of-a-monitor. */
export const getResults: ListOperation = {
	value: 'getResults',
	name: 'Get Results',
	action: 'Get results of monitor',
	description:
		'Read the single checks of a monitor: when, from which region, how long it took and why it failed. Without a filter they are those of the last 24 hours.',
	retry: 'read',
	properties: [
		theMonitor('read the results of'),
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			dateTime({
				displayName: 'From',
				name: 'from',
				description: 'Only checks of this time or later. Without it: of the last 24 hours.',
			}),
			choice({
				displayName: 'Outcome',
				name: 'outcome',
				default: 'failed',
				description: 'Only checks that passed, or only those that failed',
				options: [
					{ name: 'Failed', value: 'failed' },
					{ name: 'Passed', value: PASSED },
				],
			}),
			{
				displayName: 'Region',
				name: 'region',
				type: 'string',
				default: '',
				placeholder: 'e.g. us-east',
				description: 'Only checks that were made from this region',
			},
			dateTime({
				displayName: 'To',
				name: 'to',
				description: 'Only checks of this time or earlier. Without it: until now.',
			}),
		]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const outcome = filters.option<string>('outcome');
		return {
			method: 'GET',
			path: `${pathOf(parameters)}/results`,
			query: {
				...timeRange(filters, 'from', 'to'),
				region: filters.text('region'),
				passed: outcome && outcome === PASSED,
			},
		};
	},
	paging: byCursor(200),
	rows: rowsOf,
	simplify: toResultRecord,
};

function toResultRecord(result: IDataObject, { path }: ApiRequest): IDataObject {
	const { passed } = result;
	return {
		provider: 'devhelm',
		id: asText(result.id) ?? null,
		monitorId: idIn(path, 2),
		timestamp: asText(result.timestamp) ?? null,
		region: asText(result.region) ?? null,
		passed: typeof passed === 'boolean' ? passed : null,
		severity: asText(result.severityHint) ?? null,
		responseTimeMs: asNumber(result.responseTimeMs) ?? null,
		statusCode: asNumber(asObject(result.details).statusCode) ?? null,
		failureReason: asText(result.failureReason) ?? null,
	};
}
