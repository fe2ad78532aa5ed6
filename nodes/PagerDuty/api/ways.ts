import type { INodeProperties } from 'n8n-workflow';

import type { VendorChoice } from '../../shared/wire/vendor';
import { pagerDutyEvents } from './events';
import { pagerDutyOAuth } from './oauth';
import { pagerDuty } from './profile';

/** Events have a sign-in of their own; everything else may be done with a key or with OAuth. */
export const pagerDutyWays: VendorChoice = (parameter) => {
	if (parameter('resource') === 'event') return pagerDutyEvents;
	return parameter('authentication') === 'oAuth2' ? pagerDutyOAuth : pagerDuty;
};

const notForEvents = { hide: { resource: ['event'] } };

/** "Authentication", the first field of the trigger's form. */
export const triggerAuthentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	default: 'apiToken',
	noDataExpression: true,
	description: 'Which kind of credential to use',
	options: [
		{ name: 'API Token', value: 'apiToken' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
};

/** "Authentication", the first field of the action node's form. */
export const authentication: INodeProperties = {
	...triggerAuthentication,
	displayOptions: notForEvents,
	description: 'Which kind of credential to use. Events have their own, with an integration key.',
};
