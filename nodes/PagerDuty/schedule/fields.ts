import type { INodeProperties } from 'n8n-workflow';

import { dateTime, locator } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { recordOf } from '../api/profile';
import { SCHEDULE, USER } from '../form/ids';
import type { Query } from '../../shared/wire/request';

/** The schedule that an operation is about; `verb` as in "The schedule to read". */
export function theSchedule(verb: string): INodeProperties {
	return locator(SCHEDULE, {
		displayName: 'Schedule',
		name: 'scheduleId',
		required: true,
		description: `The schedule to ${verb}: choose it, or give its ID or address`,
	});
}

export const scheduleIn = recordOf('schedule');

export const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Paris',
	description:
		'The zone in which PagerDuty writes the times of its reply, that of the schedule or the account unless given',
};

/** What a schedule shows of its entries, and of one user. */
export const entryOptions: INodeProperties[] = [
	dateTime({
		displayName: 'Entries From',
		name: 'since',
		description:
			'Start of the time whose entries to return, two weeks before the end unless given. They show only when Simplify is off.',
	}),
	dateTime({
		displayName: 'Entries Until',
		name: 'until',
		description:
			'End of the time whose entries to return, two weeks after the start unless given. They show only when Simplify is off.',
	}),
	locator(USER, {
		displayName: 'Next On-Call Of',
		name: 'nextUserId',
		description: 'A user whose next shift on the schedule to return as well',
	}),
	timeZone,
];

/** The query of these options. */
export function entryQuery(options: Parameters): Query {
	return {
		...timeRange(options, 'since', 'until', true),
		include_next_oncall_for_user: options.id('nextUserId'),
		time_zone: options.text('timeZone'),
	};
}
