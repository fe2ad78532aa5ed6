import type { SingleOperation } from '../../shared/operation';
import { keyOf } from './body';
import { dedupKeyOfAlert } from './fields';
import { queued } from './record';

/** `POST /v2/enqueue` with the action `acknowledge`. Sheet pagerduty, section 8. */
export const acknowledge: SingleOperation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge event',
	description:
		'Tell PagerDuty that somebody works on an alert, so that it stops notifying. It takes the event also when no open alert has the key, and then does nothing.',
	retry: 'idempotent',
	properties: [dedupKeyOfAlert],
	request: (parameters) => ({
		method: 'POST',
		path: '/v2/enqueue',
		body: { event_action: 'acknowledge', dedup_key: keyOf(parameters) },
	}),
	records: (reply) => queued('acknowledge', reply),
};
