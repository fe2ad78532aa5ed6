import { Refusal } from '../core/refusal';
import type { SandboxRequest } from '../core/types';
import { refuse } from './errors';
import type { BleemeoContext, BleemeoStore, User } from './types';

function unauthenticated(body: object): Refusal {
	return new Refusal({ status: 401, body, headers: { 'WWW-Authenticate': 'Bearer realm="api"' } });
}

function readUser(store: BleemeoStore, request: SandboxRequest): User {
	const [scheme, value = ''] = (request.headers.authorization ?? '').split(' ');
	if (scheme === 'Bearer') {
		const token = store.accessTokens.get(value);
		const user = token && token.expiresAt > Date.now() ? store.users.get(token.email) : undefined;
		if (user) return user;
		throw unauthenticated({ detail: 'Invalid token.' });
	}
	if (scheme === 'Basic') {
		const [email, ...rest] = Buffer.from(value, 'base64').toString('utf8').split(':');
		const user = store.users.get(email);
		if (user && user.password === rest.join(':')) return user;
		throw unauthenticated({ detail: 'Invalid username/password.' });
	}
	if (scheme === 'JWT') {
		throw unauthenticated({
			detail: 'Given token not valid for any token type',
			code: 'token_not_valid',
			messages: [{ token_type: 'access', message: 'Token is invalid or expired' }],
		});
	}
	throw unauthenticated({ detail: 'Authentication credentials were not provided.' });
}

/** The user, and the account that the request works in. */
export function authenticate(store: BleemeoStore, request: SandboxRequest): BleemeoContext {
	const user = readUser(store, request);
	const wanted = request.headers['x-bleemeo-account']?.toLowerCase();
	const accountId = wanted ?? user.accountIds[0];
	if (!user.accountIds.includes(accountId)) {
		throw refuse(403, 'You do not have permission to perform this action.');
	}
	return { store, user, accountId };
}
