import type { JsonObject, Vendor } from './core/types';
import { bleemeoUser } from './bleemeo/seed';
import { devHelmKey } from './devhelm/seed';
import { devRevToken } from './devrev/seed';
import { fromAddress, pagerDutyTokens } from './pagerduty/seed';

export interface SandboxCredentials {
	bleemeoApi: JsonObject;
	devHelmApi: JsonObject;
	devRevApi: JsonObject;
	pagerDutyIncidentsApi: JsonObject;
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
			baseUrl: url('devHelm'),
		},
		devRevApi: { accessToken: devRevToken, baseUrl: url('devRev') },
		pagerDutyIncidentsApi: {
			apiToken: pagerDutyTokens.account,
			region: 'custom',
			baseUrl: url('pagerDuty'),
			from: fromAddress,
		},
	};
}
