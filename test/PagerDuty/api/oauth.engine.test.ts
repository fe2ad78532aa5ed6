import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { expireTokens, pagerDutyApp } from '../../sandbox/pagerduty/identity/seed';
import { byId, comparable, suite } from '../../support/suite';
import { idsOf, READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsOAuth2Api', new PagerDutyIncidents());

const oAuth = { authentication: 'oAuth2', resource: 'incident' };
const get = () => ({
	...oAuth,
	operation: 'get',
	incidentId: byId(seeded(on, 'triggered').id),
});
const create = () => ({
	...oAuth,
	operation: 'create',
	title: 'Signed in',
	serviceId: byId(idsOf(on).services.Checkout),
});

/** What reached the sandbox, as `POST /oauth/token 200`. */
const trace = () => on.requests().map(({ method, path, status }) => `${method} ${path} ${status}`);
const TOKEN = 'POST /oauth/token 200';
const GET = (status: number) => `GET /incidents/${seeded(on, 'triggered').id} ${status}`;
const identity = () => on.sandbox.state('pagerDuty').identity;
const expire = () => expireTokens(on.sandbox.state('pagerDuty'));
const stored = (credentials: ReturnType<typeof on.credentials>) =>
	(credentials.pagerDutyIncidentsOAuth2Api.oauthTokenData ?? {}) as { [name: string]: string };

describe('an app token', () => {
	it('is fetched with the form that PagerDuty wants, and used', async () => {
		const credentials = on.credentials({});
		const { items, error } = await on.run(get(), { credentials });
		expect(error).toBeUndefined();
		expect(items[0].json.id).toBe(seeded(on, 'triggered').id);
		expect(trace()).toEqual([TOKEN, GET(200)]);
		const [token, read] = on.requests().map(comparable);
		expect(token).toMatchObject({
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: {
				grant_type: 'client_credentials',
				client_id: pagerDutyApp.clientId,
				client_secret: pagerDutyApp.clientSecret,
				scope: expect.stringMatching(
					/^incidents\.read incidents\.write .* as_account-us\.alpenrad$/,
				),
			},
		});
		expect(token.headers).not.toHaveProperty('authorization');
		expect(read.headers).toEqual({
			...READ_HEADERS,
			authorization: `Bearer ${stored(credentials).access_token}`,
		});
	});

	it('is fetched once when it is stored', async () => {
		const credentials = on.credentials({});
		await on.run(get(), { credentials });
		await on.run(get(), { credentials });
		expect(trace()).toEqual([TOKEN, GET(200), GET(200)]);
	});

	it('is fetched again when it has ended, and the request is repeated once', async () => {
		const credentials = on.credentials({});
		await on.run(get(), { credentials });
		const first = stored(credentials).access_token;
		expire();
		on.sandbox.clearRequests();
		const { items, error } = await on.run(get(), { credentials });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(trace()).toEqual([GET(401), TOKEN, GET(200)]);
		expect(stored(credentials).access_token).not.toBe(first);
	});

	it('that is refused again after that ends the request', async () => {
		on.sandbox.fault('pagerDuty', {
			path: '^/incidents',
			times: null,
			status: 401,
			body: { error: { message: 'Authentication failed', code: 2006 } },
		});
		const { error } = await on.run(get());
		expect(error).toMatchObject({
			httpCode: '401',
			message: "PagerDuty refused 'Get incident' (item 0): Authentication failed",
		});
		expect(error?.description).toContain("check 'Region'");
		expect(trace()).toEqual([TOKEN, GET(401), TOKEN, GET(401)]);
	});

	it('writes without From, which an app need not have', async () => {
		const { items, error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(items[0].json.title).toBe('Signed in');
		const [post] = on.requests().filter(({ path }) => path === '/incidents');
		expect(post.headers).not.toHaveProperty('from');
	});

	it('writes with From where one is given', async () => {
		await on.run(create(), { credentials: on.credentials({ from: 'ops-bot@alpenrad.example' }) });
		const [post] = on.requests().filter(({ path }) => path === '/incidents');
		expect(post.headers.from).toBe('ops-bot@alpenrad.example');
	});

	it.each(['acme.pagerduty.com', 'https://acme.eu.pagerduty.com/incidents', ' acme '])(
		'is for the account of %s',
		async (subdomain) => {
			const app = identity().apps.get(pagerDutyApp.clientId);
			if (app) app.account = 'eu.acme';
			const { error } = await on.run(get(), {
				credentials: on.credentials({ subdomain, accountRegion: 'eu' }),
			});
			expect(error).toBeUndefined();
		},
	);
});

describe('a sign-in that is refused', () => {
	it('because of a wrong secret says what to check, and shows no secret', async () => {
		const clientSecret = ['planted', 'word'].join('-');
		const { error } = await on.run(get(), { credentials: on.credentials({ clientSecret }) });
		expect(error).toMatchObject({ name: 'NodeApiError' });
		expect(error?.message).toContain('PagerDuty did not accept the sign-in (item 0)');
		expect(error?.description).toContain(
			'Open the PagerDuty Incidents OAuth2 API credential and check the Client ID, the Client Secret and the Subdomain',
		);
		expect(JSON.stringify(error)).not.toContain(clientSecret);
		expect(trace()).toEqual(['POST /oauth/token 401']);
	});

	it.each<[string, IDataObject]>([
		['of a scope that the app does not have', { scopes: 'incidents.read everything.write' }],
		['of another account', { subdomain: 'acme' }],
	])('because %s says so', async (_, changes) => {
		const { error } = await on.run(get(), { credentials: on.credentials(changes) });
		expect(error?.message).toContain('PagerDuty did not accept the sign-in (item 0)');
		expect(error?.description).toContain('the app has all scopes listed there');
		expect(trace()).toEqual(['POST /oauth/token 400']);
	});

	it('is not tried again for each item', async () => {
		const { items } = await on.run(get(), {
			credentials: on.credentials({ clientSecret: 'wrong' }),
			items: Array.from({ length: 20 }, () => ({})),
			onError: 'continueRegularOutput',
		});
		for (const { json } of items) expect(json.error).toContain('did not accept the sign-in');
		expect(on.requests().length).toBeLessThanOrEqual(5);
	});

	it('says so also when the stored token has ended', async () => {
		const credentials = on.credentials({});
		await on.run(get(), { credentials });
		expire();
		on.sandbox.clearRequests();
		Object.assign(credentials.pagerDutyIncidentsOAuth2Api, { clientSecret: 'changed-meanwhile' });
		const { error } = await on.run(get(), { credentials });
		expect(error?.message).toContain('PagerDuty did not accept the sign-in (item 0)');
		expect(JSON.stringify(error)).not.toContain('changed-meanwhile');
		expect(trace()).toEqual([GET(401), 'POST /oauth/token 401']);
	});
});

describe('a missing scope', () => {
	it('is named, with what to do', async () => {
		const scopes = 'incidents.read services.read';
		const { error } = await on.run(create(), { credentials: on.credentials({ scopes }) });
		expect(error).toMatchObject({
			httpCode: '403',
			message:
				"PagerDuty refused 'Create incident' (item 0): Token missing required scopes: incidents.write",
		});
		expect(error?.description).toContain(
			"Give the app the scope that PagerDuty names, add it to 'Scopes' in the credential",
		);
		expect(trace()).toEqual([TOKEN, 'POST /incidents 403']);
	});
});

describe('a token service that does not work', () => {
	const failures: Array<[string, IDataObject]> = [
		['is down', { status: 503, body: '<h1>Down</h1>', contentType: 'text/html' }],
		['limits the rate', { status: 429, body: '' }],
		['is a log-in page', { status: 200, body: '<h1>Wi-Fi</h1>', contentType: 'text/html' }],
		['is not there', { status: 404, body: '<h1>No</h1>', contentType: 'text/html' }],
		['is cut off', { drop: 'before' }],
	];

	it.each(failures)('because it %s: it is tried again, and nothing was done', async (_, fault) => {
		on.sandbox.fault('pagerDuty', { path: '/oauth/token', times: null, ...fault });
		const { error } = await on.run(create());
		expect(error?.message).toContain("PagerDuty could not be reached for 'Create incident'");
		expect(error?.description).toContain('Nothing was done.');
		expect(error?.description).not.toContain('unknown');
		expect(trace().every((line) => line.startsWith('POST /oauth/token'))).toBe(true);
		expect(trace()).toHaveLength(4);
		expect(JSON.stringify(error)).not.toContain(pagerDutyApp.clientSecret);
	});

	it.each(failures)('because it %s while a token is renewed: the same', async (_, fault) => {
		const credentials = on.credentials({});
		await on.run(get(), { credentials });
		expire();
		on.sandbox.clearRequests();
		on.sandbox.fault('pagerDuty', { path: '/oauth/token', times: null, ...fault });
		const { error } = await on.run(
			{
				...oAuth,
				resource: 'statusUpdate',
				operation: 'create',
				incidentId: byId(seeded(on, 'triggered').id),
				text: 'Hello',
			},
			{ credentials },
		);
		expect(error?.message).toContain("PagerDuty could not be reached for 'Create status update'");
		expect(on.requests().filter(({ path }) => path === '/oauth/token')).toHaveLength(4);
		expect(error?.description).toContain('Nothing was done.');
		expect(error?.description).not.toContain('unknown');
		expect(JSON.stringify(error)).not.toContain(pagerDutyApp.clientSecret);
	});

	it('goes on when it works again', async () => {
		on.sandbox.fault('pagerDuty', { path: '/oauth/token', status: 502 });
		const { error } = await on.run(get());
		expect(error).toBeUndefined();
		expect(trace()).toEqual(['POST /oauth/token 502', TOKEN, GET(200)]);
	});
});

it('a token that PagerDuty repeats is hidden', async () => {
	const credentials = on.credentials({});
	await on.run(get(), { credentials });
	const { access_token: token } = stored(credentials);
	on.sandbox.fault('pagerDuty', {
		path: '^/incidents',
		status: 403,
		body: { error: { message: `No right for ${token} of ${pagerDutyApp.clientSecret}` } },
	});
	const { error } = await on.run(get(), { credentials });
	expect(error?.message).toContain('No right for [hidden] of [hidden]');
	expect(JSON.stringify(error)).not.toContain(token);
});

describe('a credential that cannot work is refused before any request', () => {
	it.each<[string, IDataObject, string]>([
		['no client ID', { clientId: ' ' }, "'Client ID' in the credential is empty"],
		['no client secret', { clientSecret: '' }, "'Client Secret' in the credential is empty"],
		['no subdomain', { subdomain: '' }, "'Subdomain' in the credential is empty"],
		[
			'a user who has not signed in',
			{ grantType: 'pkce' },
			'The credential is not connected to PagerDuty yet',
		],
		[
			'an address without encryption',
			{ identityUrl: 'http://identity.example' },
			"'Identity URL' in the credential would send the token unencrypted to identity.example",
		],
	])('%s', async (_, changes, message) => {
		const { error } = await on.run(get(), { credentials: on.credentials(changes) });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain('Open the credential');
		expect(on.requests()).toEqual([]);
	});
});
