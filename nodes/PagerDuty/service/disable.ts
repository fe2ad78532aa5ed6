import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { changing, looking, put } from './change';
import { theService } from './fields';

/** `PUT /services/{id}` with `disabled`. docs/facts/pagerduty.md#writing-services. */
export const disable: SingleOperation = {
	value: 'disable',
	name: 'Disable',
	action: 'Disable service',
	description:
		'Switch a service off: PagerDuty opens no incidents on it and notifies nobody until it is enabled again. For a while only, a maintenance window is safer, since it ends by itself.',
	properties: [theService('switch off'), simplify],
	request: (parameters) => put(parameters, { status: 'disabled' }),
	...changing,
	state: () =>
		looking(({ status }) =>
			status === 'disabled'
				? 'Some services were disabled already: nothing was changed on them'
				: undefined,
		),
};
