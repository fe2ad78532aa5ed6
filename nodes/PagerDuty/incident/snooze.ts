import { choice, dateTime } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { ApiRequest } from '../../shared/wire/request';
import { senderOf } from '../api/profile';
import { answer, tailWithExtras } from './change';
import { theIncident } from './fields';

/** Seconds that PagerDuty snoozes for at most: 7 days. docs/facts/pagerduty.md#snooze. */
const MOST_SECONDS = 604_800;

const UNITS: { [unit: string]: number } = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** `POST /incidents/{id}/snooze`. docs/facts/pagerduty.md#snooze. */
export const snooze: SingleOperation = {
	value: 'snooze',
	name: 'Snooze',
	action: 'Snooze incident',
	description:
		'Silence an open incident for a while, 7 days at most. Afterwards it returns to triggered and notifies again.',
	retry: 'idempotent',
	properties: [
		theIncident('snooze'),
		choice({
			displayName: 'Snooze',
			name: 'snoozeBy',
			default: 'duration',
			description: 'How to say when the silence ends',
			options: [
				{ name: 'For a Duration', value: 'duration' },
				{ name: 'Until a Time', value: 'until' },
			],
		}),
		{
			displayName: 'Duration',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1 },
			required: true,
			default: 1,
			description: "How long to silence the incident, counted in the 'Unit'",
			displayOptions: { show: { snoozeBy: ['duration'] } },
		},
		{
			...choice({
				displayName: 'Unit',
				name: 'durationUnit',
				default: 'hours',
				description: "What the 'Duration' counts",
				options: [
					{ name: 'Seconds', value: 'seconds' },
					{ name: 'Minutes', value: 'minutes' },
					{ name: 'Hours', value: 'hours' },
					{ name: 'Days', value: 'days' },
				],
			}),
			displayOptions: { show: { snoozeBy: ['duration'] } },
		},
		{
			...dateTime({
				displayName: 'Until',
				name: 'snoozeUntil',
				required: true,
				description: 'When the incident returns to triggered, within the next 7 days',
			}),
			displayOptions: { show: { snoozeBy: ['until'] } },
		},
		...tailWithExtras,
	],
	request: requestOf,
	// A time given is counted from now: the item may have waited for others.
	decide: async (_, { parameters }) => requestOf(parameters),
	...answer,
};

function requestOf(parameters: Parameters): ApiRequest {
	return {
		method: 'POST',
		path: `/incidents/${parameters.pathId('incidentId')}/snooze`,
		sender: senderOf(parameters),
		body: {
			duration: secondsOf(parameters),
			...parameters.group('additionalFields').json('extraFields'),
		},
	};
}

/**
 * The seconds to snooze for, at the moment of the call.
 * @throws FormIssue when they are none, or more than PagerDuty takes
 */
function secondsOf(parameters: Parameters): number {
	if (parameters.option('snoozeBy') === 'until') return untilTime(parameters);
	const count = parameters.integer('duration') ?? 0;
	const unit = parameters.option<string>('durationUnit') ?? 'hours';
	const seconds = count * UNITS[unit];
	if (seconds < 1 || seconds > MOST_SECONDS) {
		parameters.refuse(
			'duration',
			`cannot be ${count} ${unit}`,
			'PagerDuty snoozes for 1 second at least and for 7 days at most',
		);
	}
	return seconds;
}

function untilTime(parameters: Parameters): number {
	const until = parameters.date('snoozeUntil') ?? '';
	const seconds = Math.ceil((Date.parse(until) - Date.now()) / 1000);
	if (seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
	throw new FormIssue(
		seconds < 1
			? `'Until' lies in the past: ${until}`
			: `'Until' is more than 7 days away: ${until}`,
		'Use a time within the next 7 days: PagerDuty snoozes no longer.',
	);
}
