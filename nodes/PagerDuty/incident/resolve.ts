import { collection, extraFields } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { bulk } from './bulk';
import { answer, put, tail } from './change';
import { theIncident } from './fields';
import { resolved } from './state';

/** Status "resolved". docs/facts/pagerduty.md#changing-an-incident. */
export const resolve: SingleOperation = {
	value: 'resolve',
	name: 'Resolve',
	action: 'Resolve incident',
	description:
		'Close an incident because its cause is gone. One that is resolved already stays so.',
	retry: 'idempotent',
	properties: [
		theIncident('resolve'),
		collection('Additional Fields', 'additionalFields', [
			extraFields,
			{
				displayName: 'Resolution',
				name: 'resolution',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				placeholder: 'e.g. Rolled back to release 41',
				description:
					'What ended the incident. PagerDuty keeps it with the log entry of the resolution and does not show it on the incident page.',
			},
		]),
		...tail,
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		const resolution = fields.text('resolution');
		return put(parameters, {
			...(resolution === undefined ? {} : { resolution }),
			...fields.json('extraFields'),
			status: 'resolved',
		});
	},
	...answer,
	state: () => resolved,
	bulk,
};
