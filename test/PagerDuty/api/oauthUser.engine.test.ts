import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { pagerDutyOAuth } from '../../../nodes/PagerDuty/api/oauth';
import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { expireTokens, pagerDutyApp } from '../../sandbox/pagerduty/identity/seed';
import { TestCredentials } from '../../support/credentials';
import { loadList, mapFields, searchList } from '../../support/lookup';
import { connectAccount } from '../../support/oauthConnect';
import { byId, comparable, suite } from '../../support/suite';
import { idsOf, seeded } from '../incidents';

const TYPE = 'pagerDutyIncidentsOAuth2Api';
const node = new PagerDutyIncidents();
const on = suite('pagerDuty', TYPE, node);

const acknowledge = () => ({
	authentication: 'oAuth2',
	resource: 'incident',
	operation: 'acknowledge',
	incidentId: byId(seeded(on, 'triggered').id),
});
const trace = () => on.requests().map(({ method, path, status }) => `${method} ${path} ${status}`);
const identity = () => on.sandbox.state('pagerDuty').identity;

/** The credential of a user who has pressed "Connect my account". */
async function connected(changes: IDataObject = {}) {
	const credentials = on.credentials({ grantType: 'pkce', ...changes });
	const opened = await connectAccount(credentials, TYPE);
	return { credentials, opened };
}
const tokenOf = (credentials: ReturnType<typeof on.credentials>) =>
	credentials[TYPE].oauthTokenData as { [name: string]: string | undefined };

describe('a user token', () => {
	it('is asked for with PKCE, without an account among the scopes', async () => {
		const { opened, credentials } = await connected();
		expect(opened.pathname).toBe('/oauth/authorize');
		const asked = Object.fromEntries(opened.searchParams);
		expect(asked).toMatchObject({
			client_id: pagerDutyApp.clientId,
			response_type: 'code',
			code_challenge_method: 'S256',
		});
		expect(asked.scope).toMatch(/^incidents\.read incidents\.write /);
		expect(asked.scope).not.toContain('as_account');
		const [, exchange] = on.requests();
		expect(exchange.body).toMatchObject({
			grant_type: 'authorization_code',
			code_verifier: expect.stringMatching(/^.{43,}$/),
		});
		expect(tokenOf(credentials).refresh_token).toMatch(/^pd-refresh-/);
	});

	it('acts for the user, who needs no From', async () => {
		const { credentials } = await connected();
		on.sandbox.clearRequests();
		const { items, error } = await on.run(acknowledge(), { credentials });
		expect(error).toBeUndefined();
		expect(items[0].json.status).toBe('acknowledged');
		for (const { headers } of on.requests()) {
			expect(headers.authorization).toBe(`Bearer ${tokenOf(credentials).access_token}`);
			expect(headers).not.toHaveProperty('from');
		}
		const { users, incidents } = on.sandbox.state('pagerDuty');
		const { last_status_change_by: by } = incidents.get(String(items[0].json.id)) ?? {};
		expect(by?.id).toBe(users.get(identity().userId)?.id);
	});

	it('is renewed when it has ended, and the next refresh token is stored each time', async () => {
		const { credentials } = await connected();
		const first = tokenOf(credentials);
		const spent = new Set([first.refresh_token]);
		const get = { ...acknowledge(), operation: 'get' };
		for (let day = 1; day <= 3; day += 1) {
			expireTokens(on.sandbox.state('pagerDuty'));
			on.sandbox.clearRequests();
			const { error } = await on.run(get, { credentials });
			expect(error).toBeUndefined();
			expect(trace().slice(0, 2)).toEqual([
				`GET /incidents/${String(get.incidentId.value)} 401`,
				'POST /oauth/token 200',
			]);
			const [, renewal] = on.requests().map(comparable);
			expect(renewal.body).toEqual({
				grant_type: 'refresh_token',
				refresh_token: [...spent][day - 1],
				client_id: pagerDutyApp.clientId,
				client_secret: pagerDutyApp.clientSecret,
			});
			spent.add(tokenOf(credentials).refresh_token);
		}
		expect(spent.size).toBe(4);
	});

	it('that was revoked has to be connected again, and nothing secret is shown', async () => {
		const { credentials } = await connected();
		const { refresh_token: refreshToken, access_token: token } = tokenOf(credentials);
		expireTokens(on.sandbox.state('pagerDuty'));
		identity().refreshTokens.clear();
		const { error } = await on.run(acknowledge(), { credentials });
		expect(error?.message).toContain('PagerDuty did not accept the sign-in (item 0)');
		expect(error?.description).toContain('a user token may have to be connected again');
		for (const secret of [refreshToken, token, pagerDutyApp.clientSecret]) {
			expect(JSON.stringify(error)).not.toContain(secret);
		}
	});

	it('without a renewal has to be connected again', async () => {
		const { credentials } = await connected();
		delete tokenOf(credentials).refresh_token;
		expireTokens(on.sandbox.state('pagerDuty'));
		const { error } = await on.run(acknowledge(), { credentials });
		expect(error?.message).toContain('PagerDuty did not accept the sign-in (item 0)');
	});

	it('that was silently given no scopes is refused, with what to do', async () => {
		const { credentials } = await connected({ scopes: 'incidents.read everything.write' });
		expect(tokenOf(credentials).scope).toBe('openid');
		const { error } = await on.run(acknowledge(), { credentials });
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.message).toContain('Token missing required scopes: incidents.read');
		expect(error?.description).toContain("add it to 'Scopes' in the credential");
	});
});

