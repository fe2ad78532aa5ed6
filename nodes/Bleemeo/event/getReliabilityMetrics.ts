import type { IDataObject } from 'n8n-workflow';

import { collection, locator } from '../../shared/form/fields';
import {
	lookBackDays,
	readReliability,
	reliabilityFields,
	type ReliabilityWords,
} from '../../shared/form/reliabilityFields';
import { toShortRecord } from '../../shared/records/reliabilityRecord';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { AGENT, METRIC } from '../form/ids';
import { demand, pagingBackTo, readEvents } from './reading';
import { reliability, type GroupBy } from './reliability';
import { reliabilityRecord } from './reliabilityRecord';
import { sameId } from './thread';

const FIELDS = 'id,status,agent,metric,thread_id,happened_at,created_at';

const WORDS: ReliabilityWords = {
	since:
		'Where the period starts, by when events happened: 30 days ago unless changed. A thread counts when its first event lies in the period.',
	until:
		'Where the period ends: now unless changed. What happened at this time or later is not looked at, so a thread that was resolved later counts as open.',
	groupBy:
		'For what the figures are computed: one item comes out for each agent, metric or severity that has events, or one for all',
	groups: [
		{ name: 'Agent', value: 'agent' },
		{ name: 'Metric', value: 'metric' },
		{ name: 'Severity', value: 'severity' },
	],
};

/**
 * Bleemeo has no endpoint for its figures, so they are computed here from `GET /v1/event/`, all
 * pages of the period. docs/facts/bleemeo.md#reliability-figures.
 */
export const getReliabilityMetrics: StepsOperation = {
	value: 'getReliabilityMetrics',
	name: 'Get Reliability Metrics',
	action: 'Get reliability metrics of events',
	description:
		'Compute how fast incidents are repaired and how often they come (MTTR, MTTF, MTBF), from the threads of events of a period. Bleemeo does not show when a problem was acknowledged, so the MTTA is empty.',
	retry: 'read',
	properties: [
		...reliabilityFields(WORDS),
		collection('Filters', 'filters', [
			locator(AGENT, {
				displayName: 'Agent',
				name: 'agentId',
				description: 'Only events of this server, monitor or device',
			}),
			locator(METRIC, {
				displayName: 'Metric',
				name: 'metricId',
				description:
					"Only events of this metric. Add the filter 'Agent' first: the list shows that agent's metrics.",
				typeOptions: { loadOptionsDependsOn: ['filters.agentId'] },
			}),
		]),
		collection('Options', 'options', [lookBackDays('thread')]),
	],
	plan: (parameters) => {
		const { period, from, groupBy: chosen } = readReliability(parameters);
		const groupBy = chosen as GroupBy;
		const filters = parameters.group('filters');
		const wanted = { agent: filters.id('agentId'), metric: filters.id('metricId') };
		const query = { ...wanted, ordering: '-created_at', fields: FIELDS };
		const request: ApiRequest = { method: 'GET', path: '/v1/event/', query };
		const run = async (steps: Steps) => {
			const rows = await readEvents(steps, pagingBackTo(from), query);
			demand(rows, ['status', 'thread_id', 'happened_at', ...needed(wanted, groupBy)]);
			const kept = rows.filter((row) => isOf(row, 'agent', wanted) && isOf(row, 'metric', wanted));
			return reliability(kept, period, groupBy).map((figures) =>
				reliabilityRecord(figures, groupBy, period),
			);
		};
		return { request, run };
	},
	simplify: toShortRecord,
};

interface Wanted {
	agent: string | undefined;
	metric: string | undefined;
}

/** The fields that filters and groups look at. */
function needed(wanted: Wanted, groupBy: GroupBy): string[] {
	return (['agent', 'metric'] as const).filter(
		(name) => wanted[name] !== undefined || groupBy === name,
	);
}

/** A server that does not know a filter returns everything, without a word. docs/facts/bleemeo.md#unknown-filters. */
function isOf(row: IDataObject, name: keyof Wanted, wanted: Wanted): boolean {
	const id = wanted[name];
	return id === undefined || sameId(row[name], id);
}
