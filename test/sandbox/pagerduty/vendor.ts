import type { JsonObject } from '../core/types';
import type { SandboxVendor } from '../core/register';
import { PagerDutyApi } from './index';
import { pagerDutyApp } from './identity/seed';
import { checkoutKey, fromAddress, pagerDutyTokens } from './seed';

declare global {
	interface SandboxApis {
		pagerDuty: PagerDutyApi;
	}
	interface SandboxCredentials {
		pagerDutyEventsApi: JsonObject;
		pagerDutyIncidentsApi: JsonObject;
		pagerDutyIncidentsOAuth2Api: JsonObject;
	}
}

export const vendor: SandboxVendor<'pagerDuty'> = {
	name: 'pagerDuty',
	label: 'PagerDuty',
	port: 4101,
	api: () => new PagerDutyApi(),
	credentials: (url) => ({
		pagerDutyEventsApi: { integrationApiKey: checkoutKey, region: 'custom', baseUrl: url },
		pagerDutyIncidentsApi: {
			apiToken: pagerDutyTokens.account,
			region: 'custom',
			baseUrl: url,
			from: fromAddress,
		},
		pagerDutyIncidentsOAuth2Api: {
			grantType: 'clientCredentials',
			...pagerDutyApp,
			region: 'custom',
			accountRegion: 'us',
			baseUrl: url,
			identityUrl: url,
			from: '',
		},
	}),
	officialFiles: ['pagerduty-rest.json', 'pagerduty-events-v2.json'],
};
