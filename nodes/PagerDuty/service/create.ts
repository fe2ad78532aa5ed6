import { collection, extraFields, simplify } from '../../shared/form/fields';
import { withHint } from '../../shared/ground/failures';
import type { CreateOperation } from '../../shared/run/operation';
import { recordOf, reference } from '../api/profile';
import { existing } from './existing';
import { policy, serviceName } from './fields';
import { toServiceRecord } from './record';
import { settings, settingsOf } from './settings';

/** `POST /services`, without From. docs/facts/pagerduty.md#writing-services. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create service',
	description:
		'Add a service that incidents can be opened on. The escalation policy decides who is notified for it. Unless set, its incidents are neither resolved nor notified again by themselves.',
	retry: 'reconcilable',
	checkAfterUnknown: 'Look in PagerDuty for a service of this name before you run this item again.',
	properties: [
		{ ...serviceName, required: true },
		{ ...policy('Who is notified of the incidents of this service'), required: true },
		simplify,
		collection('Additional Fields', 'additionalFields', [...settings, extraFields]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'POST',
			path: '/services',
			body: {
				service: {
					type: 'service',
					name: parameters.text('name'),
					escalation_policy: reference('escalation_policy', parameters.id('escalationPolicyId')),
					...settingsOf(fields, true),
					...fields.json('extraFields'),
				},
			},
		};
	},
	existing,
	records: recordOf('service'),
	instead: async (fault) => {
		if (fault.status !== 400 || !/already been taken/i.test(fault.words.text ?? ''))
			return undefined;
		throw withHint(
			fault,
			"A service of this name exists already: choose another 'Name', or change that service with the operation 'Update'.",
		);
	},
	simplify: toServiceRecord,
};
