import type { IDataObject } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import { asText } from '../../shared/ground/values';
import { typedUrl } from '../../shared/wire/testRules';
import { baseUrl, tokenFrom } from '../../shared/wire/vendor';

/** docs/facts/devhelm.md#address. */
export const STANDARD_URL = 'https://api.devhelm.io';

/** @throws FormIssue when nothing may be sent there */
export const apiUrl = (credential: IDataObject): string =>
	baseUrl(credential.baseUrl, STANDARD_URL);

/** The same for the credential's test. */
export const TEST_URL = `={{${typedUrl(STANDARD_URL)}}}`;

/** @throws FormIssue when it is none */
export const keyOf = ({ apiKey }: IDataObject): string => tokenFrom(apiKey, 'API Key');

/**
 * The headers that a credential stands for; its `authenticate` adds them to every request, those of
 * the HTTP Request node as well. A tenant header that is not filled in must be absent: the key knows
 * its own organization and workspace, and a wrong one ends in 403. docs/facts/devhelm.md#sign-in.
 * @throws FormIssue when the credential cannot work
 */
export function authHeaders(credential: IDataObject): { [name: string]: string } {
	const organization = tenant(credential.organizationId, 'Organization ID');
	const workspace = tenant(credential.workspaceId, 'Workspace ID');
	return {
		Authorization: `Bearer ${keyOf(credential)}`,
		...(organization ? { 'x-phelm-org-id': organization } : {}),
		...(workspace ? { 'x-phelm-workspace-id': workspace } : {}),
	};
}

function tenant(value: unknown, label: string): string | undefined {
	const text = asText(value)?.trim();
	if (!text || /^\d+$/.test(text)) return text;
	throw new FormIssue(
		`'${label}' in the credential is not a whole number`,
		`Open the credential and type '${label}' in digits, or leave it empty: DevHelm then takes the one that the API key belongs to.`,
	);
}
