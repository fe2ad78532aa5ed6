import type { INodeProperties } from 'n8n-workflow';

import { choice, collection, locatorList } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { ESCALATION_POLICY, SCHEDULE, USER } from '../form/ids';

/** The form of the PagerDuty On-Call Trigger; n8n adds "Poll Times". */
export const form: INodeProperties[] = [
	{
		displayName:
			'PagerDuty has no webhook for this: it is asked who is on call, and each difference starts the workflow once. What begins and ends between two polls is not seen.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	choice({
		displayName: 'Scope',
		name: 'scope',
		default: 'account',
		description: 'Whose on-calls to watch',
		options: [
			{
				name: 'Escalation Policies',
				value: 'escalationPolicies',
				description: 'One item for each level that changes',
			},
			{
				name: 'Schedules',
				value: 'schedules',
				description: 'One item for each schedule that changes; a policy has to use it',
			},
			{
				name: 'Whole Account',
				value: 'account',
				description:
					'One item for each schedule that changes, and for each level with users of its own',
			},
		],
	}),
	{
		...locatorList(ESCALATION_POLICY, {
			displayName: 'Escalation Policies',
			name: 'escalationPolicyIds',
			rowName: 'escalationPolicyId',
			required: true,
			description: 'The escalation policies to watch',
		}),
		displayOptions: { show: { scope: ['escalationPolicies'] } },
	},
	{
		...locatorList(SCHEDULE, {
			displayName: 'Schedules',
			name: 'scheduleIds',
			rowName: 'scheduleId',
			required: true,
			description: 'The schedules to watch',
		}),
		displayOptions: { show: { scope: ['schedules'] } },
	},
	collection('Filters', 'filters', [
		{
			displayName: 'Gaps Only',
			name: 'gapsOnly',
			type: 'boolean',
			default: true,
			description: 'Whether to start only when nobody is left on call',
		},
		{
			displayName: 'Level',
			name: 'level',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'Only changes on this escalation level; level 1 is notified first',
		},
		locatorList(USER, {
			displayName: 'Users',
			name: 'userIds',
			rowName: 'userId',
			description: 'Only when one of these users goes on or off call',
		}),
	]),
];

/** What is watched. */
export interface Scope {
	kind: string;
	escalationPolicyIds: string[];
	scheduleIds: string[];
}

/** @throws FormIssue where nothing is chosen */
export function scopeOf(parameters: Parameters): Scope {
	const kind = parameters.option<string>('scope') ?? 'account';
	const chosen = (name: string, wanted: string) => {
		if (kind !== wanted) return [];
		const ids = parameters.ids(name);
		return ids.length ? ids : parameters.refuse(name, 'is empty', 'Choose at least one');
	};
	return {
		kind,
		escalationPolicyIds: chosen('escalationPolicyIds', 'escalationPolicies'),
		scheduleIds: chosen('scheduleIds', 'schedules'),
	};
}

/** @throws FormIssue for a level that there is not */
export function levelOf(filters: Parameters): number | undefined {
	const level = filters.integer('level');
	if (level === undefined || level >= 1) return level;
	return filters.refuse('level', `cannot be ${level}`, 'Use 1 or more: levels count from 1');
}
