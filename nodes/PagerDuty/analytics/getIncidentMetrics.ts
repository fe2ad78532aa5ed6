import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice, collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { ApiRequest } from '../../shared/wire/request';
import { asObject, asText, compact } from '../../shared/ground/values';
import { rowsOf } from '../api/profile';
import { INCIDENT_FIGURES, numbers, texts } from './figures';
import {
	major,
	namesOf,
	narrowing,
	policies,
	priorities,
	services,
	sorting,
	sortingOf,
	teams,
	urgency,
} from './filters';
import { period, periodOf } from './range';

function atLeast(displayName: string, name: string, what: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		placeholder: 'e.g. 1',
		description: `Only incidents that were ${what} so often at least`,
	};
}

/** `POST /analytics/metrics/incidents/…`, which reads. docs/facts/pagerduty.md#analytics. */
export const getIncidentMetrics: SingleOperation = {
	value: 'getIncidentMetrics',
	name: 'Get Incident Metrics',
	action: 'Get incident metrics',
	description:
		'Read figures about incidents: how many, how fast they were acknowledged (MTTA) and resolved (MTTR), interruptions and effort; for the account, or for each service, team or escalation policy. PagerDuty works them out with up to a day of delay.',
	retry: 'read',
	properties: [
		choice({
			displayName: 'Group By',
			name: 'groupBy',
			default: 'all',
			description: 'What one item of the result is about',
			options: [
				{ name: 'All Escalation Policies Together', value: 'escalation_policies/all' },
				{ name: 'All Incidents Together', value: 'all' },
				{ name: 'All Services Together', value: 'services/all' },
				{ name: 'All Teams Together', value: 'teams/all' },
				{ name: 'Escalation Policy', value: 'escalation_policies' },
				{ name: 'Service', value: 'services' },
				{ name: 'Team', value: 'teams' },
			],
		}),
		simplify,
		collection('Filters', 'filters', [
			...period,
			policies,
			major,
			atLeast('Minimum Acknowledgements', 'minAcknowledgements', 'acknowledged'),
			atLeast('Minimum Manual Escalations', 'minManualEscalations', 'escalated by hand'),
			atLeast('Minimum Timeout Escalations', 'minTimeoutEscalations', 'escalated by a timeout'),
			{
				displayName: 'PagerDuty Advance Used',
				name: 'advanceUsed',
				type: 'boolean',
				default: true,
				description: 'Whether to count incidents with PagerDuty Advance only. Off: others only.',
			},
			...priorities,
			services,
			teams,
			urgency,
		]),
		collection('Options', 'options', [
			choice({
				displayName: 'Interval',
				name: 'interval',
				default: 'day',
				description: 'One item for each day, week or month, instead of one for the whole time',
				options: [
					{ name: 'Day', value: 'day' },
					{ name: 'Week', value: 'week' },
					{ name: 'Month', value: 'month' },
				],
			}),
			...sorting('total_incident_count'),
		]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: `/analytics/metrics/incidents/${parameters.option<string>('groupBy') ?? 'all'}`,
		body: bodyOf(parameters),
	}),
	records: rowsOf('data'),
	instead: narrowing,
	simplify: toMetricsRecord,
};

function bodyOf(parameters: Parameters): IDataObject {
	const filters = parameters.group('filters');
	const options = parameters.group('options');
	const { since, until } = periodOf(filters);
	return compact({
		filters: compact({
			created_at_start: since,
			created_at_end: until,
			urgency: filters.option('urgency'),
			major: filters.boolean('major'),
			// PagerDuty spells it so.
			min_ackowledgements: filters.integer('minAcknowledgements'),
			min_timeout_escalations: filters.integer('minTimeoutEscalations'),
			min_manual_escalations: filters.integer('minManualEscalations'),
			team_ids: filters.ids('teamIds'),
			service_ids: filters.ids('serviceIds'),
			escalation_policy_ids: filters.ids('escalationPolicyIds'),
			priority_ids: filters.options<string>('priorityIds'),
			priority_names: namesOf(filters),
			pd_advance_used: filters.boolean('advanceUsed'),
		}),
		...sortingOf(options),
		aggregate_unit: options.option('interval'),
	});
}

/** The figures with what they are about; `from` is the start of the interval, else of the whole time. */
function toMetricsRecord(row: IDataObject, { body }: ApiRequest): IDataObject {
	const { created_at_start, created_at_end } = asObject(body?.filters);
	return {
		provider: 'pagerduty',
		from: asText(row.range_start) ?? asText(created_at_start) ?? null,
		until: asText(created_at_end) ?? null,
		interval: asText(body?.aggregate_unit) ?? null,
		...texts(row, ['service_id', 'service_name', 'team_id', 'team_name']),
		...texts(row, ['escalation_policy_id', 'escalation_policy_name']),
		...numbers(row, INCIDENT_FIGURES),
	};
}
