import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { dateTime, extraFields } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';

/** What may be said of any event that is recorded. docs/facts/bleemeo.md#members-of-an-event. */
export const eventFields: INodeProperties[] = [
	extraFields,
	{
		displayName: 'Has Been Notified',
		name: 'hasBeenNotified',
		type: 'boolean',
		default: false,
		description:
			'Whether people were told of it already. Bleemeo does not say what it does with this value: it may keep its own notification back.',
	},
	{
		displayName: 'Status Changes in Last Hour',
		name: 'numberStatusChangeLastHour',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How often the status changed within the last hour, a sign of flapping',
	},
	dateTime({
		displayName: 'Previous Status Changed At',
		name: 'previousStatusChangedAt',
		description: 'When the status before this one began',
	}),
	{
		displayName: 'Repeatable',
		name: 'repeatable',
		type: 'boolean',
		default: false,
		description:
			'Whether the event is marked as repeatable. Bleemeo does not say what follows from it: leave it out when in doubt.',
	},
	dateTime({
		displayName: 'Status Changed At',
		name: 'statusChangedAt',
		description: 'When the present status began',
	}),
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'The details, such as the value that was measured',
	},
];

/** The same fields as Bleemeo spells them; the extra ones win. */
export function readEventFields(fields: Parameters): IDataObject {
	return {
		text: fields.text('text'),
		status_changed_at: fields.date('statusChangedAt'),
		previous_status_changed_at: fields.date('previousStatusChangedAt'),
		number_status_change_last_hour: fields.integer('numberStatusChangeLastHour'),
		has_been_notified: fields.boolean('hasBeenNotified'),
		repeatable: fields.boolean('repeatable'),
		...fields.json('extraFields'),
	};
}
