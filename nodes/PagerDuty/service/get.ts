import { collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { theService } from './fields';
import { include } from './include';
import { toServiceRecord } from './record';

/** `GET /services/{id}`. docs/facts/pagerduty.md#services. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get service',
	description: 'Read one service: its state, its escalation policy and its teams',
	retry: 'read',
	properties: [theService('read'), simplify, collection('Options', 'options', [include])],
	request: (parameters) => ({
		method: 'GET',
		path: `/services/${parameters.pathId('serviceId')}`,
		query: { 'include[]': parameters.group('options').options<string>('include') },
	}),
	records: recordOf('service'),
	simplify: toServiceRecord,
};
