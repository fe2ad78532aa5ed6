import { runInNewContext } from 'node:vm';

import type { ICredentialType, IDataObject } from 'n8n-workflow';

import { PagerDutyEventsApi } from '../../../credentials/PagerDutyEventsApi.credentials';
import { PagerDutyIncidentsApi } from '../../../credentials/PagerDutyIncidentsApi.credentials';
import { PagerDutyIncidentsOAuth2Api } from '../../../credentials/PagerDutyIncidentsOAuth2Api.credentials';
import { pagerDutyEvents } from '../../../nodes/PagerDuty/api/events';
import { pagerDutyOAuth } from '../../../nodes/PagerDuty/api/oauth';
import { pagerDuty } from '../../../nodes/PagerDuty/api/profile';

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

/** Where n8n sends the credential's test. */
function testedAt({ test }: ICredentialType, $credentials: IDataObject): unknown {
	const [, expression] = /^=\{\{(.*)\}\}$/s.exec(String(test?.request.baseURL)) ?? [];
	return runInNewContext(expression, { $credentials });
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
