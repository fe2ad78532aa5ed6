import { hexOf } from '../../core/ids';
import { queryValue } from '../../core/request';
import { get, post } from '../../core/router';
import type { Route } from '../../core/router';
import type { Reply, SandboxRequest } from '../../core/types';
import type { PagerDutyStore } from '../types';
import { oauthError, tokenReply } from './token';

const codeLifetimeMs = 30_000;

/** PagerDuty's identity service, one for all regions. Whoever comes to its page agrees. */
export const identityRoutes: Array<Route<{ store: PagerDutyStore }>> = [
	get('/oauth/authorize', ({ store }, request) => authorize(store, request)),
	post('/oauth/token', ({ store }, request) => tokenReply(store, request)),
];

function authorize(store: PagerDutyStore, { query }: SandboxRequest): Reply {
	const { identity, clock } = store;
	const of = (name: string) => queryValue(query, name) ?? '';
	const app = identity.apps.get(of('client_id'));
	const redirectUri = of('redirect_uri');
	const isKnownPlace = app?.redirectUris.length === 0 || app?.redirectUris.includes(redirectUri);
	if (!app || !URL.canParse(redirectUri) || !isKnownPlace) {
		throw oauthError(400, 'invalid_request', 'The client or the redirect URL is unknown.');
	}
	const back = new URL(redirectUri);
	if (of('state')) back.searchParams.set('state', of('state'));
	const isWithPkce = of('code_challenge') !== '' && of('code_challenge_method') === 'S256';
	if (of('response_type') !== 'code' || !isWithPkce) {
		back.searchParams.set('error', 'invalid_request');
		return { status: 302, headers: { Location: back.toString() } };
	}
	const code = hexOf(`code ${identity.codes.size} ${Date.now()}`, 32);
	identity.codes.set(code, {
		clientId: of('client_id'),
		redirectUri,
		challenge: of('code_challenge'),
		scope: granted(app.scopes, of('scope')),
		expiresAt: clock.now() + codeLifetimeMs,
	});
	back.searchParams.set('code', code);
	return { status: 302, headers: { Location: back.toString() } };
}

/** With one scope that the app does not have, nothing is granted but this, and nobody is told. */
function granted(known: string[], scope: string): string {
	const wanted = scope.split(' ').filter(Boolean);
	const isAllowed = wanted.length > 0 && wanted.every((one) => known.includes(one));
	return isAllowed ? ['openid', ...wanted].join(' ') : 'openid';
}
