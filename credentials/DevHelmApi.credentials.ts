import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { devHelm } from '../nodes/DevHelm/api/profile';
import { authHeaders, STANDARD_URL, TEST_URL } from '../nodes/DevHelm/api/signIn';
import { testBounds, testRules } from '../nodes/shared/wire/testRules';
import { acceptJson } from '../nodes/shared/wire/vendor';

export class DevHelmApi implements ICredentialType {
	name = 'devHelmApi';

	displayName = 'DevHelm API';

	icon: Icon = { light: 'file:../icons/devhelm.svg', dark: 'file:../icons/devhelm.dark.svg' };

	documentationUrl =
		'https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/devhelm.md#devhelm-api';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'An API key of DevHelm (Settings > API Keys). It begins with dh_live_ and is shown in full only once.',
		},
		{
			displayName: 'Organization ID',
			name: 'organizationId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 42',
			description:
				'The number of the organization. Leave it empty unless the key is valid for several: it knows its own.',
		},
		{
			displayName: 'Workspace ID',
			name: 'workspaceId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 7',
			description:
				'The number of the workspace. Leave it empty unless the key is valid for several: it knows its own.',
		},
		{
			displayName: 'Webhook Signing Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For the DevHelm Trigger only: the secret with which DevHelm signs the webhooks of the organization. DevHelm shows it once, when it is rotated, and n8n never rotates it. Once it is entered here, deliveries without a right signature are refused.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: STANDARD_URL,
			description:
				'Address of the API without /api/v1, to be changed only for a gateway of your own or a test system',
		},
	];

	// A function, because a header that is not filled in must be absent, not empty.
	authenticate: IAuthenticate = async (credentials, options) => {
		// Also n8n's test of the credential sends nothing to an address that the node refuses.
		devHelm.connect(credentials);
		return { ...options, headers: { ...options.headers, ...authHeaders(credentials) } };
	};

	test: ICredentialTestRequest = {
		request: {
			...testBounds,
			baseURL: TEST_URL,
			url: '/api/v1/auth/me',
			headers: acceptJson,
		},
		rules: testRules('DevHelm', {
			401: 'DevHelm does not accept the API Key: it is wrong, has expired or was revoked. Make a new one and paste it whole.',
			403: "The API Key is valid, but not for this 'Organization ID' or 'Workspace ID': leave both empty, or correct them.",
		}),
	};
}
