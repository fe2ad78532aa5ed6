import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import { recordOf } from '../api/profile';
import { USER } from '../form/ids';
import { optionsOf } from '../form/lists';

/** The user that an operation is about; `verb` as in "The user to read". */
export function theUser(verb: string): INodeProperties {
	return locator(USER, {
		displayName: 'User',
		name: 'userId',
		required: true,
		description: `The user to ${verb}: choose it from the list, or give an ID or address`,
	});
}

export const userIn = recordOf('user');

const OF_ALL = ['contact_methods', 'notification_rules', 'subdomains', 'teams'];
const SHOWN = 'Related objects to return in full. They show only when Simplify is off.';

/** What a user of a list can carry in full. docs/facts/pagerduty.md#users. */
export const includeForMany: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	default: [],
	description: SHOWN,
	options: optionsOf(OF_ALL),
};

/** The same of one user. */
export const include: INodeProperties = {
	...includeForMany,
	description: `${SHOWN} Calendar addresses let anybody who knows them read the user's shifts: keep them to yourself.`,
	options: optionsOf([...OF_ALL, 'calendar_urls']),
};
