import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { authHeaders, pagerDuty } from '../nodes/PagerDuty/api/profile';
import { LIMITS } from '../nodes/shared/wire/retry';
import { testRules } from '../nodes/shared/wire/testRules';

export class PagerDutyIncidentsApi implements ICredentialType {
	name = 'pagerDutyIncidentsApi';

	displayName = 'PagerDuty Incidents API';

	icon: Icon = { light: 'file:../icons/pagerduty.svg', dark: 'file:../icons/pagerduty.dark.svg' };

	documentationUrl =
		'https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/pagerduty.md#pagerduty-incidents-api';

	properties: INodeProperties[] = [
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'A REST API key of PagerDuty (Integrations > API Access Keys, or My Profile > User Settings). Not an integration key.',
		},
		{
			displayName: 'Key Type',
			name: 'keyType',
			type: 'options',
			default: 'account',
			description: 'Whose key it is: PagerDuty wants a From address where the key has no user',
			options: [
				{ name: 'General Access API Key (Needs From Email)', value: 'account' },
				{ name: 'User API Key', value: 'user' },
			],
		},
		{
			displayName: 'From Email',
			name: 'from',
			type: 'string',
			placeholder: 'name@email.com',
			default: '',
			description:
				'Log-in e-mail of the PagerDuty user who acts when the node writes. Needed with a general access key; can be overridden in each node.',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			default: 'us',
			description:
				'Where the PagerDuty account lives: the web address of an EU account contains eu.pagerduty.com',
			options: [
				{ name: 'EU', value: 'eu' },
				{ name: 'Other Base URL', value: 'custom' },
				{ name: 'US', value: 'us' },
			],
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.pagerduty.com',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Address of the API, for a gateway of your own or a test system',
		},
	];

	authenticate: IAuthenticate = async (credentials, options) => {
		// Also n8n's test of the credential sends nothing to an address that the node refuses.
		pagerDuty.connect(credentials);
		return { ...options, headers: { ...options.headers, ...authHeaders(credentials) } };
	};

	// Listing one service works with a read-only key, and the node's lists need that right anyway.
	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{$credentials.region === "eu" ? "https://api.eu.pagerduty.com" : $credentials.region === "custom" ? $credentials.baseUrl.trim().replace(/[/]+$/, "") : "https://api.pagerduty.com"}}',
			url: '/services',
			qs: { limit: 1 },
			disableFollowRedirect: true,
			timeout: LIMITS.timeoutMs,
			headers: { Accept: 'application/vnd.pagerduty+json;version=2' },
		},
		rules: testRules('PagerDuty', {
			401: 'PagerDuty does not accept the API Token: it is wrong or revoked, an integration key, or of the other region.',
			403: 'The API Token is valid but may not read services, which the lists of the node need: give it that right, or use another.',
		}),
	};
}
