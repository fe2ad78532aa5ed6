/** All that is known of an event by name, for a list that leaves out what is needed. docs/facts/bleemeo.md#members-of-an-event. */
export const EVENT_MEMBERS = [
	'id',
	'account',
	'agent',
	'metric',
	'status',
	'title',
	'text',
	'happened_at',
	'status_changed_at',
	'previous_status_changed_at',
	'number_status_change_last_hour',
	'has_been_notified',
	'repeatable',
	'thread_id',
	'created_at',
	'modified_at',
];
