import type { SingleOperation } from '../../shared/run/operation';
import { aboutAlert } from './aboutAlert';

/** `POST /v2/enqueue` with the action `resolve`. docs/facts/pagerduty.md#events-api. */
export const resolve: SingleOperation = {
	value: 'resolve',
	name: 'Resolve',
	action: 'Resolve event',
	description:
		'Tell PagerDuty that a problem is over, so that it closes the alert. It takes the event also when no open alert has the key, and then does nothing.',
	...aboutAlert('resolve'),
};
