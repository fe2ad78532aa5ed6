import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice, dateTime } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { compact } from '../../shared/ground/values';
import { once, optionOf } from './syncFields';

/** How a time is given: two ends, or days from now. docs/facts/devrev.md#filters-of-the-list-of-incidents. */
export const periodFields: INodeProperties[] = [
	choice({
		displayName: 'Period',
		name: 'period',
		default: 'range',
		description: 'How to say the time',
		options: [
			{ name: 'Between Two Times', value: 'range' },
			{ name: 'Last Days', value: 'last_n_days' },
			{ name: 'Next Days', value: 'next_n_days' },
		],
	}),
	{
		...dateTime({
			displayName: 'After',
			name: 'after',
			description: 'Start of the time range, itself included; leave it empty for no start',
		}),
		displayOptions: { show: { period: ['range'] } },
	},
	{
		...dateTime({
			displayName: 'Before',
			name: 'before',
			description: 'End of the time range, itself included; leave it empty for no end',
		}),
		displayOptions: { show: { period: ['range'] } },
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 7,
		description: 'How many days back from now, or from now on',
		displayOptions: { show: { period: ['last_n_days', 'next_n_days'] } },
	},
];

/** The dates that a list filters by, each with what happened then: "were created". */
export type Dates = { [field: string]: string };

/** `created_date` is `createdDate` in the form. */
const inForm = (field: string) =>
	field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A filter for each date; `plural` as in "Only incidents that". */
export const dateFilters = (dates: Dates, plural: string): INodeProperties[] =>
	Object.entries(dates).map(([field, happened]) =>
		once(
			{
				displayName: optionOf(field).name,
				name: inForm(field),
				description: `Only ${plural} that ${happened} in this time`,
			},
			periodFields,
		),
	);

/** The filters above as the API wants them. */
export const datesOf = (dates: Dates, fields: Parameters): IDataObject =>
	Object.fromEntries(
		Object.keys(dates).map((field) => [field, fields.rows(inForm(field)).map(period)[0]]),
	);

/** The filter that the fields of a period describe; undefined where no time is given. */
export function period(fields: Parameters): IDataObject | undefined {
	const preset = fields.option<string>('period') ?? 'range';
	return preset === 'range' ? range(fields) : daysFromNow(fields, preset);
}

function range(fields: Parameters): IDataObject | undefined {
	const { after, before } = timeRange(fields, 'after', 'before');
	if (!after && !before) return fields.emptyFilter('after', "and 'Before' are both empty");
	return compact({ type: 'range', after, before });
}

function daysFromNow(fields: Parameters, preset_type: string): IDataObject {
	const days = fields.integer('days');
	if (days === undefined || days < 1) {
		return fields.refuse('days', 'must be 1 or more', 'Give the number of days');
	}
	return { type: 'preset', preset_type, days };
}
