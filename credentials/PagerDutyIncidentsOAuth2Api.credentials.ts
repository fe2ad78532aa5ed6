import type { ICredentialTestRequest, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { forOwnUrl, ownUrl, region, REST, testUrl } from '../nodes/PagerDuty/api/regions';
import { ACCEPT, IDENTITY } from '../nodes/PagerDuty/api/signIn';
import { testBounds, testRules, typedUrl } from '../nodes/shared/wire/testRules';

/** What the node's operations need; each can be taken out where the app does not have it. */
const SCOPES = [
	'incidents.read',
	'incidents.write',
	'services.read',
	'services.write',
	'escalation_policies.read',
	'users.read',
	'users:contact_methods.read',
	'teams.read',
	'priorities.read',
	'incident_types.read',
	'custom_fields.read',
	'schedules.read',
	'schedules.write',
	'oncalls.read',
	'subscribers.read',
	'subscribers.write',
	'incident_workflows.read',
	'incident_workflows:instances.write',
	'change_events.read',
	'webhook_subscriptions.read',
	'webhook_subscriptions.write',
	'analytics.write',
	'status_pages.read',
	'status_pages.write',
].join(' ');

const forApps = { show: { grantType: ['clientCredentials'] } };

/**
 * An address as a part of an expression; one that the node refuses, too, becomes what is no address, so that
 * n8n sends neither the client secret nor a token: https, or http on this machine, and host and path only.
 */
const address = (value: string, label: string) =>
	`(/^(https:[/][/][^@?#\\\\\\s]+|http:[/][/](localhost|127([.][0-9]+){3}|\\[::1\\])([:/][^@?#\\\\\\s]*)?)$/i.test(${value}) ? ${value} : "'${label}' is no https address")`;

/** The identity host, as a part of an expression. */
const identity = `($self["region"] === "custom" && $self["identityUrl"] ? ${address('$self["identityUrl"].trim().replace(/[/]+$/, "")', 'Identity URL')} : "${IDENTITY}")`;

/** `as_account-us.acme`: an app's token is for one account. People paste the whole address. */
const accountScope =
	'" as_account-" + ($self["region"] === "custom" ? $self["accountRegion"] : $self["region"]) + "." + $self["subdomain"].trim().split("//").pop().split(".")[0]';

/** Fields of n8n's OAuth2 that PagerDuty settles. n8n works the expressions out anew each time. */
function fixed(displayName: string, name: string, value: string | boolean): INodeProperties {
	return { displayName, name, type: 'hidden', default: value };
}

export class PagerDutyIncidentsOAuth2Api implements ICredentialType {
	name = 'pagerDutyIncidentsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'PagerDuty Incidents OAuth2 API';

	icon: Icon = { light: 'file:../icons/pagerduty.svg', dark: 'file:../icons/pagerduty.dark.svg' };

	documentationUrl =
		'https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/pagerduty.md#pagerduty-incidents-oauth2-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			default: 'clientCredentials',
			description:
				'Who acts. An app token needs no sign-in and belongs to no user; a user token acts for the user who connects the credential, with that user as the author.',
			options: [
				{ name: 'App Token (Client Credentials)', value: 'clientCredentials' },
				{ name: 'User Token (Authorization Code With PKCE)', value: 'pkce' },
			],
		},
		fixed('Authorization URL', 'authUrl', `={{ ${identity} + "/oauth/authorize" }}`),
		fixed('Access Token URL', 'accessTokenUrl', `={{ ${identity} + "/oauth/token" }}`),
		fixed('Auth URI Query Parameters', 'authQueryParameters', ''),
		// PagerDuty wants client ID and secret in the form. Only for the code of a sign-in with PKCE does
		// n8n send them as Basic sign-in all the same, which each OAuth2 server has to take.
		fixed('Authentication', 'authentication', 'body'),
		fixed('Send Additional Body Properties', 'sendAdditionalBodyProperties', false),
		fixed('Additional Body Properties', 'additionalBodyProperties', ''),
		fixed(
			'Scope',
			'scope',
			`={{ $self["scopes"].trim() + ($self["grantType"] === "clientCredentials" ? ${accountScope} : "") }}`,
		),
		region,
		{
			displayName: 'Subdomain',
			name: 'subdomain',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. acme',
			displayOptions: forApps,
			description:
				'The name of the account in its web address: acme in acme.pagerduty.com and in acme.eu.pagerduty.com',
		},
		{
			displayName: 'Scopes',
			name: 'scopes',
			type: 'string',
			default: SCOPES,
			description:
				'What the token may do, separated by spaces. Give the app in PagerDuty the same scopes: it refuses a token with others.',
		},
		{
			displayName: 'From Email',
			name: 'from',
			type: 'string',
			placeholder: 'name@email.com',
			default: '',
			description:
				'Log-in e-mail of the PagerDuty user who is to be the author of what the node writes. A user token needs none; with an app token PagerDuty may ask for it.',
		},
		ownUrl(REST),
		{
			displayName: 'Identity URL',
			name: 'identityUrl',
			type: 'string',
			default: IDENTITY,
			displayOptions: forOwnUrl,
			description: 'Address of the service that gives the tokens',
		},
		{
			displayName: 'Account Region',
			name: 'accountRegion',
			type: 'options',
			default: 'us',
			displayOptions: { show: { region: ['custom'], grantType: ['clientCredentials'] } },
			description: 'Where the account behind the base URL lives',
			options: [
				{ name: 'EU', value: 'eu' },
				{ name: 'US', value: 'us' },
			],
		},
	];

	// n8n asks this for app tokens; a user token is tested by connecting it.
	test: ICredentialTestRequest = {
		request: {
			...testBounds,
			baseURL: testUrl(REST, address(typedUrl(REST.us), 'Base URL')),
			url: '/services',
			qs: { limit: 1 },
			headers: { Accept: ACCEPT },
		},
		rules: testRules('PagerDuty', {
			401: 'PagerDuty gave a token and does not accept it: check the region.',
			403: 'The token may not read services, which the lists of the node need: it lacks services.read. Add it to the scopes here and to those of the app.',
		}),
	};
}
