import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { DevHelmApi } from '../../credentials/DevHelmApi.credentials';
import { DevHelm } from '../../nodes/DevHelm/DevHelm.node';
import { sendTestRequest } from '../support/credentialTest';
import { comparable, suite } from '../support/suite';

const on = suite('devHelm', 'devHelmApi', new DevHelm());
const credential = new DevHelmApi();

async function testCredential(changes: IDataObject) {
	return await sendTestRequest(credential, on.credentials(changes));
}

describe('the credential test', () => {
	it.each<[string, () => IDataObject]>([
		['the plain base URL', () => ({})],
		['slashes after it', () => ({ baseUrl: ` ${on.sandbox.url('devHelm')}// ` })],
	])('asks who the key is: %s', async (_, changes) => {
		const output = await testCredential(changes());
		expect(output?.[0][0].json).toMatchObject({ data: { organization: { id: 4711 } } });
		expect(comparable(on.requests()[0])).toEqual({
			method: 'GET',
			path: '/api/v1/auth/me',
			query: {},
			headers: { accept: 'application/json', authorization: 'Bearer dh_live_sandbox_key' },
			body: undefined,
		});
	});

	it.each<[IDataObject, number]>([
		[{ apiKey: 'wrong' }, 401],
		[{ organizationId: '1' }, 403],
		[{ workspaceId: '1' }, 403],
	])('fails with %j', async (changes, status) => {
		await expect(testCredential(changes)).rejects.toMatchObject({ httpCode: String(status) });
		const rule = credential.test.rules?.find(
			({ properties }) => 'value' in properties && properties.value === status,
		);
		expect(rule?.properties.message).toMatch(/API Key/);
	});

	it('fails without a request where the credential cannot work', async () => {
		await expect(testCredential({ organizationId: 'acme' })).rejects.toMatchObject({
			message: expect.stringContaining(`'Organization ID' in the credential is not a whole number`),
		});
		expect(on.requests()).toEqual([]);
	});
});

describe('what the credential adds to a request, also to one of the HTTP Request node', () => {
	const add = async (fields: IDataObject, options: Partial<IHttpRequestOptions> = {}) => {
		const { authenticate } = credential;
		if (typeof authenticate !== 'function') return;
		return await authenticate(fields as never, { url: '/x', ...options });
	};
	const Authorization = 'Bearer dh_live_key';

	it.each<[string, IDataObject, object]>([
		['the key alone', { organizationId: '', workspaceId: '' }, { Authorization }],
		['the key alone for an old credential', {}, { Authorization }],
		['white space counts as empty', { organizationId: ' ', workspaceId: ' ' }, { Authorization }],
		['an organization', { organizationId: ' 42 ' }, { Authorization, 'x-phelm-org-id': '42' }],
		['zero', { organizationId: '0' }, { Authorization, 'x-phelm-org-id': '0' }],
		[
			'numbers from an expression',
			{ organizationId: 42, workspaceId: 7 },
			{ Authorization, 'x-phelm-org-id': '42', 'x-phelm-workspace-id': '7' },
		],
		['a key pasted with its scheme', { apiKey: ' Bearer dh_live_key\n' }, { Authorization }],
	])('%s', async (_, fields, headers) => {
		expect(await add({ apiKey: 'dh_live_key', ...fields })).toStrictEqual({ url: '/x', headers });
	});

	it('keeps the headers that are there', async () => {
		const options = await add({ apiKey: 'dh_live_key' }, { headers: { Accept: 'text/plain' } });
		expect(options?.headers).toEqual({ Accept: 'text/plain', Authorization });
	});
});

describe('in the node', () => {
	const getMany = { resource: 'incident', operation: 'getAll' };

	it('sends the tenant headers that are filled in, and works with a trailing slash', async () => {
		const { error } = await on.run(getMany, {
			credentials: on.credentials({
				organizationId: '4711',
				workspaceId: '52',
				baseUrl: `${on.sandbox.url('devHelm')}/`,
			}),
		});
		expect(error).toBeUndefined();
		expect(on.theRequest()).toMatchObject({
			path: '/api/v1/incidents',
			headers: {
				accept: 'application/json',
				authorization: 'Bearer dh_live_sandbox_key',
				'x-phelm-org-id': '4711',
				'x-phelm-workspace-id': '52',
			},
		});
	});

	it.each<[IDataObject, string, string]>([
		[{ apiKey: ' ' }, "'API Key' in the credential is empty", 'paste the whole API Key again'],
		[
			{ apiKey: 'two\nlines' },
			"'API Key' in the credential is not one unbroken line of plain characters",
			'paste the whole API Key again',
		],
		[
			{ organizationId: 'acme' },
			`'Organization ID' in the credential is not a whole number`,
			'or leave it empty',
		],
		[
			{ workspaceId: '1.5' },
			`'Workspace ID' in the credential is not a whole number`,
			'or leave it empty',
		],
		[
			{ baseUrl: 'api.devhelm.io' },
			`'Base URL' in the credential is not an http(s) address`,
			'https://api.devhelm.io',
		],
		[
			{ baseUrl: 'http://api.devhelm.io' },
			"'Base URL' in the credential would send the token unencrypted to api.devhelm.io",
			'Plain http is accepted for this machine',
		],
	])('refuses %j by name before any request', async (changes, message, description) => {
		const { error } = await on.run(getMany, { credentials: on.credentials(changes) });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain(description);
		expect(on.requests()).toEqual([]);
	});
});
