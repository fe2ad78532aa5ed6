import { createHash, randomBytes } from 'node:crypto';

import { UnexpectedError } from 'n8n-workflow';

import { TestCredentials, type CredentialStore } from './credentials';
import { ClientOAuth2 } from './oauth-client';

const REDIRECT_URI = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

/**
 * What n8n does for "Connect my account" with PKCE, with n8n's own OAuth2 client: the address that the
 * browser opens, the code that comes back with it, and the exchange of that code. The token is stored.
 * @returns the address that the browser opened
 */
export async function connectAccount(store: CredentialStore, type: string): Promise<URL> {
	const data = await new TestCredentials(store).getDecrypted(undefined, undefined, type);
	const state = randomBytes(8).toString('hex');
	const verifier = randomBytes(32).toString('base64url');
	const client = new ClientOAuth2({
		clientId: String(data.clientId),
		clientSecret: String(data.clientSecret),
		authorizationUri: String(data.authUrl),
		accessTokenUri: String(data.accessTokenUrl),
		authentication: data.authentication,
		redirectUri: REDIRECT_URI,
		scopes: String(data.scope).split(','),
		scopesSeparator: ' ',
		state,
		query: {
			code_challenge: createHash('sha256').update(verifier).digest('base64url'),
			code_challenge_method: 'S256',
		},
	});
	const opened = client.code.getUri();
	const { headers } = await fetch(opened, { redirect: 'manual' });
	const back = headers.get('location');
	if (!back) throw new UnexpectedError('The authorization page did not send the browser back');
	const { data: oauthTokenData } = await client.code.getToken(back, {
		body: { code_verifier: verifier },
	});
	Object.assign(store[type], { oauthTokenData });
	return new URL(opened);
}
