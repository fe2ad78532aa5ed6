import type { IDataObject } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import { tokenFrom } from '../../shared/wire/vendor';

/** Names the version of the REST API, in every request. */
export const ACCEPT = 'application/vnd.pagerduty+json;version=2';

/** The service that gives OAuth tokens, one host for all regions. docs/facts/pagerduty.md#oauth. */
export const IDENTITY = 'https://identity.pagerduty.com';

/** 32 letters and digits are an integration key. docs/facts/pagerduty.md#three-secrets-that-are-confused. */
const INTEGRATION_KEY = /^[a-z0-9]{32}$/i;

/**
 * A REST API key, which has about 20 characters.
 * @throws FormIssue when it is none
 */
export function tokenOf({ apiToken }: IDataObject): string {
	const token = tokenFrom(apiToken, 'API Token');
	if (!INTEGRATION_KEY.test(token)) return token;
	throw new FormIssue(
		"'API Token' in the credential is an integration key: 32 letters and digits",
		"Open the credential and paste a REST API key (Integrations > API Access Keys). The integration key belongs into the credential 'PagerDuty Events API', for the resource Event.",
	);
}

/**
 * The header that a credential stands for, also for the HTTP Request node.
 * @throws FormIssue when the token is none
 */
export function authHeaders(credential: IDataObject): { [name: string]: string } {
	return { Authorization: `Token token=${tokenOf(credential)}` };
}

const KEY = 'Integration Key';

/**
 * The key of the Events API. A REST API key is taken for it again and again, and PagerDuty says so only when an
 * event is due.
 * @throws FormIssue when it is none
 */
export function integrationKeyOf({ integrationApiKey }: IDataObject): string {
	const key = tokenFrom(integrationApiKey, KEY);
	if (INTEGRATION_KEY.test(key)) return key;
	const isRest = key.length >= 18 && key.length <= 24;
	throw new FormIssue(
		isRest
			? `'${KEY}' in the credential is ${key.length} characters long, as a REST API key is; an integration key has 32`
			: `'${KEY}' in the credential must be 32 letters and digits; this is ${key.length} characters`,
		"Open the credential and paste the Integration Key of the PagerDuty service (Integrations > Events API V2). A REST API key belongs into the credential 'PagerDuty Incidents API' instead.",
	);
}
