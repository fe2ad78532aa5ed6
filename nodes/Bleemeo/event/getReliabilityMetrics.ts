import type { IDataObject } from 'n8n-workflow';

import { choice, collection, dateTime, locator, simplify } from '../../shared/form/fields';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { AGENT, METRIC } from '../form/ids';
import { demand, pagingBackTo, readEvents, timeOf } from './reading';
import { reliability, type GroupBy, type Period } from './reliability';
import { reliabilityRecord, toShortRecord } from './reliabilityRecord';
import { sameId } from './thread';

const DAY_MS = 86_400_000;
const USUAL_LOOK_BACK_DAYS = 7;
const FIELDS = 'id,status,agent,metric,thread_id,happened_at,created_at';

/**
 * Bleemeo has no endpoint for its figures, so they are computed here from `GET /v1/event/`, all
 * pages of the period. docs/facts/bleemeo.md#reliability-figures.
 */
export const getReliabilityMetrics: StepsOperation = {
	value: 'getReliabilityMetrics',
	name: 'Get Reliability Metrics',
	action: 'Get reliability metrics of events',
	description:
		'Compute how fast incidents are repaired and how often they come (MTTR, MTTF, MTBF), from the threads of events of a period',
	retry: 'read',
	properties: [
		{
			...dateTime({
				displayName: 'Since',
				name: 'since',
				required: true,
				description:
					'Where the period starts, by when events happened: 30 days ago unless changed. A thread counts when its first event lies in the period.',
			}),
			default: '={{ $now.minus({ days: 30 }).toISO() }}',
		},
		{
			...dateTime({
				displayName: 'Until',
				name: 'until',
				required: true,
				description:
					'Where the period ends: now unless changed. What happened at this time or later is not looked at, so a thread that was resolved later counts as open.',
			}),
			default: '={{ $now.toISO() }}',
		},
		choice({
			displayName: 'Group By',
			name: 'groupBy',
			default: 'overall',
			description:
				'For what the figures are computed: one item comes out for each agent or each metric that has events, or one for all',
			options: [
				{ name: 'Agent', value: 'agent' },
				{ name: 'Metric', value: 'metric' },
				{ name: 'Overall', value: 'overall' },
			],
		}),
		simplify,
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
		collection('Options', 'options', [
			{
				displayName: 'Days to Look Back',
				name: 'lookBackDays',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: USUAL_LOOK_BACK_DAYS,
				description:
					'How many days before the period are read as well, to tell threads that began before it from those that began in it. 7 unless changed; more takes more requests.',
			},
		]),
	],
	plan: (parameters) => {
		const period = periodOf(parameters);
		const groupBy = parameters.option<GroupBy>('groupBy') ?? 'overall';
		const filters = parameters.group('filters');
		const wanted = { agent: filters.id('agentId'), metric: filters.id('metricId') };
		const from = period.since - lookBackOf(parameters) * DAY_MS;
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

function periodOf(parameters: Parameters): Period {
	const { since, until } = timeRange(parameters, 'since', 'until', true);
	return { since: timeOf(since), until: timeOf(until) };
}

function lookBackOf(parameters: Parameters): number {
	const options = parameters.group('options');
	const days = options.integer('lookBackDays') ?? USUAL_LOOK_BACK_DAYS;
	if (days >= 0) return days;
	return options.refuse('lookBackDays', `cannot be ${days}`, 'Use 0 or more');
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
