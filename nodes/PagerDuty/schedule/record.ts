import type { IDataObject } from 'n8n-workflow';

import { asObject, asText } from '../../shared/ground/values';
import { allNamedIn, namedIn } from '../api/record';

/** What one looks at in a schedule. docs/facts/pagerduty.md#schedules. */
export function toScheduleRecord(schedule: IDataObject): IDataObject {
	const next = asObject(schedule.next_oncall_for_user);
	return {
		provider: 'pagerduty',
		id: asText(schedule.id) ?? null,
		name: asText(schedule.name) ?? asText(schedule.summary) ?? null,
		description: asText(schedule.description) ?? null,
		timeZone: asText(schedule.time_zone) ?? null,
		users: allNamedIn(schedule.users),
		escalationPolicies: allNamedIn(schedule.escalation_policies),
		teams: allNamedIn(schedule.teams),
		nextStart: asText(next.start) ?? null,
		nextEnd: asText(next.end) ?? null,
		url: asText(schedule.html_url) ?? null,
	};
}

/** Who is on call from when until when: an entry of a schedule, with the schedule that it is from. */
export function toShiftRecord(shift: IDataObject): IDataObject {
	const schedule = namedIn(shift.schedule);
	const user = namedIn(shift.user);
	return {
		provider: 'pagerduty',
		scheduleId: schedule?.id ?? null,
		scheduleName: schedule?.name ?? null,
		userId: user?.id ?? null,
		userName: user?.name ?? null,
		start: asText(shift.start) ?? null,
		end: asText(shift.end) ?? null,
		isOverride: shift.is_override === true,
	};
}
