import { choice, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { sensitivities, theSubscription, TRACKED } from './fields';
import { dataOf, toServiceRecord } from './record';

/** `PATCH /api/v1/service-subscriptions/{id}/alert-sensitivity`. docs/facts/devhelm.md#tracking-a-service. */
export const setAlertSensitivity: SingleOperation = {
	value: 'setAlertSensitivity',
	name: 'Set Alert Sensitivity',
	action: 'Set alert sensitivity of tracked service',
	description: 'Choose what of a service that is tracked alerts people, or that it alerts nobody',
	retry: 'idempotent',
	properties: [
		theSubscription('change'),
		choice({
			displayName: 'Alert Sensitivity',
			name: 'alertSensitivity',
			required: true,
			default: 'AWARENESS',
			description: 'What of the service alerts people from now on',
			options: sensitivities,
		}),
		simplify,
	],
	request: (parameters) => ({
		method: 'PATCH',
		path: `${TRACKED}/${parameters.pathId('subscriptionId')}/alert-sensitivity`,
		body: { alertSensitivity: parameters.option<string>('alertSensitivity') },
	}),
	records: dataOf,
	simplify: toServiceRecord,
};
