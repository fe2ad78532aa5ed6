import type { SandboxRequest } from '../core/types';
import { refuse } from './errors';
import type { PagerDutyStore, Token, User } from './types';

export interface Caller {
	token: Token;
	/** The user behind a user key or a user's OAuth token. */
	user: User | undefined;
}

export interface PagerDutyContext {
	store: PagerDutyStore;
	caller: Caller;
}

export function authenticate(store: PagerDutyStore, request: SandboxRequest): Caller {
	const header = request.headers.authorization ?? '';
	const apiKey = /^Token token=(\S+)$/.exec(header)?.[1];
	const bearer = /^Bearer (\S+)$/.exec(header)?.[1];
	const token = store.tokens.get(apiKey ?? bearer ?? '');
	const isOAuth = token?.kind === 'oauthUser' || token?.kind === 'oauthApp';
	const hasEnded = (token?.expiresAt ?? Infinity) <= store.clock.now();
	if (!token || hasEnded || isOAuth !== (bearer !== undefined)) {
		throw refuse(401, 2006, 'Authentication failed');
	}
	return { token, user: token.userId ? store.users.get(token.userId) : undefined };
}

/** `application/vnd.pagerduty+json;version=2`, or none at all: this API has only version 2. */
export function checkVersion(request: SandboxRequest): void {
	const version = /application\/vnd\.pagerduty\+json\s*;\s*version=(\w+)/.exec(
		request.headers.accept ?? '',
	)?.[1];
	if (version !== undefined && version !== '2') {
		throw refuse(406, 2001, 'Invalid Input Provided', ['API version is not supported.']);
	}
}

export function requireWriteAccess(caller: Caller): void {
	if (caller.token.kind === 'readOnlyAccount') throw refuse(403, 2010, 'Access Denied');
}

/** The user who acts, by the rules of the From header; undefined is an app on its own. */
export function requireActor(
	{ store, caller }: PagerDutyContext,
	request: SandboxRequest,
): User | undefined {
	requireWriteAccess(caller);
	if (caller.user) return caller.user;
	const from = request.headers.from;
	if (from === undefined) {
		if (caller.token.kind === 'oauthApp') return undefined;
		throw refuse(
			400,
			2016,
			'You must specify a user\'s email address in the "From" header to perform this action.',
		);
	}
	if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(from)) throw refuse(400, 1028, 'Malformed "From" header');
	const user = [...store.users.values()].find(
		(candidate) => candidate.email.toLowerCase() === from.toLowerCase(),
	);
	if (!user) throw refuse(400, 1008, 'Requester User Not Found');
	return user;
}
