import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { pagerDuty } from '../nodes/PagerDuty/api/profile';
import { ownUrl, region, REST, testUrl } from '../nodes/PagerDuty/api/regions';
import { ACCEPT, authHeaders } from '../nodes/PagerDuty/api/signIn';
import { testBounds, testRules } from '../nodes/shared/wire/testRules';

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
		region,
		ownUrl(REST),
	];

	authenticate: IAuthenticate = async (credentials, options) => {
		// Also n8n's test of the credential sends nothing to an address that the node refuses.
		pagerDuty.connect(credentials);
		return { ...options, headers: { ...options.headers, ...authHeaders(credentials) } };
	};

	// Listing one service works with a read-only key, and the node's lists need that right anyway.
	test: ICredentialTestRequest = {
		request: {
			...testBounds,
			baseURL: testUrl(REST),
			url: '/services',
			qs: { limit: 1 },
			headers: { Accept: ACCEPT },
		},
		rules: testRules('PagerDuty', {
			401: 'PagerDuty does not accept the API Token: it is wrong or revoked, an integration key, or of the other region.',
			403: 'The API Token is valid but may not read services, which the lists of the node need: give it that right, or use another.',
		}),
	};
}
