import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../shared/ground/values';
import { allNamedIn, namedIn } from '../api/record';

/** Whether a window is over, runs or is still to come; null where PagerDuty names no times. */
export type WindowState = 'past' | 'ongoing' | 'future' | null;

/** The words of PagerDuty's own filter. docs/facts/pagerduty.md#maintenance-windows. */
export function stateOf({ start_time, end_time }: IDataObject, now = Date.now()): WindowState {
	const [start, end] = [start_time, end_time].map((time) => Date.parse(asText(time) ?? ''));
	if (Number.isNaN(start) || Number.isNaN(end)) return null;
	if (end <= now) return 'past';
	return start <= now ? 'ongoing' : 'future';
}

/** How people call a window in a message. */
export function nameOf({ id, description }: IDataObject): string {
	const text = asText(description);
	return text === undefined ? String(id) : `"${text}" (${String(id)})`;
}

/** What one looks at in a maintenance window. */
export function toWindowRecord(window: IDataObject): IDataObject {
	return {
		provider: 'pagerduty',
		id: asText(window.id) ?? null,
		description: asText(window.description) ?? null,
		status: stateOf(window),
		startsAt: asText(window.start_time) ?? null,
		endsAt: asText(window.end_time) ?? null,
		services: allNamedIn(window.services),
		teams: allNamedIn(window.teams),
		createdBy: namedIn(window.created_by),
		url: asText(window.html_url) ?? null,
	};
}
