import { collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { entryOptions, entryQuery, scheduleIn, theSchedule } from './fields';
import { toScheduleRecord } from './record';

/** `GET /schedules/{id}`. docs/facts/pagerduty.md#schedules. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get schedule',
	description:
		'Read one schedule: its users, its teams and the escalation policies that use it. Who is on call when, the operation Get Shifts says.',
	retry: 'read',
	properties: [
		theSchedule('read'),
		simplify,
		collection('Options', 'options', [
			...entryOptions,
			{
				displayName: 'Whole Entries',
				name: 'overflow',
				type: 'boolean',
				default: true,
				description:
					'Whether entries that reach over the start or the end of the time are returned whole; off, PagerDuty cuts them there',
			},
		]),
	],
	request: (parameters) => {
		const options = parameters.group('options');
		return {
			method: 'GET',
			path: `/schedules/${parameters.pathId('scheduleId')}`,
			query: { ...entryQuery(options), overflow: options.boolean('overflow') },
		};
	},
	records: scheduleIn,
	simplify: toScheduleRecord,
};
