import { collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { include, theUser, userIn } from './fields';
import { toUserRecord } from './record';

/** `GET /users/{id}`. docs/facts/pagerduty.md#users. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get user',
	description: 'Read one user: name, e-mail, role, time zone and teams',
	retry: 'read',
	properties: [theUser('read'), simplify, collection('Options', 'options', [include])],
	request: (parameters) => ({
		method: 'GET',
		path: `/users/${parameters.pathId('userId')}`,
		query: { 'include[]': parameters.group('options').options<string>('include') },
	}),
	records: userIn,
	simplify: toUserRecord,
};
