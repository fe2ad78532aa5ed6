import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { EVENTS_TEST_URL, pagerDutyEvents, withRoutingKey } from '../nodes/PagerDuty/api/events';
import { EVENTS, ownUrl, region } from '../nodes/PagerDuty/api/regions';
import { testBounds, testRules } from '../nodes/shared/wire/testRules';
import { acceptJson } from '../nodes/shared/wire/vendor';

export class PagerDutyEventsApi implements ICredentialType {
	name = 'pagerDutyEventsApi';

	displayName = 'PagerDuty Events API';

	icon: Icon = { light: 'file:../icons/pagerduty.svg', dark: 'file:../icons/pagerduty.dark.svg' };

	documentationUrl =
		'https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/pagerduty.md#pagerduty-events-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Integration Key',
			name: 'integrationApiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The key of an Events API V2 integration, 32 letters and digits (Services > the service > Integrations). Not a REST API key.',
		},
		region,
		ownUrl(EVENTS, 'Events API'),
	];

	/** The key travels in the body, also in that of the HTTP Request node. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		// Also n8n's test of the credential sends nothing to an address that the node refuses.
		pagerDutyEvents.connect(credentials);
		const body = withRoutingKey(credentials, requestOptions.body) as IHttpRequestOptions['body'];
		return { ...requestOptions, body };
	}

	/**
	 * Nothing can be read with an integration key, so the test sends an event that changes nothing and
	 * pages nobody: a Resolve of an alert that there is not. PagerDuty takes it into its queue (202) and
	 * drops it; a key that it does not know is refused at once (400). docs/facts/pagerduty.md#test-of-an-integration-key.
	 */
	test: ICredentialTestRequest = {
		request: {
			...testBounds,
			method: 'POST',
			baseURL: EVENTS_TEST_URL,
			url: '/v2/enqueue',
			headers: acceptJson,
			body: { event_action: 'resolve', dedup_key: 'n8n-nodes-incident-ops credential test' },
		},
		rules: testRules('PagerDuty', {
			400: 'PagerDuty does not know the Integration Key: check it, and whether the region is that of the account.',
			401: 'Something in front of PagerDuty asks for a sign-in: check the base URL and the proxy of this n8n.',
			403: 'Something in front of PagerDuty does not let n8n through: check the base URL and the network.',
			429: 'PagerDuty takes about 120 events a minute for each Integration Key, and there are more now: try again in a minute.',
		}),
	};
}
