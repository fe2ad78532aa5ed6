import type { IDataObject } from 'n8n-workflow';

import {
	choice,
	collection,
	dateTime,
	loadedOptions,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import { timeRange } from '../../shared/form/timeRange';
import type { ListOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { Paging } from '../../shared/wire/request';
import { asObject, asText, compact } from '../../shared/ground/values';
import { rowsOf } from '../api/profile';
import {
	major,
	namesOf,
	narrowing,
	order,
	priorities,
	services,
	teams,
	timeZone,
	urgency,
} from './filters';
import { toRawRecord } from './rawRecord';

/** Pages are asked for in the body, by the last row of the one before. docs/facts/pagerduty.md#analytics. */
const paging: Paging = {
	maxPageSize: 1000,
	sized: (request, limit) => ({ ...request, body: { ...request.body, limit } }),
	next: (request, { body }) => {
		const { more, last } = asObject(body);
		const starting_after = asText(last);
		if (more !== true || !starting_after) return;
		return { ...request, body: { ...request.body, starting_after } };
	},
	cursor: { in: 'body', name: 'starting_after' },
};

/** `POST /analytics/raw/incidents`, which reads. docs/facts/pagerduty.md#analytics. */
export const getRawIncidents: ListOperation = {
	value: 'getRawIncidents',
	name: 'Get Raw Incidents',
	action: 'Get raw incidents with figures',
	description:
		'Read many incidents with the figures of each: seconds to acknowledge and to resolve, effort, interruptions, escalations. PagerDuty works them out with up to a day of delay.',
	retry: 'read',
	properties: [
		...returnAllAndLimit,
		simplify,
		collection('Filters', 'filters', [
			dateTime({
				displayName: 'Created After',
				name: 'since',
				description: 'Start of the time range',
			}),
			dateTime({
				displayName: 'Created Before',
				name: 'until',
				description: 'End of the time range',
			}),
			loadedOptions({
				displayName: 'Incident Type Names or IDs',
				name: 'incidentTypeIds',
				method: 'getIncidentTypeIds',
			}),
			major,
			...priorities,
			services,
			teams,
			dateTime({
				displayName: 'Updated After',
				name: 'updatedAfter',
				description: 'Only incidents whose figures were worked out again after this time',
			}),
			urgency,
		]),
		collection('Options', 'options', [
			order,
			choice({
				displayName: 'Order By',
				name: 'orderBy',
				default: 'created_at',
				description: 'What the incidents are sorted by',
				options: [
					{ name: 'Created At', value: 'created_at' },
					{ name: 'Seconds to Resolve', value: 'seconds_to_resolve' },
				],
			}),
			timeZone,
		]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: '/analytics/raw/incidents',
		body: bodyOf(parameters),
	}),
	paging,
	rows: rowsOf('data'),
	instead: narrowing,
	simplify: toRawRecord,
};

function bodyOf(parameters: Parameters): IDataObject {
	const filters = parameters.group('filters');
	const options = parameters.group('options');
	const { since, until } = timeRange(filters, 'since', 'until', true);
	return compact({
		filters: compact({
			created_at_start: since,
			created_at_end: until,
			updated_after: filters.date('updatedAfter'),
			urgency: filters.option('urgency'),
			major: filters.boolean('major'),
			team_ids: filters.ids('teamIds'),
			service_ids: filters.ids('serviceIds'),
			priority_ids: filters.options<string>('priorityIds'),
			priority_names: namesOf(filters),
			incident_type_ids: filters.options<string>('incidentTypeIds'),
		}),
		order: options.option('order'),
		order_by: options.option('orderBy'),
		time_zone: options.text('timeZone'),
	});
}
