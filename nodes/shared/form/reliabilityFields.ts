import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Period } from '../records/reliability';
import { choice, dateTime, simplify } from './fields';
import type { Parameters } from './parameters';
import { timeRange } from './timeRange';

const DAY_MS = 86_400_000;
const USUAL_LOOK_BACK_DAYS = 7;

/** The words with which one vendor's form speaks. */
export interface ReliabilityWords {
	since: string;
	until: string;
	/** What "Group By" says. */
	groupBy: string;
	/** By what can be grouped, besides "Overall". */
	groups: INodePropertyOptions[];
}

/** Period, groups and Simplify of every "Get Reliability Metrics". Read them with `readReliability`. */
export function reliabilityFields({ since, until, groupBy, groups }: ReliabilityWords) {
	const fields: INodeProperties[] = [
		{
			...dateTime({ displayName: 'Since', name: 'since', required: true, description: since }),
			default: '={{ $now.minus({ days: 30 }).toISO() }}',
		},
		{
			...dateTime({ displayName: 'Until', name: 'until', required: true, description: until }),
			default: '={{ $now.toISO() }}',
		},
		choice({
			displayName: 'Group By',
			name: 'groupBy',
			default: 'overall',
			description: groupBy,
			options: [...groups, { name: 'Overall', value: 'overall' }].sort((one, other) =>
				one.name < other.name ? -1 : 1,
			),
		}),
		simplify,
	];
	return fields;
}

/** The same words for every vendor whose incidents have one beginning and one end. */
export const incidentWords = (groups: INodePropertyOptions[]): ReliabilityWords => ({
	since:
		'Where the period starts: 30 days ago unless changed. An incident counts when it began in the period.',
	until:
		'Where the period ends: now unless changed. What happened at this time or later is not looked at, so an incident that was resolved later counts as open.',
	groupBy:
		'For what the figures are computed: one item comes out for each service or severity that has incidents, or one for all',
	groups: [...groups, { name: 'Severity', value: 'severity' }],
});

/** "Days to Look Back", an option. */
export const lookBackDays = (noun: string): INodeProperties => ({
	displayName: 'Days to Look Back',
	name: 'lookBackDays',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: USUAL_LOOK_BACK_DAYS,
	description: `How many days before the period are read as well, to tell ${noun}s that began before it from those that began in it. 7 unless changed; more takes more requests.`,
});

/**
 * What the fields above say; `from` is where reading has to start.
 * @throws FormIssue on bad input
 */
export function readReliability(parameters: Parameters): {
	period: Period;
	from: number;
	groupBy: string;
} {
	const range = timeRange(parameters, 'since', 'until', true);
	const [since, until] = [range.since, range.until].map((time) => Date.parse(String(time)));
	const options = parameters.group('options');
	const days = options.integer('lookBackDays') ?? USUAL_LOOK_BACK_DAYS;
	if (days < 0) options.refuse('lookBackDays', `cannot be ${days}`, 'Use 0 or more');
	const groupBy = parameters.option<string>('groupBy') ?? 'overall';
	return { period: { since, until }, from: since - days * DAY_MS, groupBy };
}
