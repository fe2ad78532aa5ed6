import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { number, wholeWithin } from '../form/values';

const CONSECUTIVE = 'consecutive_failures';
const WINDOWED = 'failures_in_window';
const SLOW = 'response_time';

const shownFor = (...conditions: string[]) => ({ show: { condition: conditions } });

/** When failed checks become an incident. docs/facts/devhelm.md#incident-policy-of-a-monitor. */
export const triggerRules: INodeProperties = {
	displayName: 'Incident Rules',
	name: 'triggerRules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Rule' },
	placeholder: 'Add Rule',
	default: {},
	description:
		'When failed checks become an incident, in place of the usual rules; goes together with Incident Policy',
	options: [
		{
			displayName: 'Rule',
			name: 'values',
			values: [
				choice({
					displayName: 'Condition',
					name: 'condition',
					default: CONSECUTIVE,
					description: 'What opens an incident',
					options: [
						{ name: 'Failures in a Row', value: CONSECUTIVE },
						{ name: 'Failures in a Time', value: WINDOWED },
						{ name: 'Response Time', value: SLOW },
					],
				}),
				{
					...number({
						displayName: 'Failures',
						name: 'count',
						default: 2,
						description: 'How many checks have to fail',
					}),
					displayOptions: shownFor(CONSECUTIVE, WINDOWED),
				},
				{
					...number({
						displayName: 'Time (Minutes)',
						name: 'windowMinutes',
						default: 10,
						description: 'In how many minutes they have to fail',
					}),
					displayOptions: shownFor(WINDOWED),
				},
				{
					...number({
						displayName: 'Response Time (Ms)',
						name: 'thresholdMs',
						default: 2000,
						description: 'From how many milliseconds an answer is too slow',
					}),
					displayOptions: shownFor(SLOW),
				},
				{
					...choice({
						displayName: 'Aggregation',
						name: 'aggregationType',
						default: 'all_exceed',
						description: 'What of the response times is compared',
						options: [
							{ name: 'All of Them', value: 'all_exceed' },
							{ name: 'Average', value: 'average' },
							{ name: 'Longest', value: 'max' },
							{ name: 'P95', value: 'p95' },
						],
					}),
					displayOptions: shownFor(SLOW),
				},
				choice({
					displayName: 'Scope',
					name: 'scope',
					default: 'per_region',
					description: 'Whether each region counts for itself',
					options: [
						{ name: 'Any Region', value: 'any_region' },
						{ name: 'Per Region', value: 'per_region' },
					],
				}),
				choice({
					displayName: 'Severity',
					name: 'severity',
					default: 'down',
					description: 'How bad the incident is',
					options: [
						{ name: 'Degraded', value: 'degraded' },
						{ name: 'Down', value: 'down' },
					],
				}),
			],
		},
	],
};

/** What confirms an incident and what ends it; DevHelm takes it whole. */
export const incidentPolicy: INodeProperties = {
	displayName: 'Incident Policy',
	name: 'incidentPolicy',
	type: 'fixedCollection',
	placeholder: 'Add Policy',
	default: {},
	description:
		'What confirms an incident and what ends it, in place of the usual policy; goes together with Incident Rules',
	options: [
		{
			displayName: 'Policy',
			name: 'values',
			values: [
				number({
					displayName: 'Regions That Fail',
					name: 'minRegionsFailing',
					default: 1,
					description: 'From how many regions it has to fail before the incident is confirmed',
				}),
				number({
					displayName: 'Wait for Them (Seconds)',
					name: 'maxWaitSeconds',
					default: 60,
					description: 'How long is waited for that many regions after the first has failed',
				}),
				number({
					displayName: 'Passed Checks in a Row',
					name: 'consecutiveSuccesses',
					default: 2,
					description: 'After how many the incident resolves itself',
				}),
				number({
					displayName: 'Regions That Pass',
					name: 'minRegionsPassing',
					default: 1,
					description: 'From how many regions it has to pass for that',
				}),
				number({
					displayName: 'Cooldown (Minutes)',
					name: 'cooldownMinutes',
					default: 5,
					description: 'How long after that no new incident opens',
				}),
			],
		},
	],
};

/**
 * The policy as a request has it; undefined where none is filled in.
 * @throws FormIssue when it is not whole
 */
export function policyOf(fields: Parameters): IDataObject | undefined {
	const rules = fields.rows('triggerRules').map(ruleOf);
	const [policy] = fields.rows('incidentPolicy');
	const [some, other] = policy
		? (['incidentPolicy', 'triggerRules'] as const)
		: (['triggerRules', 'incidentPolicy'] as const);
	if (!policy && !rules.length) return;
	if (!policy || !rules.length) {
		const hint = `DevHelm takes a policy whole: fill in '${fields.label(other)}', too`;
		return fields.refuse(some, `needs '${fields.label(other)}' beside it`, hint);
	}
	const need = (name: string) => filled(policy, name, wholeWithin(policy, name, 0));
	return {
		triggerRules: rules,
		confirmation: {
			type: 'multi_region',
			minRegionsFailing: need('minRegionsFailing'),
			maxWaitSeconds: need('maxWaitSeconds'),
		},
		recovery: {
			consecutiveSuccesses: need('consecutiveSuccesses'),
			minRegionsPassing: need('minRegionsPassing'),
			cooldownMinutes: need('cooldownMinutes'),
		},
	};
}

function ruleOf(row: Parameters): IDataObject {
	const type = filled(row, 'condition', row.option<string>('condition'));
	const need = (name: string) => filled(row, name, wholeWithin(row, name, 1));
	return {
		type,
		...compact({
			count: type === SLOW ? undefined : need('count'),
			windowMinutes: type === WINDOWED ? need('windowMinutes') : undefined,
			thresholdMs: type === SLOW ? need('thresholdMs') : undefined,
			aggregationType: type === SLOW ? row.option('aggregationType') : undefined,
		}),
		scope: row.option<string>('scope') ?? 'per_region',
		severity: row.option<string>('severity') ?? 'down',
	};
}

function filled<Value>(row: Parameters, name: string, value: Value | undefined): Value {
	return value ?? row.refuse(name, 'is empty', 'Fill in each field of the row, or remove the row');
}
