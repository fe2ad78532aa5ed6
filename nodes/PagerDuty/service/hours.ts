import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';

const BY_HOURS = 'use_support_hours';

const URGENCIES = [
	{ name: 'By Severity of the Alert', value: 'severity_based' },
	{ name: 'High', value: 'high' },
	{ name: 'Low', value: 'low' },
];

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** How loudly the incidents of a service notify. docs/facts/pagerduty.md#writing-services. */
export const urgencySettings: INodeProperties[] = [
	choice({
		displayName: 'Incident Urgency',
		name: 'incidentUrgency',
		default: 'high',
		description: 'How loudly the incidents of this service notify',
		options: [...URGENCIES, { name: 'By Support Hours', value: BY_HOURS }],
	}),
	{
		displayName: 'Raise Urgency At',
		name: 'raiseUrgencyAt',
		type: 'multiOptions',
		default: [],
		description: 'When open incidents of low urgency become urgent by themselves',
		options: [
			{ name: 'End of Support Hours', value: 'support_hours_end' },
			{ name: 'Start of Support Hours', value: 'support_hours_start' },
		],
	},
	choice({
		displayName: 'Urgency Within Hours',
		name: 'urgencyInHours',
		default: 'high',
		description: "For 'Incident Urgency' By Support Hours; high unless set",
		options: URGENCIES,
	}),
	choice({
		displayName: 'Urgency Outside of Hours',
		name: 'urgencyOutsideHours',
		default: 'low',
		description: "For 'Incident Urgency' By Support Hours; low unless set",
		options: URGENCIES,
	}),
];

export const hours: INodeProperties = {
	displayName: 'Support Hours',
	name: 'supportHours',
	type: 'fixedCollection',
	placeholder: 'Set Support Hours',
	default: {},
	description: 'When the service has support: days, times and their time zone',
	options: [
		{
			displayName: 'Hours',
			name: 'values',
			values: [
				{
					displayName: 'Days',
					name: 'days',
					type: 'multiOptions',
					default: [1, 2, 3, 4, 5],
					description: 'The days of the week',
					options: DAYS.map((name, index) => ({ name, value: index + 1 })).sort((a, b) =>
						a.name < b.name ? -1 : 1,
					),
				},
				{
					displayName: 'End',
					name: 'end',
					type: 'string',
					default: '17:00',
					placeholder: 'e.g. 17:00',
					description: 'When support ends on these days',
				},
				{
					displayName: 'Start',
					name: 'start',
					type: 'string',
					default: '09:00',
					placeholder: 'e.g. 09:00',
					description: 'When support begins on these days',
				},
				{
					displayName: 'Time Zone',
					name: 'timeZone',
					type: 'string',
					default: '',
					placeholder: 'e.g. Europe/Paris',
					description: 'The zone in which these times are meant',
				},
			],
		},
	],
};

/** @throws FormIssue for hours that are not whole */
export function hoursOf(fields: Parameters): IDataObject | undefined {
	const [row] = fields.rows('supportHours');
	if (!row) return;
	const days = row.options<number>('days');
	if (!days.length) row.refuse('days', 'is empty', 'Choose at least one day of the week');
	return {
		type: 'fixed_time_per_day',
		time_zone: row.text('timeZone') ?? row.refuse('timeZone', 'is empty', ZONE),
		days_of_week: [...new Set(days)].sort((one, other) => one - other),
		start_time: clock(row, 'start'),
		end_time: clock(row, 'end'),
	};
}

const ZONE = 'Support hours need a time zone, such as Europe/Paris';

/** `9:00` and `09:00:00` alike. */
function clock(row: Parameters, name: string): string {
	const text = row.text(name) ?? '';
	const [, hour, minute, second = '00'] =
		/^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
	if (minute !== undefined) return `${hour.padStart(2, '0')}:${minute}:${second}`;
	const complaint = text === '' ? 'is empty' : `is no time of day: "${text}"`;
	return row.refuse(name, complaint, 'Use hours and minutes such as 09:00');
}

/**
 * The rule for the urgency, and when it is raised.
 * @param lacksHours true where there are no support hours to go by
 * @throws FormIssue for urgencies that no rule asks for
 */
export function urgencyRule(fields: Parameters, lacksHours: boolean): IDataObject {
	const urgency = fields.option<string>('incidentUrgency');
	const raiseAt = fields.options<string>('raiseUrgencyAt');
	const isByHours = urgency === BY_HOURS;
	if (isByHours && lacksHours) {
		fields.refuse('incidentUrgency', "needs 'Support Hours'", "Add 'Support Hours' as well");
	}
	for (const name of ['urgencyInHours', 'urgencyOutsideHours']) {
		if (isByHours || fields.option(name) === undefined) continue;
		const hint = `Set 'Incident Urgency' to By Support Hours, or remove '${fields.label(name)}'`;
		fields.refuse(name, 'has no meaning here', hint);
	}
	return {
		incident_urgency_rule: isByHours ? byHours(fields) : urgency && constant(urgency),
		scheduled_actions: raiseAt.map((name) => ({
			type: 'urgency_change',
			at: { type: 'named_time', name },
			to_urgency: 'high',
		})),
	};
}

const constant = (urgency: string) => ({ type: 'constant', urgency });

function byHours(fields: Parameters): IDataObject {
	return {
		type: BY_HOURS,
		during_support_hours: constant(fields.option('urgencyInHours') ?? 'high'),
		outside_support_hours: constant(fields.option('urgencyOutsideHours') ?? 'low'),
	};
}
