import { collection, extraFields, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { cutNotice, eventOf, keyOf } from './body';
import { dedupKeyOfAlert } from './fields';
import { answerOf, toAlertRecord } from './record';

/** `POST /v2/enqueue` with the action `acknowledge`. docs/facts/pagerduty.md#events-api. */
export const acknowledge: SingleOperation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge event',
	description:
		'Tell PagerDuty that somebody works on an alert, so that it stops notifying. It takes the event also when no open alert has the key, and then does nothing.',
	retry: 'idempotent',
	properties: [
		dedupKeyOfAlert,
		collection('Additional Fields', 'additionalFields', [extraFields]),
		simplify,
	],
	request: (parameters) =>
		eventOf(
			'/v2/enqueue',
			compact({ event_action: 'acknowledge', dedup_key: keyOf(parameters) }),
			parameters.group('additionalFields').json('extraFields'),
		),
	records: answerOf,
	notices: cutNotice,
	simplify: toAlertRecord,
};
