import { collection, extraFields } from '../../shared/fields';
import type { StepsOperation } from '../../shared/operation';
import { compact } from '../../shared/values';
import { CUT_NOTICE, eventOf, extrasOf, payloadOf } from './body';
import { customDetails, images, links, summary, timestamp } from './fields';
import { queued } from './record';

/**
 * `POST /v2/change/enqueue`. One request, and of steps for the same reason as Trigger. PagerDuty knows
 * no key here, so a change of unknown outcome is not sent again. Sheet pagerduty, section 8.
 */
export const sendChangeEvent: StepsOperation = {
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
	],
	plan: (parameters) => {
		const fields = parameters.group('additionalFields');
		const { request, isCut } = eventOf(
			'/v2/change/enqueue',
			{
				payload: {
					...payloadOf(parameters),
					...compact({ source: fields.text('source') }),
				},
				...extrasOf(fields),
			},
			fields.json('extraFields'),
		);
		return {
			request,
			run: async (steps) => {
				const reply = await steps.send(request, 'once', (answer) => queued('change', answer));
				if (isCut) steps.notice(CUT_NOTICE);
				return queued('change', reply) ?? [];
			},
		};
	},
};
