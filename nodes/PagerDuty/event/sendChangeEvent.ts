import { collection, extraFields, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { cutNotice, eventOf, extrasOf, payloadOf } from './body';
import { customDetails, images, links, summary, timestamp } from './fields';
import { answerOf, toChangeRecord } from './record';

/**
 * `POST /v2/change/enqueue`. PagerDuty knows no key here, so a change of unknown outcome is not
 * sent again. docs/facts/pagerduty.md#change-events.
 */
export const sendChangeEvent: SingleOperation = {
	value: 'sendChangeEvent',
	name: 'Send Change Event',
	action: 'Send change event',
	description:
		'Tell PagerDuty about a deployment or another change. It notifies nobody, and is shown beside the incidents of the service.',
	retry: 'once',
	checkAfterUnknown:
		"Look among the service's recent changes in PagerDuty before you run this item again.",
	properties: [
		summary,
		collection('Additional Fields', 'additionalFields', [
			customDetails,
			extraFields,
			images,
			links,
			{
				displayName: 'Source',
				name: 'source',
				type: 'string',
				default: '',
				placeholder: 'e.g. build-agent-3.example.com',
				description: 'Where the change was made, or by what',
			},
			timestamp,
		]),
		simplify,
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		const body = {
			payload: {
				...payloadOf(parameters),
				...compact({ source: fields.text('source') }),
			},
			...extrasOf(fields),
		};
		return eventOf('/v2/change/enqueue', body, fields.json('extraFields'));
	},
	records: answerOf,
	notices: cutNotice,
	simplify: toChangeRecord,
};
