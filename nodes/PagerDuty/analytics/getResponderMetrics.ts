import type { IDataObject } from 'n8n-workflow';

import { choice, collection, locatorList, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { ApiRequest } from '../../shared/wire/request';
import { asObject, asText, compact } from '../../shared/ground/values';
import { rowsOf } from '../api/profile';
import { USER } from '../form/ids';
import { numbers, RESPONDER_FIGURES, texts } from './figures';
import { namesOf, priorities, sorting, sortingOf, teams, urgency } from './filters';
import { period, periodOf } from './range';

/** `POST /analytics/metrics/responders/…`, which reads. docs/facts/pagerduty.md#analytics. */
export const getResponderMetrics: SingleOperation = {
	value: 'getResponderMetrics',
	name: 'Get Responder Metrics',
	action: 'Get responder metrics',
	description:
		'Read figures about those who respond: time on call, incidents, interruptions by day and night, and how fast they acknowledge. PagerDuty works them out with up to a day of delay.',
	retry: 'read',
	properties: [
		choice({
			displayName: 'Group By',
			name: 'groupBy',
			default: 'all',
			description: 'What one item of the result is about',
			options: [
				{ name: 'All Responders Together', value: 'all' },
				{ name: 'Responder and Team', value: 'teams' },
			],
		}),
		simplify,
		collection('Filters', 'filters', [
			...period,
			...priorities,
			locatorList(USER, {
				displayName: 'Responders',
				name: 'responderIds',
				rowName: 'responderId',
				description: 'Only incidents of these users',
			}),
			teams,
			urgency,
		]),
		collection('Options', 'options', [...sorting('total_interruptions')]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: `/analytics/metrics/responders/${parameters.option<string>('groupBy') ?? 'all'}`,
		body: bodyOf(parameters),
	}),
	records: rowsOf('data'),
	simplify: toMetricsRecord,
};

function bodyOf(parameters: Parameters): IDataObject {
	const filters = parameters.group('filters');
	const options = parameters.group('options');
	const { since, until } = periodOf(filters);
	return compact({
		filters: compact({
			date_range_start: since,
			date_range_end: until,
			urgency: filters.option('urgency'),
			team_ids: filters.ids('teamIds'),
			responder_ids: filters.ids('responderIds'),
			priority_ids: filters.options<string>('priorityIds'),
			priority_names: namesOf(filters),
		}),
		...sortingOf(options),
	});
}

function toMetricsRecord(row: IDataObject, { body }: ApiRequest): IDataObject {
	const { date_range_start, date_range_end } = asObject(body?.filters);
	return {
		provider: 'pagerduty',
		from: asText(date_range_start) ?? null,
		until: asText(date_range_end) ?? null,
		...texts(row, ['responder_id', 'responder_name', 'team_id', 'team_name']),
		...numbers(row, RESPONDER_FIGURES),
	};
}
