import { choice, collection, extraFields, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { cutNotice, eventOf, extrasOf, keyOf, payloadOf } from './body';
import { customDetails, dedupKey, images, links, summary, timestamp } from './fields';
import { answerOf, toAlertRecord } from './record';

/** `POST /v2/enqueue` with the action `trigger`. docs/facts/pagerduty.md#events-api. */
export const trigger: SingleOperation = {
	value: 'trigger',
	name: 'Trigger',
	action: 'Trigger event',
	description:
		'Report a problem: PagerDuty opens an alert and notifies who is on call, or adds the event to the open alert of the same key',
	// The dedup key makes a second one part of the first.
	retry: 'keyed',
	checkAfterUnknown:
		'Look in PagerDuty for an open alert of this summary on the service before you run this item again.',
	properties: [
		summary,
		{
			displayName: 'Source',
			name: 'source',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. checkout-01.example.com',
			description: 'What is affected: best a host name or another name that is unique',
		},
		choice({
			displayName: 'Severity',
			name: 'severity',
			default: 'critical',
			description: 'How bad it is for what is affected. The service decides what that means.',
			options: [
				{ name: 'Critical', value: 'critical' },
				{ name: 'Error', value: 'error' },
				{ name: 'Info', value: 'info' },
				{ name: 'Warning', value: 'warning' },
			],
		}),
		collection('Additional Fields', 'additionalFields', [
			{
				displayName: 'Class',
				name: 'class',
				type: 'string',
				default: '',
				placeholder: 'e.g. http errors',
				description: 'The kind of event',
			},
			{
				displayName: 'Client',
				name: 'client',
				type: 'string',
				default: '',
				placeholder: 'e.g. n8n',
				description: 'Name of the system that reports the problem',
			},
			{
				displayName: 'Client URL',
				name: 'clientUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/workflow/12',
				description: 'Address of the system that reports the problem',
			},
			{
				displayName: 'Component',
				name: 'component',
				type: 'string',
				default: '',
				placeholder: 'e.g. payment gateway',
				description: 'The part of the source that is responsible for the event',
			},
			customDetails,
			dedupKey,
			extraFields,
			{
				displayName: 'Group',
				name: 'group',
				type: 'string',
				default: '',
				placeholder: 'e.g. shop',
				description: 'What the source belongs to, such as a cluster or an application',
			},
			images,
			links,
			timestamp,
		]),
		simplify,
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		const body = compact({
			event_action: 'trigger',
			// Made for each item of each run, so that n8n's Retry On Fail cannot page twice.
			dedup_key: keyOf(fields) ?? parameters.derivedKey(),
			payload: {
				...payloadOf(parameters),
				...compact({
					source: parameters.text('source'),
					severity: parameters.option('severity'),
					component: fields.text('component'),
					group: fields.text('group'),
					class: fields.text('class'),
				}),
			},
			client: fields.text('client'),
			client_url: fields.text('clientUrl'),
			...extrasOf(fields),
		});
		return eventOf('/v2/enqueue', body, fields.json('extraFields'));
	},
	records: answerOf,
	notices: cutNotice,
	simplify: toAlertRecord,
};
