import type { INodeProperties } from 'n8n-workflow';

import type { VendorChoice } from '../shared/vendor';
import { pagerDuty } from './api';
import { pagerDutyEvents } from './eventsApi';
import { pagerDutyOAuth } from './oauthApi';

/** Events have a sign-in of their own; everything else may be done with a key or with OAuth. */
export const pagerDutyWays: VendorChoice = (parameter) => {
	if (parameter('resource') === 'event') return pagerDutyEvents;
	return parameter('authentication') === 'oAuth2' ? pagerDutyOAuth : pagerDuty;
};

const notForEvents = { hide: { resource: ['event'] } };

/** "Authentication", the first field of the form. */
export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	default: 'apiToken',
	noDataExpression: true,
	displayOptions: notForEvents,
	description: 'Which kind of credential to use. Events have their own, with an integration key.',
	options: [
		{ name: 'API Token', value: 'apiToken' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
};

/** The node's credentials; one of them is shown at a time. */
export const credentials = [
	{
		name: pagerDuty.credential.type,
		required: true,
		displayOptions: { show: { authentication: ['apiToken'] }, ...notForEvents },
	},
	{
		name: pagerDutyOAuth.credential.type,
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] }, ...notForEvents },
	},
	{
		name: pagerDutyEvents.credential.type,
		required: true,
		displayOptions: { show: { resource: ['event'] } },
	},
];
