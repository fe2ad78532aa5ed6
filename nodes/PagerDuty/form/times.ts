import type { INodeProperties } from 'n8n-workflow';

import { choice, dateTime } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';

const UNITS: { [unit: string]: number } = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/**
 * When something that is planned begins and ends: now and for an hour, unless somebody says otherwise.
 * @param begin what happens at the start, as in "When the services fall silent"
 * @param end the same of the end
 */
export function timesFor(begin: string, end: string): INodeProperties[] {
	return [
		choice({
			displayName: 'Starts',
			name: 'startsBy',
			default: 'now',
			description: `When ${begin}`,
			options: [
				{ name: 'At a Time', value: 'time' },
				{ name: 'Now', value: 'now' },
			],
		}),
		{
			...dateTime({
				displayName: 'Starts At',
				name: 'startsAt',
				required: true,
				description: `When ${begin}; without a zone it is read in the time zone of the workflow`,
			}),
			displayOptions: { show: { startsBy: ['time'] } },
		},
		choice({
			displayName: 'Ends',
			name: 'endsBy',
			default: 'duration',
			description: `How to say when ${end}`,
			options: [
				{ name: 'After a Duration', value: 'duration' },
				{ name: 'At a Time', value: 'time' },
			],
		}),
		{
			displayName: 'Duration',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1 },
			required: true,
			default: 1,
			description: "How long it lasts, counted in the 'Unit'",
			displayOptions: { show: { endsBy: ['duration'] } },
		},
		{
			...choice({
				displayName: 'Unit',
				name: 'durationUnit',
				default: 'hours',
				description: "What the 'Duration' counts",
				options: [
					{ name: 'Minutes', value: 'minutes' },
					{ name: 'Hours', value: 'hours' },
					{ name: 'Days', value: 'days' },
				],
			}),
			displayOptions: { show: { endsBy: ['duration'] } },
		},
		{
			...dateTime({
				displayName: 'Ends At',
				name: 'endsAt',
				required: true,
				description: `When ${end}: in the future, and after the start`,
			}),
			displayOptions: { show: { endsBy: ['time'] } },
		},
	];
}

/**
 * Start and end of what is planned, at this moment.
 * @throws FormIssue for no length, or an end that has passed
 */
export function timesOf(parameters: Parameters): { start: string; end: string } {
	const isLater = parameters.option<string>('startsBy') === 'time';
	const given = isLater ? parameters.date('startsAt') : undefined;
	const start = given ?? wholeSeconds(Date.now());
	if (parameters.option<string>('endsBy') !== 'time') {
		return { start, end: afterDuration(parameters, start) };
	}
	const end = parameters.date('endsAt') ?? '';
	refuseOver(parameters, end);
	if (given !== undefined && Date.parse(end) <= Date.parse(given)) {
		const hint = 'Choose a later time, or exchange them';
		parameters.refuse('endsAt', `is not after '${parameters.label('startsAt')}'`, hint);
	}
	return { start, end };
}

/** @throws FormIssue for an end that has passed: PagerDuty takes none */
export function refuseOver(fields: Parameters, end: string): void {
	if (Date.parse(end) > Date.now()) return;
	fields.refuse('endsAt', `lies in the past: ${end}`, 'Use a time in the future');
}

function afterDuration(parameters: Parameters, start: string): string {
	const count = parameters.integer('duration') ?? 0;
	const unit = parameters.option<string>('durationUnit') ?? 'hours';
	if (count < 1) parameters.refuse('duration', `cannot be ${count} ${unit}`, 'Use 1 or more');
	const end = Date.parse(start) + count * UNITS[unit];
	if (!(end <= 8.64e15)) parameters.refuse('duration', 'is too long', 'Use a smaller number');
	if (end <= Date.now()) {
		const hint = "Use a later 'Starts At', or a longer 'Duration'";
		parameters.refuse('duration', `ends in the past: ${wholeSeconds(end)}`, hint);
	}
	return wholeSeconds(end);
}

/** A moment as PagerDuty writes it. */
export function wholeSeconds(time: number): string {
	return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
