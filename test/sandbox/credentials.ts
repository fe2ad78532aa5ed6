import type { JsonObject, Vendor } from './core/types';
import { bleemeoUser } from './bleemeo/seed';
import { devHelmKey } from './devhelm/seed';
import { devRevToken } from './devrev/seed';
import { pagerDutyApp } from './pagerduty/identity/seed';
import { checkoutKey, fromAddress, pagerDutyTokens } from './pagerduty/seed';

export interface SandboxCredentials {
	bleemeoApi: JsonObject;
	devHelmApi: JsonObject;
	devRevApi: JsonObject;
	pagerDutyEventsApi: JsonObject;
	pagerDutyIncidentsApi: JsonObject;
	pagerDutyIncidentsOAuth2Api: JsonObject;
}

/** What to put into the package's credentials so that they reach the sandbox. */
export function credentialsFor(url: (vendor: Vendor) => string): SandboxCredentials {
	return {
		bleemeoApi: {
			authentication: 'password',
			email: bleemeoUser.email,
			password: bleemeoUser.password,
			accessToken: '',
			accountId: '',
			clientId: bleemeoUser.clientId,
			clientSecret: '',
			baseUrl: url('bleemeo'),
		},
		devHelmApi: {
			apiKey: devHelmKey,
			organizationId: '',
			workspaceId: '',
			webhookSecret: '',
			baseUrl: url('devHelm'),
		},
		devRevApi: { accessToken: devRevToken, baseUrl: url('devRev') },
		pagerDutyEventsApi: {
			integrationApiKey: checkoutKey,
			region: 'custom',
			baseUrl: url('pagerDuty'),
		},
		pagerDutyIncidentsApi: {
			apiToken: pagerDutyTokens.account,
			region: 'custom',
			baseUrl: url('pagerDuty'),
			from: fromAddress,
		},
		pagerDutyIncidentsOAuth2Api: {
			grantType: 'clientCredentials',
			...pagerDutyApp,
			region: 'custom',
			accountRegion: 'us',
			baseUrl: url('pagerDuty'),
			identityUrl: url('pagerDuty'),
			from: '',
		},
	};
}
