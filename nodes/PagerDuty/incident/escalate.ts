import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { reference } from '../api/profile';
import { bulk } from './bulk';
import { answer, extrasOf, put, tailWithExtras } from './change';
import { policy, theIncident } from './fields';

/** Another level, another policy, or both. docs/facts/pagerduty.md#changing-an-incident. */
export const escalate: SingleOperation = {
	value: 'escalate',
	name: 'Escalate',
	action: 'Escalate incident',
	description:
		'Notify a level of the escalation policy at once, move the incident to another policy, or both',
	retry: 'idempotent',
	properties: [
		theIncident('escalate'),
		{
			displayName: 'Escalation Level',
			name: 'escalationLevel',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description:
				"The level of the policy to notify, counted from 1. To move to another policy without it, use 'Update'.",
		},
		policy('The policy to move the incident to. Leave it empty to stay in the current one.'),
		...tailWithExtras,
	],
	request: (parameters) => {
		const level = parameters.integer('escalationLevel');
		const policyId = parameters.id('escalationPolicyId');
		if (level !== undefined && level < 1) {
			parameters.refuse('escalationLevel', `cannot be ${level}`, 'Use 1 or more');
		}
		if (level === undefined && !policyId) {
			parameters.refuse(
				'escalationLevel',
				"and 'Escalation Policy' are both empty",
				'Give the level to notify, from 1, or choose another policy',
			);
		}
		const known = compact({
			escalation_level: level,
			escalation_policy: reference('escalation_policy', policyId),
		});
		return put(parameters, { ...known, ...extrasOf(parameters) });
	},
	...answer,
	bulk,
};
