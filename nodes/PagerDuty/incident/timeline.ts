import type { IDataObject } from 'n8n-workflow';

import { asObject, asText } from '../../shared/ground/values';
import type { TimelineKind, TimelineRecord } from '../../shared/records/timeline';
import { actorOf } from '../api/record';

/** The types of log entries without their ending. docs/facts/pagerduty.md#log-entries. */
const KINDS: { [type: string]: TimelineKind } = {
	acknowledge: 'acknowledged',
	annotate: 'note',
	assign: 'assigned',
	custom_field_value_change: 'change',
	delegate: 'assigned',
	escalate: 'escalated',
	exhaust_escalation_path: 'escalated',
	field_value_change: 'change',
	notify: 'notification',
	repeat_escalation_path: 'escalated',
	resolve: 'resolved',
	snooze: 'change',
	trigger: 'triggered',
	unacknowledge: 'change',
	urgency_change: 'change',
};

/**
 * A log entry as a part of an incident's timeline. What triggers an incident that was resolved before has opened
 * it again. Pure.
 * @param isAgain true where an older entry has resolved the incident
 */
export function toTimelineRecord(entry: IDataObject, isAgain = false): TimelineRecord {
	const vendorKind = asText(entry.type);
	const kind = KINDS[vendorKind?.replace(/_log_entry$/, '') ?? ''] ?? 'other';
	return {
		provider: 'pagerduty',
		id: asText(entry.id) ?? null,
		incidentId: asText(asObject(entry.incident).id) ?? null,
		time: asText(entry.created_at) ?? null,
		actor: actorOf(entry.agent),
		kind: kind === 'triggered' && isAgain ? 'reopened' : kind,
		text: textOf(entry) ?? null,
		vendorKind: vendorKind ?? null,
	};
}

/** What a person wrote, else what was changed, else what PagerDuty says about it. */
function textOf({ note, changeset, summary }: IDataObject): string | undefined {
	const changes = Array.isArray(changeset) ? changeset.flatMap((one) => asText(one) ?? []) : [];
	return asText(note) ?? (changes.join('; ') || asText(summary));
}

/** The entries of one incident, newest first as PagerDuty lists them. Pure. */
export function toTimelineRecords(entries: IDataObject[]): TimelineRecord[] {
	const time = ({ created_at }: IDataObject) => Date.parse(asText(created_at) ?? '');
	const ends = entries.filter(({ type }) => type === 'resolve_log_entry').map(time);
	return entries.map((entry) =>
		toTimelineRecord(
			entry,
			ends.some((end) => end < time(entry)),
		),
	);
}
