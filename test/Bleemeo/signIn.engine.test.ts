import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import { byId, comparable, suite } from '../support/suite';
import { company, withToken } from './sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const create = (fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'create',
	title: 'Signed in',
	...fields,
});

/** What reached the sandbox, as `POST /o/token/ 200`. */
const trace = () => on.requests().map(({ method, path, status }) => `${method} ${path} ${status}`);

const PASSWORD = () => String(on.sandbox.credentials.bleemeoApi.password);

describe('email and password', () => {
	it('are exchanged for a token before the first request', async () => {
		const { error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(trace()).toEqual(['POST /o/token/ 200', 'POST /v1/event/ 201']);
		const [token, event] = on.requests().map(comparable);
		expect(token).toEqual({
			method: 'POST',
			path: '/o/token/',
			query: {},
			headers: {
				accept: 'application/json',
				'content-type': 'application/x-www-form-urlencoded',
			},
			body: {
				grant_type: 'password',
				username: on.sandbox.credentials.bleemeoApi.email,
				password: PASSWORD(),
				client_id: '1fc6de3e-8750-472e-baea-3ba22bb4eb56',
			},
		});
		expect(event.headers.authorization).toMatch(/^Bearer access-/);
		expect(event.headers).not.toHaveProperty('x-bleemeo-account');
	});

	it('are sent once when the token is stored', async () => {
		const credentials = on.credentials({});
		await on.run(create(), { credentials });
		await on.run(create(), { credentials });
		expect(trace()).toEqual(['POST /o/token/ 200', 'POST /v1/event/ 201', 'POST /v1/event/ 201']);
	});

	it('are sent again when the token has ended, and the request is repeated once', async () => {
		const credentials = on.credentials({});
		await on.run(create(), { credentials });
		on.sandbox.api('bleemeo').expireTokens();
		on.sandbox.clearRequests();
		const { items, error } = await on.run(create(), { credentials });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(trace()).toEqual(['POST /v1/event/ 401', 'POST /o/token/ 200', 'POST /v1/event/ 201']);
		const [refused, , done] = on.requests().map(comparable);
		expect(done.body).toEqual(refused.body);
		expect(done.headers.authorization).not.toBe(refused.headers.authorization);
	});

	it('are sent with the account, and with a client of your own', async () => {
		const { labs } = company(on);
		on.sandbox.state('bleemeo').clients.set('own-client', 'own word');
		const { error } = await on.run(create(), {
			credentials: on.credentials({
				accountId: labs,
				clientId: 'own-client',
				clientSecret: 'own word',
			}),
		});
		expect(error).toBeUndefined();
		const [token, event] = on.requests();
		expect(token.body).toMatchObject({ client_id: 'own-client', client_secret: 'own word' });
		expect(event.headers['x-bleemeo-account']).toBe(labs);
	});

	it('survive special characters', async () => {
		const password = 'ä&=+ %"word';
		const email = String(on.sandbox.credentials.bleemeoApi.email);
		const user = on.sandbox.state('bleemeo').users.get(email);
		if (user) user.password = password;
		const { error } = await on.run(create(), { credentials: on.credentials({ password }) });
		expect(error).toBeUndefined();
	});

	it('go at most once for each request in flight at the start, and never again', async () => {
		on.sandbox.latency(20);
		const items = Array.from({ length: 12 }, (_, index) => ({ title: `Item ${index}` }));
		const credentials = on.credentials({});
		const parameters = create({
			title: '={{ $json.title }}',
			options: { requestsAtOnce: 5 },
		});
		const { error } = await on.run(parameters, { credentials, items });
		expect(error).toBeUndefined();
		// Five requests at once: n8n looks for a stored token before each, and there is none yet.
		expect(trace().filter((line) => line.includes('/o/token/'))).toHaveLength(5);
		expect(trace().filter((line) => line.includes('/v1/event/'))).toHaveLength(12);
	});
});

describe('a sign-in that is refused', () => {
	it('says so in one clear message, once, and shows no secret', async () => {
		const { error } = await on.run(create(), {
			credentials: on.credentials({ password: 'not-the-word' }),
		});
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message:
				'Bleemeo did not accept the sign-in (item 0): The e-mail address or the password is wrong.',
		});
		expect(error?.description).toContain(
			'Open the Bleemeo API credential and check the e-mail and the password.',
		);
		expect(JSON.stringify(error)).not.toContain('not-the-word');
		expect(trace()).toEqual(['POST /o/token/ 400']);
	});

	it('says what is wrong with the client', async () => {
		const { error } = await on.run(create(), { credentials: on.credentials({ clientId: 'x' }) });
		expect(error?.message).toBe(
			'Bleemeo did not accept the sign-in (item 0): The client is unknown or its secret is wrong.',
		);
	});

	it('says so also when the stored token has ended', async () => {
		const credentials = on.credentials({});
		await on.run(create(), { credentials });
		on.sandbox.api('bleemeo').expireTokens();
		on.sandbox.clearRequests();
		Object.assign(credentials.bleemeoApi, { password: 'changed-meanwhile' });
		const { error } = await on.run(create(), { credentials });
		expect(error?.message).toContain('Bleemeo did not accept the sign-in (item 0)');
		expect(trace()).toEqual(['POST /v1/event/ 401', 'POST /o/token/ 400']);
	});

	it('keeps to itself what an answer without words says', async () => {
		on.sandbox.fault('bleemeo', { path: '/o/token/', status: 400, body: {} });
		const { error } = await on.run(create());
		expect(error?.message).toBe(
			'Bleemeo did not accept the sign-in (item 0): The sign-in was answered with status 400',
		);
	});
});

