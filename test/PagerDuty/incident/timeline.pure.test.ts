import type { IDataObject } from 'n8n-workflow';

import { toTimelineRecord, toTimelineRecords } from '../../../nodes/PagerDuty/incident/timeline';

it.each([
	['acknowledge_log_entry', 'acknowledged'],
	['annotate_log_entry', 'note'],
	['assign_log_entry', 'assigned'],
	['custom_field_value_change_log_entry', 'change'],
	['delegate_log_entry', 'assigned'],
	['escalate_log_entry', 'escalated'],
	['exhaust_escalation_path_log_entry', 'escalated'],
	['field_value_change_log_entry', 'change'],
	['notify_log_entry', 'notification'],
	['reach_ack_limit_log_entry', 'other'],
	['reach_trigger_limit_log_entry', 'other'],
	['repeat_escalation_path_log_entry', 'escalated'],
	['resolve_log_entry', 'resolved'],
	['snooze_log_entry', 'change'],
	['trigger_log_entry', 'triggered'],
	['unacknowledge_log_entry', 'change'],
	['urgency_change_log_entry', 'change'],
	['novelty_log_entry', 'other'],
])('%s is %s', (type, kind) =>
	expect(toTimelineRecord({ type })).toMatchObject({ kind, vendorKind: type }),
);

it.each<[IDataObject, string | null]>([
	[{ note: 'Written', summary: 'Note added' }, 'Written'],
	[
		{ changeset: ['Updated a to 1', 'Updated b to 2'], summary: 'x' },
		'Updated a to 1; Updated b to 2',
	],
	[{ changeset: [], summary: 'Snoozed' }, 'Snoozed'],
	[{}, null],
])('says what was written, changed or done: %j', (entry, text) =>
	expect(toTimelineRecord(entry).text).toBe(text),
);

it('opens again what was resolved before', () => {
	const entries = [
		{ type: 'resolve_log_entry', created_at: '2026-04-15T15:00:00Z' },
		{ type: 'trigger_log_entry', created_at: '2026-04-15T14:00:00Z' },
		{ type: 'resolve_log_entry', created_at: '2026-04-15T13:00:00Z' },
		{ type: 'trigger_log_entry', created_at: '2026-04-15T12:00:00Z' },
	];
	expect(toTimelineRecords(entries).map(({ kind }) => kind)).toEqual([
		'resolved',
		'reopened',
		'resolved',
		'triggered',
	]);
});

it('never fails', () =>
	expect(toTimelineRecord({})).toEqual({
		provider: 'pagerduty',
		id: null,
		incidentId: null,
		time: null,
		actor: null,
		kind: 'other',
		text: null,
		vendorKind: null,
	}));
