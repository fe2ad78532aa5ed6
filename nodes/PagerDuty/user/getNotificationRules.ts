import { choice, collection, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { rowsOf } from '../api/profile';
import { optionsOf } from '../form/lists';
import { theUser } from './fields';
import { toRuleRecord } from './record';

/** `GET /users/{id}/notification_rules`, which comes whole. docs/facts/pagerduty.md#contact-methods. */
export const getNotificationRules: SingleOperation = {
	value: 'getNotificationRules',
	name: 'Get Notification Rules',
	action: 'Get notification rules of a user',
	description:
		'Read when and how a user is notified of an incident: after how many minutes, and by which contact method. Puts out one item for each rule.',
	retry: 'read',
	properties: [
		theUser('read the rules of'),
		choice({
			displayName: 'Urgency',
			name: 'urgency',
			default: 'all',
			description: 'The urgency of the incidents that the rules are for',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'High', value: 'high' },
				{ name: 'Low', value: 'low' },
			],
		}),
		simplify,
		collection('Options', 'options', [
			{
				displayName: 'Include',
				name: 'include',
				type: 'multiOptions',
				default: [],
				description:
					'Related objects to return in full, so that an address is shown in place of a name',
				options: optionsOf(['contact_methods']),
			},
		]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/users/${parameters.pathId('userId')}/notification_rules`,
		query: {
			urgency: parameters.option<string>('urgency'),
			'include[]': parameters.group('options').options<string>('include'),
		},
	}),
	records: rowsOf('notification_rules'),
	simplify: toRuleRecord,
};