describe('a sign-in that cannot be had', () => {
	const failures: Array<[string, IDataObject, string]> = [
		['is down', { status: 503, body: '<h1>Down</h1>' }, 'The sign-in was answered with status 503'],
		[
			'limits the rate',
			{ status: 429, headers: { 'Retry-After': '7' }, body: { detail: 'Throttled.' } },
			'The sign-in was answered with status 429, which asks to wait 7 seconds',
		],
		[
			'is a log-in page',
			{ status: 200, body: '<h1>Hotel Wi-Fi</h1>', contentType: 'text/html' },
			'The sign-in was answered with status 200 but without a token',
		],
		[
			'is not there',
			{ status: 404, body: '<h1>Not Found</h1>', contentType: 'text/html' },
			'The sign-in was answered with status 404',
		],
		[
			'redirects',
			{ status: 302, headers: { Location: '/elsewhere/' }, body: '' },
			'The sign-in was answered with status 302',
		],
	];

	it.each(failures)('because the token endpoint %s', async (_, fault, text) => {
		on.sandbox.fault('bleemeo', { path: '/o/token/', times: null, ...fault });
		const { error } = await on.run(create());
		expect(error?.message).toBe(
			`Bleemeo could not be reached for 'Create event' (item 0): ${text}`,
		);
		expect(error?.description).toContain(
			'Nothing was done. Check the network and the base URL in the Bleemeo API credential',
		);
		expect(error?.description).not.toContain('unknown');
		expect(trace().every((line) => line.startsWith('POST /o/token/'))).toBe(true);
		expect(trace()).toHaveLength(4);
	});

	it('because the connection is cut: the event itself was never sent', async () => {
		on.sandbox.fault('bleemeo', { path: '/o/token/', times: null, drop: 'before' });
		const { error } = await on.run(create());
		expect(error?.message).toContain("Bleemeo could not be reached for 'Create event' (item 0)");
		expect(error?.message).toContain('The sign-in got no answer');
		expect(error?.description).toContain('Nothing was done.');
		expect(JSON.stringify(error)).not.toContain(PASSWORD());
		expect(company(on).events.size).toBe(5);
	});

	it('is tried again, and goes on when it works', async () => {
		on.sandbox.fault('bleemeo', { path: '/o/token/', status: 502 });
		const { error, items } = await on.run(create());
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(trace()).toEqual(['POST /o/token/ 502', 'POST /o/token/ 200', 'POST /v1/event/ 201']);
	});
});

