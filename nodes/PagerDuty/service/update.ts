import { collection, extraFields, simplify } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { reference } from '../api/profile';
import { changing, looking, put } from './change';
import { policy, serviceName, theService } from './fields';
import { settings, settingsOf } from './settings';

/** `PUT /services/{id}`. docs/facts/pagerduty.md#writing-services. */
export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update service',
	description:
		'Change fields of a service: its name, who is notified, timeouts, urgency and support hours. What is not given stays. Enable and Disable switch it on and off.',
	properties: [
		theService('change'),
		simplify,
		collection('Update Fields', 'updateFields', [
			serviceName,
			policy('Who is notified of its incidents from now on'),
			...settings,
			extraFields,
		]),
	],
	request: (parameters) => {
		const fields = parameters.group('updateFields');
		const changes = {
			...compact({
				name: fields.text('name'),
				escalation_policy: reference('escalation_policy', fields.id('escalationPolicyId')),
			}),
			...settingsOf(fields, false),
			...fields.json('extraFields'),
		};
		if (Object.keys(changes).length) return put(parameters, changes);
		throw new FormIssue(
			"Nothing to update: 'Update Fields' is empty",
			"Add at least one field under 'Update Fields'; if expressions feed them, look at what they give for this item.",
		);
	},
	...changing,
	state: () => looking(),
};
