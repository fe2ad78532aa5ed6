import { collection, extraFields, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { cutNotice, eventOf, keyOf } from './body';
import { dedupKeyOfAlert } from './fields';
import { answerOf, toAlertRecord } from './record';

/** `POST /v2/enqueue` with the action `resolve`. docs/facts/pagerduty.md#events-api. */
export const resolve: SingleOperation = {
	value: 'resolve',
	name: 'Resolve',
	action: 'Resolve event',
	description:
		'Tell PagerDuty that a problem is over, so that it closes the alert. It takes the event also when no open alert has the key, and then does nothing.',
	retry: 'idempotent',
	properties: [
		dedupKeyOfAlert,
		collection('Additional Fields', 'additionalFields', [extraFields]),
		simplify,
	],
	request: (parameters) =>
		eventOf(
			'/v2/enqueue',
			compact({ event_action: 'resolve', dedup_key: keyOf(parameters) }),
			parameters.group('additionalFields').json('extraFields'),
		),
	records: answerOf,
	notices: cutNotice,
	simplify: toAlertRecord,
};
