import { createHash } from 'node:crypto';

import { hexOf } from '../../core/ids';
import { Refusal } from '../../core/refusal';
import type { Reply, SandboxRequest } from '../../core/types';
import type { PagerDutyStore, Token } from '../types';
import type { App } from './types';

export const oauthError = (status: number, error: string, error_description: string) =>
	new Refusal({ status, body: { error, error_description } });

/** `POST /oauth/token`: a form, as OAuth 2 has it. */
export function tokenReply(store: PagerDutyStore, request: SandboxRequest): Reply {
	const { content } = request;
	if (content.kind !== 'form') throw oauthError(400, 'invalid_request', 'A form is expected.');
	const { fields } = content;
	const { clientId, app } = readClient(store, request, fields);
	switch (fields.grant_type) {
		case 'client_credentials':
			return appToken(store, app, fields.scope ?? '');
		case 'authorization_code':
			return userToken(store, clientId, spendCode(store, clientId, fields));
		case 'refresh_token':
			return userToken(store, clientId, spendRefreshToken(store, clientId, fields));
		default:
			throw oauthError(400, 'unsupported_grant_type', 'The grant type is not supported.');
	}
}

/** ID and secret in the form, or as Basic sign-in: n8n sends the latter for a code with PKCE. */
function readClient(
	{ identity }: PagerDutyStore,
	{ headers }: SandboxRequest,
	fields: Record<string, string>,
): { clientId: string; app: App } {
	const basic = /^Basic (\S+)$/.exec(headers.authorization ?? '')?.[1];
	const [user, password] = Buffer.from(basic ?? '', 'base64')
		.toString()
		.split(':');
	const clientId = basic ? user : (fields.client_id ?? '');
	const secret = basic ? password : fields.client_secret;
	const app = identity.apps.get(clientId);
	if (!app || app.secret !== secret) {
		throw oauthError(401, 'invalid_client', 'The client is unknown or its secret is wrong.');
	}
	return { clientId, app };
}

/** All scopes must be the app's, and one must name the account. */
function appToken(store: PagerDutyStore, app: App, scope: string): Reply {
	const wanted = scope.split(' ').filter(Boolean);
	const accounts = wanted.filter((one) => one.startsWith('as_account-'));
	const others = wanted.filter((one) => !one.startsWith('as_account-'));
	const isAllowed =
		accounts.length === 1 &&
		accounts[0] === `as_account-${app.account}` &&
		others.every((one) => app.scopes.includes(one));
	if (!isAllowed) throw oauthError(400, 'invalid_request', 'Invalid scope');
	return issue(store, { kind: 'oauthApp', scopes: new Set(others) }, scope);
}

function userToken(store: PagerDutyStore, clientId: string, scope: string): Reply {
	const { identity } = store;
	const scopes = new Set(scope.split(' '));
	const reply = issue(store, { kind: 'oauthUser', userId: identity.userId, scopes }, scope);
	const refresh_token = newToken(store, 'refresh');
	identity.refreshTokens.set(refresh_token, { clientId, scope });
	return {
		...reply,
		body: { ...(reply.body as object), refresh_token, id_token: newToken(store, 'id') },
	};
}

function issue(store: PagerDutyStore, token: Token, scope: string): Reply {
	const { lifetimeSeconds } = store.identity;
	const access_token = newToken(store, 'access');
	store.tokens.set(access_token, {
		...token,
		expiresAt: store.clock.now() + lifetimeSeconds * 1000,
	});
	return {
		status: 200,
		headers: { 'Cache-Control': 'no-store' },
		body: { access_token, scope, token_type: 'bearer', expires_in: lifetimeSeconds },
	};
}

/** Never the same twice, not even after a reset. */
function newToken({ identity }: PagerDutyStore, kind: string): string {
	identity.nextToken += 1;
	return `pd-${kind}-${hexOf(`${kind} ${identity.nextToken} ${Date.now()}`, 24)}`;
}

function spendCode(
	{ identity, clock }: PagerDutyStore,
	clientId: string,
	fields: Record<string, string>,
): string {
	const found = identity.codes.get(fields.code ?? '');
	identity.codes.delete(fields.code ?? '');
	const challenge = createHash('sha256')
		.update(fields.code_verifier ?? '')
		.digest('base64url');
	const fits =
		found &&
		found.clientId === clientId &&
		found.redirectUri === fields.redirect_uri &&
		found.challenge === challenge &&
		found.expiresAt > clock.now();
	if (!fits) throw oauthError(400, 'invalid_grant', 'The code is wrong, spent or expired.');
	return found.scope;
}

/** A refresh token serves once: the reply holds the next one. */
function spendRefreshToken(
	{ identity }: PagerDutyStore,
	clientId: string,
	{ refresh_token = '' }: Record<string, string>,
): string {
	const found = identity.refreshTokens.get(refresh_token);
	if (!found || found.clientId !== clientId) {
		throw oauthError(400, 'invalid_grant', 'The refresh token is spent or was revoked.');
	}
	identity.refreshTokens.delete(refresh_token);
	return found.scope;
}
