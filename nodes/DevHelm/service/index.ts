import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getIncidents } from './getIncidents';
import { getMaintenances } from './getMaintenances';
import { getMany } from './getMany';
import { getStatus } from './getStatus';
import { setAlertSensitivity } from './setAlertSensitivity';
import { subscribe } from './subscribe';
import { unsubscribe } from './unsubscribe';

/** Services of other vendors. */
export const service: Resource = {
	value: 'service',
	name: 'Service',
	operations: [
		getMany,
		get,
		getStatus,
		getIncidents,
		getMaintenances,
		subscribe,
		setAlertSensitivity,
		unsubscribe,
	],
};
