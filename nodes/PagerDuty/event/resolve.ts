import type { SingleOperation } from '../../shared/operation';
import { keyOf } from './body';
import { dedupKeyOfAlert } from './fields';
import { queued } from './record';

/** `POST /v2/enqueue` with the action `resolve`. Sheet pagerduty, section 8. */
export const resolve: SingleOperation = {
	value: 'resolve',
	name: 'Resolve',
	action: 'Resolve event',
	description:
		'Tell PagerDuty that a problem is over, so that it closes the alert. It takes the event also when no open alert has the key, and then does nothing.',
	retry: 'idempotent',
	properties: [dedupKeyOfAlert],
	request: (parameters) => ({
		method: 'POST',
		path: '/v2/enqueue',
		body: { event_action: 'resolve', dedup_key: keyOf(parameters) },
	}),
	records: (reply) => queued('resolve', reply),
};
