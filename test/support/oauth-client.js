'use strict';

/**
 * n8n's own OAuth2 client, taken from n8n-core, which signs in with it.
 * @type {{ ClientOAuth2: new (options: object) => { code: {
 *   getUri(): string,
 *   getToken(uri: string, options: object): Promise<{ data: Record<string, unknown> }>,
 * } } }}
 */
const client = loadOnce(
	loadOnce.resolve('@n8n/client-oauth2', { paths: [loadOnce.resolve('n8n-core')] }),
);

module.exports = { ClientOAuth2: client.ClientOAuth2 };
