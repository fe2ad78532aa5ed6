import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { changing, looking, put } from './change';
import { theService } from './fields';

/** `PUT /services/{id}` with `active`. docs/facts/pagerduty.md#writing-services. */
export const enable: SingleOperation = {
	value: 'enable',
	name: 'Enable',
	action: 'Enable service',
	description:
		'Switch a disabled service on again, so that incidents are opened on it. One that is enabled already is left as it is; a maintenance window goes on.',
	properties: [theService('switch on'), simplify],
	request: (parameters) => put(parameters, { status: 'active' }),
	...changing,
	state: () =>
		looking(({ status }) => {
			if (status === 'disabled') return;
			return status === 'maintenance'
				? 'Some services are enabled, and silent because of a maintenance window: nothing was changed on them. End the window to get incidents again'
				: 'Some services were enabled already: nothing was changed on them';
		}),
};
