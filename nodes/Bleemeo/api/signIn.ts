import type { IDataObject } from 'n8n-workflow';

import { asText, compact } from '../../shared/ground/values';
import { typedUrl } from '../../shared/wire/testRules';
import { baseUrl, tokenFrom } from '../../shared/wire/vendor';

export const STANDARD_URL = 'https://api.bleemeo.com';

/**
 * The address without the version, with which our paths begin and which people paste along.
 * @throws FormIssue when nothing may be sent there
 */
export function apiUrl(credential: IDataObject): string {
	return baseUrl(credential.baseUrl, STANDARD_URL).replace(/\/v1$/i, '');
}

/** The same for the credential's test. */
export const TEST_URL = `={{${typedUrl(STANDARD_URL)}.replace(/[/]v1$/i, "")}}`;

/**
 * The token of a credential that has one of its own.
 * @throws FormIssue when it is none
 */
export const ownToken = ({ accessToken }: IDataObject): string =>
	tokenFrom(accessToken, 'Access Token');

export const accountOf = ({ accountId }: IDataObject): string | undefined =>
	asText(accountId)?.trim();

/**
 * The headers that a credential stands for, also for the HTTP Request node; what is not known or not filled in
 * is absent. docs/facts/bleemeo.md#signing-in.
 * @throws FormIssue when the credential cannot work
 */
export function authHeaders(credential: IDataObject): { [name: string]: string } {
	const { authentication, sessionToken } = credential;
	const token = authentication === 'accessToken' ? ownToken(credential) : asText(sessionToken);
	return compact({
		Authorization: token && `Bearer ${token}`,
		'X-Bleemeo-Account': accountOf(credential),
	}) as { [name: string]: string };
}
