import type { IDataObject } from 'n8n-workflow';

import { typedUrl } from '../../shared/wire/testRules';
import { baseUrl, tokenFrom } from '../../shared/wire/vendor';

/** One host for all regions. docs/facts/devrev.md#address-and-stability. */
export const STANDARD_URL = 'https://api.devrev.ai';

/** @throws FormIssue when nothing may be sent there */
export const apiUrl = (credential: IDataObject): string =>
	baseUrl(credential.baseUrl, STANDARD_URL);

/** The same for the credential's test. */
export const TEST_URL = `={{${typedUrl(STANDARD_URL)}}}`;

/** @throws FormIssue when it is none */
export const tokenOf = ({ accessToken }: IDataObject): string =>
	tokenFrom(accessToken, 'Access Token');

/**
 * The header that a credential stands for, also for the HTTP Request node.
 * @throws FormIssue when the token is none
 */
export function authHeaders(credential: IDataObject): { Authorization: string } {
	return { Authorization: `Bearer ${tokenOf(credential)}` };
}
