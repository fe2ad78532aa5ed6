import { collection, extraFields, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { cutNotice, eventOf, keyOf } from './body';
import { dedupKeyOfAlert } from './fields';
import { answerOf, toAlertRecord } from './record';

/** What an event about an alert that is there needs: its key, and what becomes of it. docs/facts/pagerduty.md#events-api. */
export function aboutAlert(event_action: 'acknowledge' | 'resolve') {
	return {
		retry: 'idempotent',
		properties: [
			dedupKeyOfAlert,
			collection('Additional Fields', 'additionalFields', [extraFields]),
			simplify,
		],
		request: (parameters) =>
			eventOf(
				'/v2/enqueue',
				compact({ event_action, dedup_key: keyOf(parameters) }),
				parameters.group('additionalFields').json('extraFields'),
			),
		records: answerOf,
		notices: cutNotice,
		simplify: toAlertRecord,
	} satisfies Partial<SingleOperation>;
}
