import type { ICredentialTestRequest } from 'n8n-workflow';

import { LIMITS } from './retry';

type Rules = NonNullable<ICredentialTestRequest['rules']>;

/** How every test of a credential goes out: nowhere but to its address, and not for ever. */
export const testBounds = { disableFollowRedirect: true, timeout: LIMITS.timeoutMs };

/**
 * The base URL of a credential as a part of an expression, for n8n sends the test without asking us. What of it
 * the node refuses (`baseUrl` in `vendor.ts`), the credential's `authenticate` refuses as well.
 */
export const typedUrl = (standard: string): string =>
	`($credentials.baseUrl || ${JSON.stringify(standard)}).trim().replace(/[/]+$/, "")`;

/**
 * What n8n says about the answer to a credential's test, by its status. Without a rule it shows the bare
 * words of the status, such as "Forbidden"; where no answer came, it always shows the bare code, such as
 * ENOTFOUND.
 * @param vendor the name of the vendor
 * @param own what a status means at this vendor, for 401, 403 and others that the credential can put right
 */
export function testRules(vendor: string, own: { [status: number]: string }): Rules {
	const redirect =
		'The address sends on to another one. It is not followed, so that the token goes nowhere else: check the base URL.';
	const failure = `${vendor}, or a gateway in front of it, has a failure of its own, so the credential was not checked. Try again in some minutes.`;
	const common: { [status: number]: string } = {
		301: redirect,
		302: redirect,
		307: redirect,
		308: redirect,
		404: `There is no ${vendor} API at this address: check the region or the base URL.`,
		407: `A proxy between this n8n and ${vendor} asks for a sign-in, so the credential was not checked: see to the proxy settings of this n8n.`,
		429: `${vendor} takes no more requests for the moment, so the credential was not checked. Try again in a minute.`,
		500: failure,
		502: failure,
		503: failure,
		504: failure,
	};
	return Object.entries({ ...common, ...own }).map(([status, message]) => ({
		type: 'responseCode',
		properties: { value: Number(status), message },
	}));
}
