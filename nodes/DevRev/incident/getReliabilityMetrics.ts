import type { IDataObject } from 'n8n-workflow';

import { collection, loadedOptions, locatorList } from '../../shared/form/fields';
import {
	incidentWords,
	lookBackDays,
	readReliability,
	reliabilityFields,
} from '../../shared/form/reliabilityFields';
import { asRows, asText, compact } from '../../shared/ground/values';
import {
	reliabilityOfIncidents,
	type ToldIncident,
} from '../../shared/records/reliabilityOfIncidents';
import { toShortRecord } from '../../shared/records/reliabilityRecord';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import { paging, read, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { isOver } from '../api/stage';
import { withStages } from '../api/stageNames';
import { PART, USER } from '../form/ids';
import { enumIds } from './values';

/** `POST /incidents.list` of a period. docs/facts/devrev.md#reliability-figures. */
export const getReliabilityMetrics: StepsOperation = {
	value: 'getReliabilityMetrics',
	name: 'Get Reliability Metrics',
	action: 'Get reliability metrics of incidents',
	description:
		'Compute how fast incidents are answered and repaired and how often they come (MTTA, MTTR, MTTF, MTBF), from the incidents of a period. An incident counts as answered at its acknowledged date.',
	retry: 'read',
	properties: [
		...reliabilityFields(incidentWords([{ name: 'Part', value: 'service' }])),
		collection('Filters', 'filters', [
			locatorList(PART, {
				displayName: 'Applies to Parts',
				name: 'appliesToPartIds',
				rowName: 'partId',
				description: 'Only incidents that apply to one of these parts',
			}),
			locatorList(USER, {
				displayName: 'Owned By',
				name: 'ownedByIds',
				rowName: 'userId',
				description: 'Only incidents that one of these users owns',
			}),
			loadedOptions({
				displayName: 'Severity Names or IDs',
				name: 'severity',
				method: 'getSeverities',
			}),
			loadedOptions({
				displayName: 'Subtype Names or IDs',
				name: 'subtype',
				method: 'getSubtypes',
			}),
		]),
		collection('Options', 'options', [lookBackDays('incident')]),
	],
	plan: (parameters) => {
		const { period, from, groupBy } = readReliability(parameters);
		const filters = parameters.group('filters');
		const [after, before] = [from, period.until].map((at) => new Date(at).toISOString());
		const request = read(
			'/incidents.list',
			compact({
				created_date: { type: 'range', after, before },
				applies_to_parts: filters.ids('appliesToPartIds'),
				owned_by: filters.ids('ownedByIds'),
				severity: enumIds(filters, 'severity'),
				subtype: filters.options('subtype'),
				sort_by: ['created_date:desc'],
			}),
		);
		const run = async (steps: Steps) => {
			const incidents = await steps.list({ paging, rows: rowsOf('incidents') }, request);
			const told = (await withStages(steps, incidents)).map(toldOf);
			return reliabilityOfIncidents(told, {
				provider: 'devrev',
				groupBy,
				period,
				knowsAcknowledged: true,
			});
		};
		return { request, run };
	},
	simplify: toShortRecord,
};

/** The time of closing is DevRev's own; one that is open again may still have it. */
function toldOf(incident: IDataObject): ToldIncident {
	const { created_date, acknowledged_date, actual_close_date, applies_to_parts } = incident;
	const [part = {}] = asRows(applies_to_parts);
	const acknowledged = timeOf(acknowledged_date);
	return {
		service: { id: asText(part.id) ?? null, name: asText(part.name) ?? null },
		severity: asText(toIncidentRecord(incident).severity) ?? null,
		began: timeOf(created_date),
		acknowledged: Number.isNaN(acknowledged) ? undefined : acknowledged,
		resolved: isOver(incident) ? timeOf(actual_close_date) : undefined,
	};
}

function timeOf(value: unknown): number {
	return Date.parse(asText(value) ?? '');
}
