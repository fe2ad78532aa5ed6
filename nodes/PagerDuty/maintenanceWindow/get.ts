import { collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { include, theWindow, windowIn } from './fields';
import { toWindowRecord } from './record';

/** `GET /maintenance_windows/{id}`. docs/facts/pagerduty.md#maintenance-windows. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get maintenance window',
	description: 'Read one maintenance window: its services, its times, and whether it runs now',
	retry: 'read',
	properties: [theWindow('read'), simplify, collection('Options', 'options', [include])],
	request: (parameters) => ({
		method: 'GET',
		path: `/maintenance_windows/${parameters.pathId('maintenanceWindowId')}`,
		query: { 'include[]': parameters.group('options').options<string>('include') },
	}),
	records: windowIn,
	simplify: toWindowRecord,
};
