import { NodeApiError } from 'n8n-workflow';
import type { IHttpRequestHelper, INode, JsonObject } from 'n8n-workflow';

import { BleemeoApi } from '../../credentials/BleemeoApi.credentials';

const credentials = { authentication: 'password', email: 'ops@alpenrad.example', password: 'pass' };

/** What the credential throws when Bleemeo's token service answers this. */
async function thrown(statusCode: number, body: object): Promise<unknown> {
	const httpRequest = async () => await Promise.resolve({ statusCode, headers: {}, body });
	const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
	return await new BleemeoApi().preAuthentication.call(helper, credentials).then(
		() => undefined,
		(error: unknown) => error,
	);
}

// n8n before 2.9 keeps neither the error nor its cause: only its message, and what stands for the status.
it.each([
	[400, { error: 'invalid_grant' }, 'SIGN_IN_REFUSED'],
	[503, {}, 'SIGN_IN_UNAVAILABLE'],
])(
	'a sign-in that is answered with %d is told from an answer of the API on every n8n',
	async (status, body, code) => {
		const error = (await thrown(status, body)) as JsonObject;
		const { httpCode, message } = new NodeApiError({ name: 'Node' } as INode, error);
		expect([httpCode, message]).toEqual([code, error.message]);
		expect(error).not.toHaveProperty('code');
	},
);
