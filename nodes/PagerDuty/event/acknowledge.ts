import type { SingleOperation } from '../../shared/run/operation';
import { aboutAlert } from './aboutAlert';

/** `POST /v2/enqueue` with the action `acknowledge`. docs/facts/pagerduty.md#events-api. */
export const acknowledge: SingleOperation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge event',
	description:
		'Tell PagerDuty that somebody works on an alert, so that it stops notifying. It takes the event also when no open alert has the key, and then does nothing.',
	...aboutAlert('acknowledge'),
};
