import {
	collection,
	dateTime,
	locator,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import type { ListOperation } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';
import { AGENT, METRIC, uuid } from '../form/ids';
import { extraQuery, extraQueryParameters } from '../form/query';
import { toIncidentRecord } from '../api/record';
import { keep } from './keep';
import { STATUSES } from './statuses';

/**
 * `GET /v1/event/`. No filter and no order of this list is documented
 * (docs/facts/bleemeo.md#reading-events).
 * So filters go along where they can be exact, and `keep` applies them all again.
 */
export const getMany: ListOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many events',
	description: 'Read many events, newest first as far as Bleemeo sorts them so',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			locator(AGENT, {
				displayName: 'Agent',
				name: 'agentId',
				description: 'Only events of this server, monitor or device',
			}),
			dateTime({
				displayName: 'Created After',
				name: 'createdAfter',
				description: 'Only events that were recorded at this time or later',
			}),
			dateTime({
				displayName: 'Created Before',
				name: 'createdBefore',
				description: 'Only events that were recorded before this time',
			}),
			dateTime({
				displayName: 'Happened After',
				name: 'happenedAfter',
				description: 'Only events that happened at this time or later',
			}),
			dateTime({
				displayName: 'Happened Before',
				name: 'happenedBefore',
				description: 'Only events that happened before this time',
			}),
			locator(METRIC, {
				displayName: 'Metric',
				name: 'metricId',
				description:
					"Only events of this metric. Add the filter 'Agent' first: the list shows that agent's metrics.",
				typeOptions: { loadOptionsDependsOn: ['filters.agentId'] },
			}),
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				description: 'Only events with one of these statuses',
				options: STATUSES,
			},
			{
				displayName: 'Thread ID',
				name: 'threadId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
				description: 'Only the events of this one incident, from its alarm to its end',
			},
		]),
		collection('Options', 'options', [extraQueryParameters]),
	],
	request: (parameters) => {
		const filters = parameters.group('filters');
		const statuses = filters.options<number>('statuses');
		return {
			method: 'GET',
			path: '/v1/event/',
			query: {
				agent: filters.id('agentId'),
				metric: filters.id('metricId'),
				status: statuses.length === 1 ? statuses[0] : undefined,
				thread_id: uuid(filters, 'threadId'),
				ordering: '-created_at',
				...extraQuery(parameters.group('options')),
			},
		};
	},
	paging,
	rows: rowsOf,
	keep,
	simplify: toIncidentRecord,
};
