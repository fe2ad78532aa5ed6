import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { monitorOf, pathOf, theMonitor } from './fields';
import { toMonitorRecord } from './record';

/** `GET /api/v1/monitors/{id}`. docs/facts/devhelm.md#monitors. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get monitor',
	description: 'Read one monitor by its ID, with the state that it is in',
	retry: 'read',
	properties: [theMonitor('read'), simplify],
	request: (parameters) => ({ method: 'GET', path: pathOf(parameters) }),
	records: monitorOf,
	simplify: toMonitorRecord,
};