it.each([
	['us', 'https://api.pagerduty.com', 'as_account-us.acme'],
	['eu', 'https://api.eu.pagerduty.com', 'as_account-eu.acme'],
])('region %s has its own API, and the one identity service', async (region, baseUrl, account) => {
	const stored = { clientId: 'a', clientSecret: 'b', subdomain: 'acme', region };
	const helper = new TestCredentials({ [TYPE]: stored });
	const data = await helper.getDecrypted(undefined, undefined, TYPE);
	expect(data).toMatchObject({
		authUrl: 'https://identity.pagerduty.com/oauth/authorize',
		accessTokenUrl: 'https://identity.pagerduty.com/oauth/token',
		scope: expect.stringMatching(new RegExp(`^incidents\\.read .*write ${account}$`)),
	});
	expect(pagerDutyOAuth.connect(data).baseUrl).toBe(baseUrl);
});

describe('the choice of a credential', () => {
	const both = () => ({
		...on.credentials({}),
		pagerDutyIncidentsApi: on.sandbox.credentials.pagerDutyIncidentsApi,
	});
	const get = (authentication: string) => ({
		...acknowledge(),
		operation: 'get',
		authentication,
	});

	it.each([
		['apiToken', /^Token token=/],
		['oAuth2', /^Bearer pd-access-/],
	])('%s is used for requests', async (authentication, header) => {
		const { error } = await on.run(get(authentication), { credentials: both() });
		expect(error).toBeUndefined();
		const [read] = on.requests().filter(({ method }) => method === 'GET');
		expect(read.headers.authorization).toMatch(header);
	});

	it.each([
		['apiToken', /^Token token=/],
		['oAuth2', /^Bearer pd-access-/],
	])('%s is used for the lists of the form', async (authentication, header) => {
		const call = { node, credentials: both(), parameters: get(authentication) as INodeParameters };
		const { results } = await searchList(call, 'searchServices', 'check');
		expect(results).toMatchObject([{ value: idsOf(on).services.Checkout }]);
		expect(await loadList(call, 'getIncidentTypes')).not.toEqual([]);
		expect((await mapFields(call, 'getCustomFields')).fields).not.toEqual([]);
		const reads = on.requests().filter(({ method }) => method === 'GET');
		expect(reads.length).toBeGreaterThan(2);
		for (const { headers } of reads) expect(headers.authorization).toMatch(header);
	});
});
