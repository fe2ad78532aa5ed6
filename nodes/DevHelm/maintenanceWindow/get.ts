import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { pathOf, theWindow } from './fields';
import { toWindowRecord, windowOf } from './record';

/** `GET /api/v1/maintenance-windows/{id}`. docs/facts/devhelm.md#maintenance-windows. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get maintenance window',
	description:
		'Read one maintenance window by its ID: what it silences, from when until when, and why',
	retry: 'read',
	properties: [theWindow('read'), simplify],
	request: (parameters) => ({ method: 'GET', path: pathOf(parameters) }),
	records: windowOf,
	simplify: toWindowRecord,
};
