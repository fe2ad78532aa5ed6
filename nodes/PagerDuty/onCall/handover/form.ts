import type { INodeProperties } from 'n8n-workflow';

import { choice, collection, dateTime, locator } from '../../../shared/form/fields';
import type { Parameters } from '../../../shared/form/parameters';
import { timeRange } from '../../../shared/form/timeRange';
import { ESCALATION_POLICY, SCHEDULE, SERVICE } from '../../form/ids';
import { wholeSeconds } from '../../form/times';

const HOUR_MS = 3_600_000;
const USUAL_HOURS = 12;
/** A report is for a shift; more would be many requests. */
const MOST_DAYS = 31;

const forScope = (scope: string) => ({ displayOptions: { show: { scope: [scope] } } });

/** The form of "Get Handover Report". */
export const handoverForm: INodeProperties[] = [
	choice({
		displayName: 'Scope',
		name: 'scope',
		default: 'schedule',
		description: 'Whose shift is handed over',
		options: [
			{ name: 'Escalation Policy', value: 'escalationPolicy', description: 'All its services' },
			{
				name: 'Schedule',
				value: 'schedule',
				description: 'All services of the escalation policies that use it',
			},
			{ name: 'Service', value: 'service', description: 'One service' },
		],
	}),
	{
		...locator(SCHEDULE, { displayName: 'Schedule', name: 'scheduleId', required: true }),
		...forScope('schedule'),
	},
	{
		...locator(ESCALATION_POLICY, {
			displayName: 'Escalation Policy',
			name: 'escalationPolicyId',
			required: true,
		}),
		...forScope('escalationPolicy'),
	},
	{
		...locator(SERVICE, { displayName: 'Service', name: 'serviceId', required: true }),
		...forScope('service'),
	},
	choice({
		displayName: 'Output',
		name: 'output',
		default: 'items',
		description: 'What to put out',
		options: [
			{
				name: 'Items',
				value: 'items',
				description: 'One item for each incident and for each who is or goes on call',
			},
			{ name: 'Markdown', value: 'markdown', description: 'One item with a text to post' },
		],
	}),
	collection('Options', 'options', [
		dateTime({
			displayName: 'Shift From',
			name: 'since',
			description: `Start of the shift, ${USUAL_HOURS} hours before its end unless given`,
		}),
		dateTime({
			displayName: 'Shift Until',
			name: 'until',
			description: `End of the shift, now unless given; at most ${MOST_DAYS} days after its start`,
		}),
	]),
];

/** From when until when, ISO 8601. */
export interface Shift {
	since: string;
	until: string;
}

/** @throws FormIssue for a shift of no length, or one that is too long */
export function shiftOf(options: Parameters): Shift {
	const given = timeRange(options, 'since', 'until', true);
	const until = given.until ?? wholeSeconds(Date.now());
	const since = given.since ?? wholeSeconds(Date.parse(until) - USUAL_HOURS * HOUR_MS);
	const length = Date.parse(until) - Date.parse(since);
	if (length <= 0) {
		const hint = "Use a time that has passed, or set 'Shift Until' as well";
		options.refuse('since', `lies ahead: ${since}`, hint);
	}
	if (length > MOST_DAYS * 24 * HOUR_MS) {
		options.refuse('since', `lies more than ${MOST_DAYS} days back`, 'Use a later time');
	}
	return { since, until };
}
