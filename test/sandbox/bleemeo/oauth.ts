import { hexOf } from '../core/ids';
import type { Reply, SandboxRequest } from '../core/types';
import { detailReply, oauthError } from './errors';
import type { BleemeoStore } from './types';

/** Issues an access token and the refresh token that belongs to it. */
export function issueTokens(store: BleemeoStore, email: string, lifetimeMs: number) {
	store.nextToken += 1;
	const accessToken = `access-${hexOf(`access ${store.nextToken} ${Date.now()}`, 24)}`;
	const refreshToken = `refresh-${hexOf(`refresh ${store.nextToken} ${Date.now()}`, 24)}`;
	const expiresAt = Date.now() + lifetimeMs;
	store.accessTokens.set(accessToken, { email, expiresAt, refreshToken });
	store.refreshTokens.set(refreshToken, email);
	return { accessToken, refreshToken };
}

function revokeRefreshToken(store: BleemeoStore, refreshToken: string): void {
	store.refreshTokens.delete(refreshToken);
	for (const [accessToken, entry] of store.accessTokens) {
		if (entry.refreshToken === refreshToken) store.accessTokens.delete(accessToken);
	}
}

/** Form fields of a known client; anything but a form has no fields. */
function readForm(store: BleemeoStore, { content }: SandboxRequest): Record<string, string> {
	const fields = content.kind === 'form' ? content.fields : {};
	const expected = store.clients.get(fields.client_id ?? '');
	const isKnown = expected !== undefined && (expected === '' || expected === fields.client_secret);
	if (content.kind === 'form' && !isKnown) {
		throw oauthError(401, 'invalid_client', 'The client is unknown or its secret is wrong.');
	}
	return fields;
}

export function tokenReply(store: BleemeoStore, request: SandboxRequest): Reply {
	if (request.method !== 'POST') {
		return detailReply(405, `Method "${request.method}" not allowed.`);
	}
	const fields = readForm(store, request);
	const email = emailOf(store, fields);
	const { accessToken, refreshToken } = issueTokens(
		store,
		email,
		store.tokenLifetimeSeconds * 1000,
	);
	return {
		status: 200,
		headers: { 'Cache-Control': 'no-store' },
		body: {
			access_token: accessToken,
			expires_in: store.tokenLifetimeSeconds,
			token_type: 'Bearer',
			scope: 'read write',
			refresh_token: refreshToken,
		},
	};
}

/** Whom the grant stands for; a refresh token serves once. */
function emailOf(store: BleemeoStore, fields: Record<string, string>): string {
	if (fields.grant_type === 'password') {
		const { username = '', password = '' } = fields;
		if (username === '' || password === '') {
			throw oauthError(400, 'invalid_request', 'Request is missing username or password.');
		}
		if (store.users.get(username)?.password === password) return username;
		throw oauthError(400, 'invalid_grant', 'The e-mail address or the password is wrong.');
	}
	if (fields.grant_type === 'refresh_token') {
		const refreshToken = fields.refresh_token ?? '';
		const email = store.refreshTokens.get(refreshToken);
		if (email === undefined) throw oauthError(400, 'invalid_grant', 'The refresh token is spent.');
		revokeRefreshToken(store, refreshToken);
		return email;
	}
	throw oauthError(400, 'unsupported_grant_type', 'The grant type is missing or not supported.');
}

export function revokeReply(store: BleemeoStore, request: SandboxRequest): Reply {
	if (request.method !== 'POST') {
		return detailReply(405, `Method "${request.method}" not allowed.`);
	}
	const { token } = readForm(store, request);
	if (!token) throw oauthError(400, 'invalid_request', 'The token is missing.');
	const refreshToken = store.accessTokens.get(token)?.refreshToken;
	store.accessTokens.delete(token);
	revokeRefreshToken(store, refreshToken ?? token);
	return { status: 200, body: '' };
}
