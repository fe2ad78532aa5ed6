import type { IDataObject } from 'n8n-workflow';

import { BleemeoApi } from '../../credentials/BleemeoApi.credentials';
import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import { sendTestRequest } from '../support/credentialTest';
import { comparable, suite } from '../support/suite';
import { company, headersOf } from './sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());
const credential = new BleemeoApi();

const byToken = () => ({
	authentication: 'accessToken',
	accessToken: on.sandbox.api('bleemeo').readyToken,
});

/** n8n always signs in for a test, as if no token were stored. */
async function send(changes: IDataObject) {
	return await sendTestRequest(credential, on.credentials({ sessionToken: '', ...changes }));
}

/** What n8n shows after "Save": the rule for the status, else the cause's code, else the message. */
async function shown(changes: IDataObject): Promise<string> {
	try {
		await send(changes);
		return 'Connection successful!';
	} catch (error) {
		const { message, cause } = error as {
			message: string;
			cause?: { code?: string; response?: { status: number } };
		};
		const rule = credential.test.rules?.find(
			({ properties }) => 'value' in properties && properties.value === cause?.response?.status,
		);
		return rule?.properties.message ?? cause?.code ?? message;
	}
}

it('the credential test signs in and lists one agent', async () => {
	const { labs } = company(on);
	expect(await shown({ accountId: labs })).toBe('Connection successful!');
	const [token, agents] = on.requests().map(comparable);
	expect(token.path).toBe('/o/token/');
	expect(agents).toEqual({
		method: 'GET',
		path: '/v1/agent/',
		query: { page_size: '1', fields: 'id' },
		headers: {
			accept: 'application/json',
			authorization: expect.stringMatching(/^Bearer access-/),
			'x-bleemeo-account': labs,
		},
		body: undefined,
	});
});

it.each(['/', '/v1', ' /v1/ ', '//'])('works with "%s" after the base URL', async (end) => {
	const baseUrl = `${on.sandbox.url('bleemeo')}${end}`.replace(' /', '/');
	expect(await shown({ ...byToken(), baseUrl })).toBe('Connection successful!');
	expect(comparable(on.requests()[0])).toMatchObject({
		path: '/v1/agent/',
		headers: headersOf(on),
	});
});

it.each<[string, () => IDataObject, string]>([
	[
		'a wrong password',
		() => ({ password: 'not-the-word' }),
		'The e-mail address or the password is wrong.',
	],
	['an unknown client', () => ({ clientId: 'x' }), 'The client is unknown or its secret is wrong.'],
	[
		'a wrong token',
		() => ({ authentication: 'accessToken', accessToken: 'wrong-token' }),
		"Bleemeo does not accept the token: an 'Access Token' ends after some hours. Make a new one, or sign in with e-mail and password.",
	],
	[
		'no token',
		() => ({ ...byToken(), accessToken: '' }),
		"'Access Token' in the credential is empty",
	],
	[
		'an account of somebody else',
		() => ({ ...byToken(), accountId: '00000000-0000-4000-8000-000000000000' }),
		"Signed in, but not for this 'Account ID': leave it empty, or correct it.",
	],
	[
		'a page that is no API',
		() => ({ ...byToken(), baseUrl: `${on.sandbox.url('bleemeo')}/panel` }),
		'There is no Bleemeo API at this address: check the region or the base URL.',
	],
	[
		'a page that is no API, with a password',
		() => ({ baseUrl: `${on.sandbox.url('bleemeo')}/panel` }),
		'The sign-in was answered with status 404',
	],
	[
		'an address without encryption',
		() => ({ baseUrl: 'http://bleemeo.example' }),
		"'Base URL' in the credential would send the token unencrypted to bleemeo.example",
	],
])('fails with %s, in words', async (_, changes, message) => {
	expect(await shown(changes())).toBe(message);
});

describe('what is added to a request', () => {
	const add = async (fields: object) =>
		(await credential.authenticate({ ...fields }, { url: '/x', headers: { Own: 'kept' } })).headers;

	it.each<[string, object, object]>([
		['the stored token', { sessionToken: 'a' }, { Authorization: 'Bearer a' }],
		['nothing without one', { sessionToken: '' }, {}],
		[
			'the own token, and not the stored one',
			{ authentication: 'accessToken', accessToken: 'own', sessionToken: 'a' },
			{ Authorization: 'Bearer own' },
		],
		[
			'an account',
			{ sessionToken: 'a', accountId: ' b ' },
			{ Authorization: 'Bearer a', 'X-Bleemeo-Account': 'b' },
		],
		['no empty account', { sessionToken: 'a', accountId: ' ' }, { Authorization: 'Bearer a' }],
	])('%s', async (_, fields, headers) => {
		expect(await add(fields)).toEqual({ Own: 'kept', ...headers });
	});
});
