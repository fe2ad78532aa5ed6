import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';

const timeOf = (value: unknown) => Date.parse(asText(value) ?? '');
const userOf = ({ user }: IDataObject) => asText(asObject(user).id);
const entriesOf = (part: unknown) => asRows(asObject(part).rendered_schedule_entries);

/**
 * The shifts of a schedule with its overrides, earliest first; each says which schedule it is from, and whether an
 * override has put its user there. Pure. docs/facts/pagerduty.md#schedules.
 */
export function shiftsOf(schedule: IDataObject): IDataObject[] {
	const { id, type, summary, name, final_schedule, overrides_subschedule } = schedule;
	const overrides = entriesOf(overrides_subschedule);
	const reference = { id, type: `${String(type)}_reference`, summary: summary ?? name };
	return entriesOf(final_schedule)
		.map(
			(entry): IDataObject => ({
				...entry,
				schedule: reference,
				is_override: overrides.some((override) => isPartOf(entry, override)),
			}),
		)
		.sort((one, other) => timeOf(one.start) - timeOf(other.start));
}

function isPartOf(entry: IDataObject, override: IDataObject): boolean {
	return (
		userOf(entry) === userOf(override) &&
		timeOf(entry.start) < timeOf(override.end) &&
		timeOf(entry.end) > timeOf(override.start)
	);
}

/**
 * The first shift in which somebody takes over after a moment: not a further part of the time of who is on call
 * then. Pure.
 * @param shifts earliest first
 */
export function nextOf(shifts: IDataObject[], now: number): IDataObject | undefined {
	const current = shifts.find(({ start, end }) => timeOf(start) <= now && !(timeOf(end) <= now));
	let until = current && timeOf(current.end);
	for (const shift of shifts) {
		if (timeOf(shift.start) <= now) continue;
		const goesOn =
			current && userOf(current) === userOf(shift) && timeOf(shift.start) <= (until ?? NaN);
		if (!goesOn) return shift;
		until = timeOf(shift.end);
	}
	return;
}
