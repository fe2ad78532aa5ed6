import { collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { rangeFrom, rangeOf } from '../form/range';
import { scheduleIn, theSchedule, timeZone } from './fields';
import { toShiftRecord } from './record';
import { nextOf, shiftsOf } from './shifts';

/** How far to look ahead where nobody says. */
const USUAL_DAYS = 14;
const DAYS_FOR_NEXT = 90;

/** `GET /schedules/{id}` with the entries of a time. docs/facts/pagerduty.md#schedules. */
export const getShifts: SingleOperation = {
	value: 'getShifts',
	name: 'Get Shifts',
	action: 'Get shifts of a schedule',
	description:
		'Find who is on call in a schedule from when until when, overrides included: now and in the next two weeks, over another time, or only who is next. Times in which nobody is on call have no entry.',
	retry: 'read',
	properties: [
		theSchedule('read'),
		{
			displayName: 'Only Next',
			name: 'onlyNext',
			type: 'boolean',
			default: false,
			description:
				'Whether to return only the next shift: who takes over from whoever is on call now, or at the start of the time',
		},
		simplify,
		collection('Filters', 'filters', [
			...rangeFrom("two weeks after its start, 90 days with 'Only Next',"),
		]),
		collection('Options', 'options', [
			timeZone,
			{
				displayName: 'Whole Shifts',
				name: 'overflow',
				type: 'boolean',
				default: true,
				description:
					'Whether shifts that reach over the start or the end of the time are returned whole; off, PagerDuty cuts them there',
			},
		]),
	],
	request: (parameters) => {
		const options = parameters.group('options');
		const days = parameters.boolean('onlyNext') ? DAYS_FOR_NEXT : USUAL_DAYS;
		return {
			method: 'GET',
			path: `/schedules/${parameters.pathId('scheduleId')}`,
			query: {
				...rangeOf(parameters.group('filters'), days),
				overflow: options.boolean('overflow') ?? true,
				time_zone: options.text('timeZone'),
			},
		};
	},
	records: scheduleIn,
	output: ([schedule], { parameters, request }) => {
		const shifts = shiftsOf(schedule);
		if (!parameters.boolean('onlyNext')) return shifts;
		const next = nextOf(shifts, startOf(request));
		return next ? [next] : [];
	},
	notices: ([schedule], { parameters, request }) => {
		const shifts = shiftsOf(schedule);
		const isNext = parameters.boolean('onlyNext');
		if (isNext ? nextOf(shifts, startOf(request)) : shifts.length) return [];
		const what = isNext ? 'Nobody takes over' : 'Nobody is on call';
		const name = String(schedule.name ?? schedule.summary ?? schedule.id);
		return [`${what} in the schedule "${name}" until ${String(request.query?.until)}`];
	},
	simplify: toShiftRecord,
};

const startOf = ({ query }: ApiRequest) => Date.parse(String(query?.since));
