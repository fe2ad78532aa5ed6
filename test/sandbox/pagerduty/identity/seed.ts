import type { PagerDutyStore } from '../types';
import type { Identity } from './types';

const joined = (...parts: string[]) => parts.join('-');

/** The sandbox's app, as it would be registered with PagerDuty. */
export const pagerDutyApp = {
	clientId: joined('sandbox', 'app'),
	clientSecret: joined('sandbox', 'app', 'secret', 'word'),
	subdomain: 'alpenrad',
};

const scopes = [
	'abilities.read',
	'change_events.read',
	'custom_fields.read',
	'escalation_policies.read',
	'incident_types.read',
	'incident_workflows.read',
	'incident_workflows:instances.write',
	'incidents.read',
	'incidents.write',
	'oncalls.read',
	'priorities.read',
	'schedules.read',
	'services.read',
	'services.write',
	'subscribers.read',
	'subscribers.write',
	'teams.read',
	'users.read',
	'webhook_subscriptions.read',
	'webhook_subscriptions.write',
	'analytics.write',
	'status_pages.read',
	'status_pages.write',
	'schedules.write',
	'users:contact_methods.read',
];

export function seedIdentity(userId: string): Identity {
	const app = {
		secret: pagerDutyApp.clientSecret,
		scopes: [...scopes],
		account: `us.${pagerDutyApp.subdomain}`,
		redirectUris: [] as string[],
	};
	return {
		apps: new Map([[pagerDutyApp.clientId, app]]),
		codes: new Map(),
		refreshTokens: new Map(),
		lifetimeSeconds: 86_400,
		userId,
		nextToken: 1,
	};
}

/** Every token of the identity service ends now. */
export function expireTokens({ tokens }: PagerDutyStore): void {
	for (const token of tokens.values()) if (token.expiresAt !== undefined) token.expiresAt = 0;
}
