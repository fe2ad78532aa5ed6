import type { IDataObject } from 'n8n-workflow';

import { DevRevApi } from '../../credentials/DevRevApi.credentials';
import { DevRev } from '../../nodes/DevRev/DevRev.node';
import { sendTestRequest } from '../support/credentialTest';
import { comparable, suite } from '../support/suite';

const on = suite('devRev', 'devRevApi', new DevRev());
const credential = new DevRevApi();
const getMany = { resource: 'incident', operation: 'getAll' };

async function testCredential(changes: IDataObject) {
	return await sendTestRequest(credential, on.credentials(changes));
}

describe('the credential test', () => {
	it.each<[string, () => IDataObject]>([
		['as it is', () => ({})],
		['with slashes after the base URL', () => ({ baseUrl: ` ${on.sandbox.url('devRev')}// ` })],
		['with a pasted Bearer', () => ({ accessToken: ' Bearer sandbox-devrev-token\n' })],
	])('asks who the token is: %s', async (_, changes) => {
		const output = await testCredential(changes());
		expect(output?.[0][0].json).toMatchObject({ token: { issuer: 'sandbox' } });
		expect(comparable(on.requests()[0])).toMatchObject({
			method: 'GET',
			path: '/auth-tokens.info',
			headers: { authorization: 'Bearer sandbox-devrev-token' },
		});
	});

	it('fails with a wrong token, and says so', async () => {
		await expect(testCredential({ accessToken: 'wrong' })).rejects.toMatchObject({
			httpCode: '401',
		});
		const rule = credential.test.rules?.find(
			({ properties }) => 'value' in properties && properties.value === 401,
		);
		expect(rule?.properties.message).toContain('Access Token');
	});
});

it('strips a pasted Bearer from the token, and keeps other headers', async () => {
	const options = await credential.authenticate(
		{ accessToken: 'bearer  eyJ.x.y ' },
		{ url: '/x', headers: { Accept: 'text/plain' } },
	);
	expect(options).toEqual({
		url: '/x',
		headers: { Accept: 'text/plain', Authorization: 'Bearer eyJ.x.y' },
	});
});

it('works in the node with a pasted Bearer and a trailing slash', async () => {
	const { error } = await on.run(getMany, {
		credentials: on.credentials({
			accessToken: 'Bearer sandbox-devrev-token',
			baseUrl: `${on.sandbox.url('devRev')}/`,
		}),
	});
	expect(error).toBeUndefined();
	expect(on.theRequest()).toMatchObject({
		path: '/incidents.list',
		headers: { authorization: 'Bearer sandbox-devrev-token' },
	});
});

it.each<[IDataObject, string]>([
	[{ accessToken: ' ' }, "'Access Token' in the credential is empty"],
	[{ accessToken: 'a b' }, "'Access Token' in the credential is not one unbroken line"],
	[{ baseUrl: 'api.devrev.ai' }, "'Base URL' in the credential is not an http(s) address"],
	[{ baseUrl: 'http://api.devrev.ai' }, 'would send the token unencrypted to api.devrev.ai'],
])('refuses %j before any request', async (changes, message) => {
	const { error } = await on.run(getMany, { credentials: on.credentials(changes) });
	expect(error?.message).toContain(message);
	expect(error?.description).toContain('Open the credential');
	expect(on.requests()).toEqual([]);
});
