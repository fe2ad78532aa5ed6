import { simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { rowsOf } from '../api/profile';
import { theUser } from './fields';
import { toContactRecord } from './record';

/** `GET /users/{id}/contact_methods`, which comes whole. docs/facts/pagerduty.md#contact-methods. */
export const getContactMethods: SingleOperation = {
	value: 'getContactMethods',
	name: 'Get Contact Methods',
	action: 'Get contact methods of a user',
	description:
		'Read how a user can be reached: e-mail addresses, phone numbers, the app. Puts out one item for each.',
	retry: 'read',
	properties: [theUser('reach'), simplify],
	request: (parameters) => ({
		method: 'GET',
		path: `/users/${parameters.pathId('userId')}/contact_methods`,
	}),
	records: rowsOf('contact_methods'),
	simplify: toContactRecord,
};
