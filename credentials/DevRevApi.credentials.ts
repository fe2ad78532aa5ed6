import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { devRev } from '../nodes/DevRev/api/profile';
import { authHeaders, STANDARD_URL, TEST_URL } from '../nodes/DevRev/api/signIn';
import { testBounds, testRules } from '../nodes/shared/wire/testRules';

export class DevRevApi implements ICredentialType {
	name = 'devRevApi';

	displayName = 'DevRev API';

	icon: Icon = { light: 'file:../icons/devrev.svg', dark: 'file:../icons/devrev.dark.svg' };

	documentationUrl =
		'https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/devrev.md#devrev-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'A personal access token of DevRev (Settings > Account > Personal Access Token), or the token of a service account. It acts with the rights of its user and stops working on its expiry date.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: STANDARD_URL,
			description:
				'Address of the API, the same for every region. Change it only for a gateway of your own or a test system.',
		},
	];

	// A function, because people paste the token together with the word Bearer.
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		// Also n8n's test of the credential sends nothing to an address that the node refuses.
		devRev.connect(credentials);
		return { ...options, headers: { ...options.headers, ...authHeaders(credentials) } };
	}

	// Answers for every kind of token and needs no scope.
	test: ICredentialTestRequest = {
		request: {
			...testBounds,
			baseURL: TEST_URL,
			url: '/auth-tokens.info',
		},
		rules: testRules('DevRev', {
			401: 'DevRev does not accept the Access Token: it is wrong, has expired or was revoked. Make a new one and paste it whole.',
			403: 'DevRev knows the Access Token but does not let it in: make one for a user of your organization.',
		}),
	};
}
