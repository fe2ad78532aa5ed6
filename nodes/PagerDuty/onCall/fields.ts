import type { INodeProperties } from 'n8n-workflow';

import {
	choice,
	collection,
	dateTime,
	locator,
	locatorList,
	returnAllAndLimit,
	simplify,
} from '../../shared/form/fields';
import { ESCALATION_POLICY, SCHEDULE, SERVICE, USER } from '../form/ids';
import { optionsOf } from '../form/lists';

/** The form of "Get Many". docs/facts/pagerduty.md#on-calls. */
export const properties: INodeProperties[] = [
	choice({
		displayName: 'Scope',
		name: 'scope',
		default: 'service',
		description: 'Whose on-calls to read',
		options: [
			{ name: 'One Service', value: 'service' },
			{ name: 'Whole Account', value: 'account' },
		],
	}),
	{
		...locator(SERVICE, {
			displayName: 'Service',
			name: 'serviceId',
			required: true,
			description:
				'The service to find helpers for. Its escalation policy is read, then who is on call there.',
		}),
		displayOptions: { show: { scope: ['service'] } },
	},
	...returnAllAndLimit,
	simplify,
	collection('Filters', 'filters', [
		{
			displayName: 'Earliest Only',
			name: 'earliest',
			type: 'boolean',
			default: true,
			description:
				'Whether to return only the next on-call of each user on each level of each escalation policy',
		},
		dateTime({
			displayName: 'End',
			name: 'until',
			description:
				'Only on-calls that begin before this time, at most 90 days ahead. If empty: now, or the start where that lies ahead.',
		}),
		locatorList(ESCALATION_POLICY, {
			displayName: 'Escalation Policies',
			name: 'escalationPolicyIds',
			rowName: 'escalationPolicyId',
			description: "Only on-calls of these escalation policies. For 'Scope' Whole Account.",
		}),
		locatorList(SCHEDULE, {
			displayName: 'Schedules',
			name: 'scheduleIds',
			rowName: 'scheduleId',
			description: 'Only on-calls that come from these schedules',
		}),
		dateTime({
			displayName: 'Start',
			name: 'since',
			description: 'Only on-calls that end after this time, at most 90 days ahead; now if empty',
		}),
		locatorList(USER, {
			displayName: 'Users',
			name: 'userIds',
			rowName: 'userId',
			description: 'Only on-calls of these users',
		}),
	]),
	collection('Options', 'options', [
		{
			displayName: 'Include',
			name: 'include',
			type: 'multiOptions',
			default: [],
			description:
				'Related objects to return in full. They show only when Simplify is off; users are always included when it is on.',
			options: optionsOf(['escalation_policies', 'schedules', 'users']),
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Paris',
			description:
				'The zone in which PagerDuty writes the times of its reply, that of the account unless given',
		},
	]),
];
