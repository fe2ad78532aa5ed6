import type { SingleOperation } from '../../shared/run/operation';
import { bulk } from './bulk';
import { answer, extrasOf, put, tailWithExtras } from './change';
import { assignees, assignment, policy, theIncident } from './fields';
import { reopened } from './state';

/** Status "triggered" on a resolved incident. docs/facts/pagerduty.md#acknowledging-and-reopening. */
export const reopen: SingleOperation = {
	value: 'reopen',
	name: 'Reopen',
	action: 'Reopen incident',
	description:
		'Open a resolved incident again and notify: the given users or policy, else its current escalation policy. An open incident is left as it is.',
	retry: 'idempotent',
	properties: [
		theIncident('reopen'),
		assignees,
		policy("The policy that decides who is notified, instead of the incident's current one"),
		...tailWithExtras,
	],
	request: (parameters) =>
		put(parameters, {
			...assignment(parameters),
			...extrasOf(parameters),
			status: 'triggered',
		}),
	...answer,
	state: () => reopened,
	bulk,
};
