import type { ICredentialType, IDataObject, INodeParameters } from 'n8n-workflow';

import { PagerDutyEventsApi } from '../../../credentials/PagerDutyEventsApi.credentials';
import { PagerDutyIncidentsApi } from '../../../credentials/PagerDutyIncidentsApi.credentials';
import { PagerDutyIncidentsOAuth2Api } from '../../../credentials/PagerDutyIncidentsOAuth2Api.credentials';
import { pagerDutyEvents } from '../../../nodes/PagerDuty/api/events';
import { pagerDutyOAuth } from '../../../nodes/PagerDuty/api/oauth';
import { pagerDuty } from '../../../nodes/PagerDuty/api/profile';
import { workOut } from '../../support/credentials';

const OAUTH = { grantType: 'clientCredentials', clientId: 'a', clientSecret: 'b', subdomain: 'c' };

/** Each credential, what reads it for the node, and values that are complete but for the region. */
const all: Array<[string, ICredentialType, typeof pagerDuty, IDataObject, string]> = [
	['API', new PagerDutyIncidentsApi(), pagerDuty, { apiToken: 'u+Token' }, 'api'],
	['OAuth2', new PagerDutyIncidentsOAuth2Api(), pagerDutyOAuth, OAUTH, 'api'],
	[
		'Events',
		new PagerDutyEventsApi(),
		pagerDutyEvents,
		{ integrationApiKey: 'a'.repeat(32) },
		'events',
	],
];

/** Where n8n sends the credential's test: it works out the expression, in which a credential is `$self` here. */
function testedAt({ test }: ICredentialType, filled: IDataObject): unknown {
	const testUrl = String(test?.request.baseURL).replaceAll('$credentials', '$self');
	return workOut({ ...filled, testUrl } as INodeParameters).testUrl;
}

describe.each(all)('%s', (_, credential, vendor, values, host) => {
	it.each([
		['us', '', `https://${host}.pagerduty.com`],
		['eu', '', `https://${host}.eu.pagerduty.com`],
		['eu', 'https://gateway.example.com', `https://${host}.eu.pagerduty.com`],
		['custom', ' https://gateway.example.com/pd// ', 'https://gateway.example.com/pd'],
		['custom', '', `https://${host}.pagerduty.com`],
	])('region %s with the base URL "%s" is %s for node and test', (region, baseUrl, address) => {
		const filled = { ...values, region, baseUrl };
		expect(vendor.connect(filled).baseUrl).toBe(address);
		expect(testedAt(credential, filled)).toBe(address);
	});
});
