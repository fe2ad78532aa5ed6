import type { IDataObject } from 'n8n-workflow';

import { FormIssue, type VendorWords } from '../../shared/ground/failures';
import { asObject, asText } from '../../shared/ground/values';
import { pageLink } from '../../shared/wire/pages';
import type { Reply } from '../../shared/wire/request';
import { baseUrl, type Connection, type Vendor } from '../../shared/wire/vendor';
import { finish, pagerDuty } from './profile';
import { apiUrl, REST } from './regions';
import { IDENTITY } from './signIn';

/**
 * PagerDuty's REST API v2 with a scoped OAuth token, which n8n fetches, adds and renews.
 * docs/facts/pagerduty.md#oauth.
 */
export const pagerDutyOAuth: Vendor = {
	...pagerDuty,
	credential: {
		type: 'pagerDutyIncidentsOAuth2Api',
		label: 'PagerDuty Incidents OAuth2 API',
		page: pageLink('pagerduty', 'pagerduty-incidents-oauth2-api'),
		parts:
			'the Client ID, the Client Secret and the Subdomain, and that the app has all scopes listed there; a user token may have to be connected again',
	},
	connect,
	readWords,
};

function connect(credential: IDataObject): Connection {
	const token = asObject(credential.oauthTokenData);
	const isApp = credential.grantType !== 'pkce';
	const clientSecret = filled(credential, 'clientSecret', 'Client Secret');
	filled(credential, 'clientId', 'Client ID');
	if (isApp) filled(credential, 'subdomain', 'Subdomain');
	if (!isApp && !asText(token.access_token)) {
		throw new FormIssue(
			'The credential is not connected to PagerDuty yet',
			"Open the credential, press 'Connect my account' and sign in to PagerDuty.",
		);
	}
	// The client secret is sent there.
	if (credential.region === 'custom' && asText(credential.identityUrl)?.trim()) {
		baseUrl(credential.identityUrl, IDENTITY, 'Identity URL');
	}
	// A user's token acts for that user, and an app's is taken without From too: never insist on it.
	const sender = { from: credential.from, keyType: 'user' };
	return {
		baseUrl: apiUrl(REST, credential),
		finish: (request) => finish(request, sender),
		secrets: [clientSecret, token.access_token, token.refresh_token, credential.from].flatMap(
			(secret) => asText(secret)?.trim() || [],
		),
		renewsToken: true,
	};
}

function filled(credential: IDataObject, name: string, label: string): string {
	const value = asText(credential[name])?.trim();
	if (value) return value;
	throw new FormIssue(
		`'${label}' in the credential is empty`,
		`Open the credential and fill in '${label}'.`,
	);
}

/** What to do where the advice for API keys does not fit. */
function readWords(reply: Reply): VendorWords {
	const words = pagerDuty.readWords(reply);
	if (reply.status === 401) {
		return {
			...words,
			hint: "PagerDuty did not take a new token either. Open the credential and check 'Region': EU accounts need the EU region. A user token may have to be connected again.",
		};
	}
	if (reply.status === 403) {
		return {
			...words,
			hint: "The token lacks a scope, or its user the right. Give the app the scope that PagerDuty names, add it to 'Scopes' in the credential, and connect it again; for an app token make a new credential, because n8n keeps the old token until it ends.",
		};
	}
	return words;
}
