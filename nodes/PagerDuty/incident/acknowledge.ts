import type { SingleOperation } from '../../shared/run/operation';
import { bulk } from './bulk';
import { answer, extrasOf, put, tailWithExtras } from './change';
import { theIncident } from './fields';
import { acknowledged } from './state';

/** Status "acknowledged", after a look at the incident. docs/facts/pagerduty.md#acknowledging-and-reopening. */
export const acknowledge: SingleOperation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge incident',
	description:
		'Say that somebody works on an open incident, which stops its notifications. The user who acts (From Email, or the owner of the key) takes over the assignment. A resolved incident is left alone: acknowledging would reopen it.',
	retry: 'idempotent',
	properties: [theIncident('acknowledge'), ...tailWithExtras],
	request: (parameters) => put(parameters, { ...extrasOf(parameters), status: 'acknowledged' }),
	...answer,
	state: () => acknowledged,
	bulk,
};