describe('an access token of your own', () => {
	it('needs no sign-in, also with the scheme word pasted along', async () => {
		const accessToken = ` Bearer ${on.sandbox.api('bleemeo').readyToken}`;
		const { error } = await on.run(create(), withToken(on, { accessToken }));
		expect(error).toBeUndefined();
		expect(trace()).toEqual(['POST /v1/event/ 201']);
	});

	it('that has ended is refused once, without a loop', async () => {
		const credentials = withToken(on);
		on.sandbox.api('bleemeo').expireTokens();
		const { error } = await on.run(create(), credentials);
		expect(error).toMatchObject({
			httpCode: '401',
			message: "Bleemeo refused 'Create event' (item 0): Invalid token.",
		});
		expect(error?.description).toContain("or choose 'Email and Password'");
		expect(JSON.stringify(error)).not.toContain(on.sandbox.api('bleemeo').readyToken);
		expect(trace()).toEqual(['POST /v1/event/ 401']);
	});
});

describe('a credential that cannot work is refused before any request', () => {
	const wrong: Array<[string, IDataObject, string]> = [
		['no e-mail', { email: ' ' }, "'Email' in the credential is empty"],
		['no password', { password: '' }, "'Password' in the credential is empty"],
		[
			'no token',
			{ authentication: 'accessToken', accessToken: '' },
			"'Access Token' in the credential is empty",
		],
		[
			'an account that is no ID',
			{ accountId: 'Alpenrad' },
			`'Account ID' in the credential is not an ID (36 characters with hyphens)`,
		],
		[
			'an address that is none',
			{ baseUrl: 'api.bleemeo' },
			`'Base URL' in the credential is not an http(s) address`,
		],
		[
			'an address without encryption',
			{ baseUrl: 'http://bleemeo.example' },
			"'Base URL' in the credential would send the token unencrypted to bleemeo.example",
		],
	];

	it.each(wrong)('%s', async (_, changes, message) => {
		const { error } = await on.run(create(), { credentials: on.credentials(changes) });
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
		expect(on.requests()).toEqual([]);
	});
});

it('a token that is refused again after the sign-in ends the request', async () => {
	const wrong = { status: 401, body: { detail: 'Invalid token.' } };
	on.sandbox.fault('bleemeo', { path: '/v1/event/', times: null, ...wrong });
	const { error } = await on.run(create({ agentId: byId(company(on).web) }));
	expect(error?.message).toBe("Bleemeo refused 'Create event' (item 0): Invalid token.");
	expect(trace()).toEqual([
		'POST /o/token/ 200',
		'POST /v1/event/ 401',
		'POST /o/token/ 200',
		'POST /v1/event/ 401',
	]);
});

it('a refused sign-in is not tried again for each item, which could lock the account', async () => {
	const { items } = await on.run(create(), {
		credentials: on.credentials({ password: 'wrong' }),
		items: Array.from({ length: 40 }, () => ({})),
		onError: 'continueRegularOutput',
	});
	expect(items).toHaveLength(40);
	for (const { json } of items) expect(json.error).toContain('did not accept the sign-in');
	// One for each request that was in flight at the start.
	expect(on.requests().length).toBeLessThanOrEqual(5);
});

it('a password and a token that the sign-in repeats are hidden', async () => {
	const password = ['planted', 'word'].join('-');
	on.sandbox.fault('bleemeo', {
		path: '/o/token/',
		status: 400,
		body: {
			error: 'invalid_grant',
			error_description: `Wrong: ${password} (${'0a'.repeat(12)})`,
		},
	});
	const { error } = await on.run(create(), { credentials: on.credentials({ password }) });
	expect(error?.message).toContain('Wrong: [hidden] ([hidden])');
	expect(JSON.stringify(error)).not.toContain(password);
});

it('a token that was fetched during the run is hidden, too', async () => {
	const token = ['planted', 'session'].join('-');
	on.sandbox.fault('bleemeo', { path: '/o/token/', status: 200, body: { access_token: token } });
	on.sandbox.fault('bleemeo', {
		path: '/v1/event/',
		status: 403,
		body: { detail: `No right for ${token}` },
	});
	const { error } = await on.run(create(), { credentials: on.credentials({ sessionToken: '' }) });
	expect(comparable(on.requests()[1]).headers.authorization).toBe(`Bearer ${token}`);
	expect(error?.message).toContain('No right for [hidden]');
	expect(JSON.stringify(error)).not.toContain(token);
});
