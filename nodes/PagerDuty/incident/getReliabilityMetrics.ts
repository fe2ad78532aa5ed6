import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/form/fields';
import {
	incidentWords,
	lookBackDays,
	readReliability,
	reliabilityFields,
} from '../../shared/form/reliabilityFields';
import { asObject, asText } from '../../shared/ground/values';
import {
	reliabilityOfIncidents,
	type ToldIncident,
} from '../../shared/records/reliabilityOfIncidents';
import { toShortRecord } from '../../shared/records/reliabilityRecord';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { paging, pagingOf, rowsOf } from '../api/profile';
import { namedIn, toIncidentRecord } from '../api/record';
import { whichIncidents, whichIncidentsOf } from './filters';
import { readSpan } from './spans';

const logPaging = pagingOf('log entries', 'Choose a shorter period');

/**
 * `GET /incidents` of a period, and `GET /log_entries` for who answered when: an incident shows its acknowledgements
 * only while it is acknowledged. docs/facts/pagerduty.md#reliability-figures.
 */
export const getReliabilityMetrics: StepsOperation = {
	value: 'getReliabilityMetrics',
	name: 'Get Reliability Metrics',
	action: 'Get reliability metrics of incidents',
	description:
		'Compute how fast incidents are answered and repaired and how often they come (MTTA, MTTR, MTTF, MTBF), from the incidents of a period, up to this moment',
	retry: 'read',
	properties: [
		...reliabilityFields(incidentWords([{ name: 'Service', value: 'service' }])),
		collection('Filters', 'filters', whichIncidents),
		collection('Options', 'options', [
			lookBackDays('incident'),
			{
				displayName: 'Read Acknowledgements',
				name: 'readAcknowledgements',
				type: 'boolean',
				default: true,
				description:
					'Whether to read the log of the account for the times at which incidents were acknowledged. On unless switched off; off saves requests and leaves the MTTA empty.',
			},
		]),
	],
	plan: (parameters) => {
		const { period, from, groupBy } = readReliability(parameters);
		const filters = parameters.group('filters');
		const teams = filters.ids('teamIds');
		const request: ApiRequest = {
			method: 'GET',
			path: '/incidents',
			query: {
				sort_by: 'created_at:desc',
				...whichIncidentsOf(filters),
			},
		};
		const isRead = parameters.group('options').boolean('readAcknowledgements') ?? true;
		const run = async (steps: Steps) => {
			const list = { paging, rows: rowsOf('incidents') };
			const incidents = await readSpan(steps, list, request, from, period.until);
			const isAsked = isRead && incidents.length > 0;
			const answered = isAsked ? await answers(steps, teams, from, period.until) : new Map();
			const told = incidents.map((incident) =>
				toldOf(incident, answered.get(asText(incident.id) ?? '')),
			);
			return reliabilityOfIncidents(told, {
				provider: 'pagerduty',
				groupBy,
				period,
				knowsAcknowledged: isRead,
			});
		};
		return { request, run };
	},
	simplify: toShortRecord,
};

/** When each incident was first acknowledged, by its ID. One log of all is cheaper than that of each incident. */
async function answers(
	steps: Steps,
	teams: string[],
	since: number,
	until: number,
): Promise<Map<string, number>> {
	const request: ApiRequest = {
		method: 'GET',
		path: '/log_entries',
		query: { is_overview: true, 'team_ids[]': teams },
	};
	const list = { paging: logPaging, rows: rowsOf('log_entries') };
	const first = new Map<string, number>();
	for (const { type, incident, created_at } of await readSpan(steps, list, request, since, until)) {
		const id = asText(asObject(incident).id);
		const at = timeOf(created_at);
		if (type !== 'acknowledge_log_entry' || id === undefined || Number.isNaN(at)) continue;
		first.set(id, Math.min(at, first.get(id) ?? Infinity));
	}
	return first;
}

function toldOf(incident: IDataObject, acknowledged: number | undefined): ToldIncident {
	const { status, service, created_at, resolved_at, last_status_change_at } = incident;
	const isOver = status === 'resolved';
	return {
		service: namedIn(service) ?? { id: null, name: null },
		severity: asText(toIncidentRecord(incident).severity) ?? null,
		began: timeOf(created_at),
		acknowledged,
		resolved: isOver ? timeOf(resolved_at ?? last_status_change_at) : undefined,
	};
}

function timeOf(value: unknown): number {
	return Date.parse(asText(value) ?? '');
}
