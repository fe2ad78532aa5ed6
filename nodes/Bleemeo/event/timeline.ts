import type { IDataObject } from 'n8n-workflow';

import { asNumber, asText } from '../../shared/ground/values';
import type { TimelineKind, TimelineRecord } from '../../shared/records/timeline';
import { actorOf, statusLabel, toIncidentRecord } from '../api/record';
import { byMoment, endsOf } from './standing';
import { isInfo, isOk } from './statuses';

/**
 * The events of one thread as the timeline of an incident, one for one: what an event means depends on
 * the one before it. Pure. docs/facts/bleemeo.md#threads.
 */
export function toTimelineRecords(events: IDataObject[]): TimelineRecord[] {
	const inOrder = events.filter((event) => !isInfo(event)).sort(byMoment);
	const before = new Map(inOrder.map((event, index) => [event, inOrder[index - 1]]));
	return events.map((event) => {
		const status = asNumber(event.status);
		return {
			provider: 'bleemeo',
			id: asText(event.id) ?? null,
			incidentId: asText(event.thread_id) ?? null,
			time: asText(event.happened_at) ?? asText(event.created_at) ?? null,
			actor: actorOf(event.created_by),
			kind: isInfo(event) ? 'note' : kindOf(event, before.get(event)),
			text: [asText(event.title), asText(event.text)].filter(Boolean).join('\n') || null,
			vendorKind: statusLabel(status) ?? asText(event.status_text) ?? asText(status) ?? null,
		};
	});
}

function kindOf(event: IDataObject, previous: IDataObject | undefined): TimelineKind {
	if (asNumber(event.status) === undefined) return 'other';
	if (isOk(event)) return 'resolved';
	if (!previous) return 'triggered';
	return isOk(previous) ? 'reopened' : 'change';
}

/** A thread as one incident in the common shape: how it began, and how it stands. Pure. */
export function toThreadRecord(events: IDataObject[]): IDataObject {
	const { first, newest } = endsOf(events);
	const { status, vendorStatus } = toIncidentRecord(newest);
	return {
		...toIncidentRecord(first),
		id: asText(first.thread_id) ?? null,
		status,
		vendorStatus,
		createdAt: asText(first.happened_at) ?? asText(first.created_at) ?? null,
	};
}
