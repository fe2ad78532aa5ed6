import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { theSubscription, TRACKED } from './fields';

/** `DELETE /api/v1/service-subscriptions/{id}`, which does nothing where there is none. docs/facts/devhelm.md#tracking-a-service. */
export const unsubscribe: SingleOperation = {
	value: 'unsubscribe',
	name: 'Unsubscribe',
	action: 'Unsubscribe from service',
	description:
		'Track a service of another vendor, or one of its components, no longer. What is not tracked counts as done.',
	properties: [theSubscription('end')],
	request: (parameters) => ({
		method: 'DELETE',
		path: `${TRACKED}/${parameters.pathId('subscriptionId')}`,
	}),
	...removal,
};
