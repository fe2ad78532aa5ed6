import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidentsOAuth2Api } from '../../credentials/PagerDutyIncidentsOAuth2Api.credentials';
import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { pagerDutyApp } from '../sandbox/pagerduty/identity/seed';
import { sendTestRequest } from '../support/credentialTest';
import { connectAccount } from '../support/oauthConnect';
import { suite } from '../support/suite';

const TYPE = 'pagerDutyIncidentsOAuth2Api';
const on = suite('pagerDuty', TYPE, new PagerDutyIncidents());
const credential = new PagerDutyIncidentsOAuth2Api();

const send = async (changes: IDataObject) =>
	await sendTestRequest(credential, on.credentials(changes));
const trace = () => on.requests().map(({ method, path, status }) => `${method} ${path} ${status}`);

it.each<[string, () => IDataObject]>([
	['as it is', () => ({})],
	[
		'with slashes after the addresses',
		() => ({
			baseUrl: `${on.sandbox.url('pagerDuty')}//`,
			identityUrl: `${on.sandbox.url('pagerDuty')}/`,
		}),
	],
	['with a pasted address as subdomain', () => ({ subdomain: 'https://alpenrad.pagerduty.com/' })],
	['with fewer scopes', () => ({ scopes: ' services.read ' })],
])('the credential test signs in and reads one service, %s', async (_, changes) => {
	const output = await send(changes());
	expect(output?.[0][0].json).toMatchObject({ services: [{ type: 'service' }], limit: 1 });
	expect(trace()).toEqual(['POST /oauth/token 200', 'GET /services 200']);
});

it('works with a user token that was connected', async () => {
	const credentials = on.credentials({ grantType: 'pkce' });
	await connectAccount(credentials, TYPE);
	on.sandbox.clearRequests();
	await sendTestRequest(credential, credentials);
	expect(trace()).toEqual(['GET /services 200']);
});

it.each<[string, IDataObject, string]>([
	['a wrong secret', { clientSecret: 'wrong' }, 'POST /oauth/token 401'],
	['a wrong client', { clientId: 'wrong' }, 'POST /oauth/token 401'],
	['a scope too many', { scopes: 'services.read services.delete' }, 'POST /oauth/token 400'],
	['the other region', { accountRegion: 'eu' }, 'POST /oauth/token 400'],
])('fails with %s', async (_, changes, line) => {
	await expect(send(changes)).rejects.toThrow(/./);
	expect(trace()).toEqual([line]);
});

it('fails without services.read, and says so', async () => {
	await expect(send({ scopes: 'incidents.read' })).rejects.toMatchObject({ httpCode: '403' });
	const { rules = [] } = credential.test;
	expect(rules.map(({ properties }) => properties.message).join()).toContain(
		'it lacks services.read',
	);
});

it('n8n itself shows neither secret nor token', async () => {
	const clientSecret = ['planted', 'word'].join('-');
	const refused: unknown = await send({ clientSecret }).catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(Error);
	expect((refused as Error).message).not.toContain(clientSecret);
	expect((refused as Error).message).not.toContain(pagerDutyApp.clientSecret);
});
