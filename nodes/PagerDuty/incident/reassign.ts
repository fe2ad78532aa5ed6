import { LOOK_AT_EXPRESSION } from '../../shared/form/form';
import type { SingleOperation } from '../../shared/run/operation';
import { bulk } from './bulk';
import { answer, extrasOf, put, tailWithExtras } from './change';
import { assignees, assignment, policy, theIncident } from './fields';

/** Other assignees, or another policy. docs/facts/pagerduty.md#changing-an-incident. */
export const reassign: SingleOperation = {
	value: 'reassign',
	name: 'Reassign',
	action: 'Reassign incident',
	description:
		'Hand an open incident to other users, or to whoever is on call in an escalation policy. Give one or the other.',
	retry: 'idempotent',
	properties: [
		theIncident('reassign'),
		assignees,
		policy('The policy that takes over, instead of users: whoever is on call there is notified'),
		...tailWithExtras,
	],
	request: (parameters) => {
		const fields = assignment(parameters);
		const { escalation_policy: policyGiven } = fields;
		if (!policyGiven && parameters.isMeant('escalationPolicyId')) {
			parameters.refuse('escalationPolicyId', 'is empty', LOOK_AT_EXPRESSION);
		}
		if (!Object.keys(fields).length) {
			parameters.refuse(
				'assigneeIds',
				"and 'Escalation Policy' are both empty",
				'Choose the users who take over, or an escalation policy',
			);
		}
		return put(parameters, { ...fields, ...extrasOf(parameters) });
	},
	...answer,
	bulk,
};
