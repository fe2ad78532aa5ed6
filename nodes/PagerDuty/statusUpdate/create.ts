import { collection, extraFields } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { fromOption, recordOf, senderOf } from '../api/profile';
import { theIncident } from '../incident/fields';

/** `POST /incidents/{id}/status_updates`. docs/facts/pagerduty.md#status-updates. */
export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create status update',
	description: 'Tell the subscribers of an incident how it goes. They are notified.',
	retry: 'once',
	checkAfterUnknown:
		'Look at the status updates of the incident in PagerDuty before you run it again: its subscribers would be notified twice.',
	properties: [
		theIncident('tell about'),
		{
			displayName: 'Message',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Payments work again, we are watching',
			description: 'The text of the update',
		},
		collection('Additional Fields', 'additionalFields', [
			extraFields,
			{
				displayName: 'HTML Message',
				name: 'htmlMessage',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				placeholder: 'e.g. <h1>Payments work again</h1>',
				description: "Body of an e-mail of your own design. It needs a 'Subject'.",
			},
			{
				displayName: 'Subject',
				name: 'subject',
				type: 'string',
				default: '',
				placeholder: 'e.g. Checkout: payments work again',
				description: "Subject of an e-mail of your own design. It needs an 'HTML Message'.",
			},
		]),
		collection('Options', 'options', [fromOption]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		const subject = fields.text('subject');
		const html = fields.text('htmlMessage');
		if (subject && !html) {
			fields.refuse('subject', "needs an 'HTML Message'", 'Fill in both of them, or neither');
		}
		if (html && !subject) {
			fields.refuse('htmlMessage', "needs a 'Subject'", 'Fill in both of them, or neither');
		}
		return {
			method: 'POST',
			path: `/incidents/${parameters.pathId('incidentId')}/status_updates`,
			sender: senderOf(parameters),
			body: compact({
				message: parameters.text('text'),
				subject,
				html_message: html,
				...fields.json('extraFields'),
			}),
		};
	},
	records: recordOf('status_update'),
};
