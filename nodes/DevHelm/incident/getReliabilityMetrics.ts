import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/form/fields';
import {
	incidentWords,
	lookBackDays,
	readReliability,
	reliabilityFields,
} from '../../shared/form/reliabilityFields';
import { asText } from '../../shared/ground/values';
import {
	reliabilityOfIncidents,
	type ToldIncident,
} from '../../shared/records/reliabilityOfIncidents';
import { toShortRecord } from '../../shared/records/reliabilityRecord';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { paging, rowsOf } from '../api/profile';
import { placeOf, toIncidentRecord } from '../api/record';
import { whichIncidents, whichIncidentsOf } from './filters';
import { isResolved } from './state';

/** `GET /api/v1/incidents` of a period. docs/facts/devhelm.md#reliability-figures. */
export const getReliabilityMetrics: StepsOperation = {
	value: 'getReliabilityMetrics',
	name: 'Get Reliability Metrics',
	action: 'Get reliability metrics of incidents',
	description:
		"Compute how fast incidents are repaired and how often they come (MTTR, MTTF, MTBF), from the incidents of a period. For how fast they are answered (MTTA) switch on 'Read Acknowledgements' under 'Options'.",
	retry: 'read',
	properties: [
		...reliabilityFields(incidentWords([{ name: 'Monitor or Service', value: 'service' }])),
		collection('Filters', 'filters', whichIncidents),
		collection('Options', 'options', [
			lookBackDays('incident'),
			{
				displayName: 'Read Acknowledgements',
				name: 'readAcknowledgements',
				type: 'boolean',
				default: false,
				description:
					'Whether to read the notifications of each incident for the time at which it was acknowledged: one request more for each incident of the period. Off unless switched on; then the MTTA is empty.',
			},
		]),
	],
	plan: (parameters) => {
		const { period, from, groupBy } = readReliability(parameters);
		const filters = parameters.group('filters');
		const [startedFrom, startedTo] = [from, period.until].map((at) => new Date(at).toISOString());
		const request: ApiRequest = {
			method: 'GET',
			path: '/api/v1/incidents',
			query: {
				...whichIncidentsOf(filters),
				startedFrom,
				startedTo,
			},
		};
		const isRead = parameters.group('options').boolean('readAcknowledgements') ?? false;
		const run = async (steps: Steps) => {
			const told: ToldIncident[] = [];
			for (const incident of await steps.list({ paging, rows: rowsOf }, request)) {
				const began = beganAt(incident);
				const isAsked = isRead && began >= period.since && began < period.until;
				told.push(toldOf(incident, isAsked ? await answeredAt(steps, incident) : undefined));
			}
			return reliabilityOfIncidents(told, {
				provider: 'devhelm',
				groupBy,
				period,
				knowsAcknowledged: isRead,
			});
		};
		return { request, run };
	},
	simplify: toShortRecord,
};

/** When the first of its notifications was acknowledged. docs/facts/devhelm.md#acknowledging-notifications. */
async function answeredAt(steps: Steps, { id }: IDataObject): Promise<number | undefined> {
	const dispatches = await steps.list(
		{ paging, rows: rowsOf },
		{
			method: 'GET',
			path: '/api/v1/notification-dispatches',
			query: { incident_id: asText(id) },
		},
	);
	const times = dispatches
		.map(({ acknowledgedAt }) => timeOf(acknowledgedAt))
		.filter((time) => !Number.isNaN(time));
	return times.length ? Math.min(...times) : undefined;
}

function toldOf(incident: IDataObject, acknowledged: number | undefined): ToldIncident {
	const { monitorId, serviceId, resourceGroupId, resolvedAt } = incident;
	return {
		service: {
			id: asText(monitorId) ?? asText(serviceId) ?? asText(resourceGroupId) ?? null,
			name: placeOf(incident) ?? null,
		},
		severity: asText(toIncidentRecord(incident).severity) ?? null,
		began: beganAt(incident),
		acknowledged,
		resolved: isResolved(incident) ? timeOf(resolvedAt) : undefined,
	};
}

function beganAt({ startedAt, createdAt }: IDataObject): number {
	return timeOf(startedAt ?? createdAt);
}

function timeOf(value: unknown): number {
	return Date.parse(asText(value) ?? '');
}
