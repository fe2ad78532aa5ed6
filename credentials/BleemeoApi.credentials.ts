import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { apiUrl, authHeaders, STANDARD_URL, TEST_URL } from '../nodes/Bleemeo/api/signIn';
import { readBody } from '../nodes/shared/wire/body';
import { within } from '../nodes/shared/ground/deadline';
import { replyOrCode, type Exchanged } from '../nodes/shared/wire/reply';
import {
	faultOf,
	faultOfCode,
	LIMITS,
	SIGN_IN_REFUSED,
	SIGN_IN_UNAVAILABLE,
} from '../nodes/shared/wire/retry';
import { hideSecrets } from '../nodes/shared/wire/secrets';
import { testBounds, testRules } from '../nodes/shared/wire/testRules';
import { asObject, asText, isObject } from '../nodes/shared/ground/values';
import { acceptJson, retryAfter } from '../nodes/shared/wire/vendor';

/** The public client of Bleemeo's own SDKs, which has no secret. docs/facts/bleemeo.md#password-grant. */
const PUBLIC_CLIENT = '1fc6de3e-8750-472e-baea-3ba22bb4eb56';

/** A token that the service repeats; what went wrong is said in shorter words. */
const TOKEN_LIKE = /[\w.~+/-]{20,}/g;

/** What the errors of the password grant mean. */
const REFUSALS: { [error: string]: string } = {
	invalid_grant: 'The e-mail address or the password is wrong.',
	invalid_client: 'The client is unknown or its secret is wrong.',
};

const forPassword = { show: { authentication: ['password'] } };

export class BleemeoApi implements ICredentialType {
	name = 'bleemeoApi';

	displayName = 'Bleemeo API';

	icon: Icon = { light: 'file:../icons/bleemeo.svg', dark: 'file:../icons/bleemeo.dark.svg' };

	documentationUrl =
		'https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs/bleemeo.md#bleemeo-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'password',
			description:
				'How to sign in. Bleemeo has no lasting API keys: its access tokens end after some hours, so only e-mail and password keep a workflow running.',
			options: [
				{ name: 'Access Token', value: 'accessToken' },
				{ name: 'Email and Password', value: 'password' },
			],
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'name@email.com',
			required: true,
			default: '',
			displayOptions: forPassword,
			description:
				'Log-in e-mail of a Bleemeo user. Best a user of its own for n8n, without two-factor sign-in, in the manager group.',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: forPassword,
			description: 'Password of this user. n8n exchanges it for a token and renews that by itself.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['accessToken'] } },
			description: 'An OAuth access token that you obtained yourself. It is not renewed.',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
			description:
				'The Bleemeo account to work in, if the user belongs to several. Without it Bleemeo takes the first.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: PUBLIC_CLIENT,
			displayOptions: forPassword,
			description:
				'The OAuth client to sign in with. Keep this one unless Bleemeo gave you your own.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: forPassword,
			description: 'Secret of your own OAuth client. The one preset as Client ID has none.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: STANDARD_URL,
			description: 'Address of the API, for a gateway of your own or a test system',
		},
	];

	/**
	 * Signs in and gives the token that n8n keeps in the credential. n8n asks for it when there is none
	 * and after a 401. Bleemeo's refresh tokens are not used: they serve once, so parallel executions
	 * would take them from each other.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		if (credentials.authentication === 'accessToken') return {};
		return { sessionToken: await signIn(this, credentials) };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		// Also n8n's test of the credential sends nothing to an address that the node refuses.
		apiUrl(credentials);
		const headers = { ...requestOptions.headers, ...authHeaders(credentials) };
		return { ...requestOptions, headers };
	}

	// Listing agents is open to every user. Bleemeo's /v1/info/ answers without any sign-in.
	test: ICredentialTestRequest = {
		request: {
			...testBounds,
			baseURL: TEST_URL,
			url: '/v1/agent/',
			qs: { page_size: 1, fields: 'id' },
			headers: acceptJson,
		},
		rules: testRules('Bleemeo', {
			401: "Bleemeo does not accept the token: an 'Access Token' ends after some hours. Make a new one, or sign in with e-mail and password.",
			403: "Signed in, but not for this 'Account ID': leave it empty, or correct it.",
		}),
	};
}

/**
 * The password grant, form-encoded. docs/facts/bleemeo.md#password-grant.
 * @throws Error with the vendor's words; the `code` of its cause tells a refusal from a sign-in that
 * could not be had
 */
async function signIn(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const { email, password, clientId, clientSecret } = credentials;
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: `${apiUrl(credentials)}/o/token/`,
		headers: { ...acceptJson, 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'password',
			username: String(email).trim(),
			password: String(password),
			client_id: asText(clientId)?.trim() ?? PUBLIC_CLIENT,
			...(clientSecret ? { client_secret: String(clientSecret).trim() } : {}),
		}).toString(),
		timeout: LIMITS.signInMs,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirected POST would lose the form, or carry the password elsewhere.
		disableFollowRedirect: true,
	};
	const { reply, code, text } = await answerOf(helpers, options);
	if (!reply) {
		// Nothing was asked of the API yet, so no outcome is in doubt.
		const known = faultOfCode(code) === 'noReply' ? SIGN_IN_UNAVAILABLE : code;
		throw signInError(known, `The sign-in got no answer (${text})`);
	}
	const { status, body } = reply;
	const fault = faultOf(reply);
	const token = asText(asObject(body).access_token);
	if (!fault && token) return token;
	if (fault === 'refused' && isObject(body)) {
		const said = [body.error_description, body.error, body.detail].map(asText).find(Boolean);
		const text = said ?? `The sign-in was answered with status ${status}`;
		const shown = hideSecrets(text, [password, clientSecret]).replace(TOKEN_LIKE, '[hidden]');
		// A password that is a word of the sentence would leave a hole where it matters.
		const isHole = shown !== text && /^[a-z]+$/i.test(String(password));
		const known = isHole ? REFUSALS[String(body.error)] : undefined;
		throw signInError(SIGN_IN_REFUSED, known ?? shown);
	}
	const wait = retryAfter(reply, Date.now());
	const waiting = wait ? `, which asks to wait ${Math.ceil(wait / 1000)} seconds` : '';
	const without = fault ? '' : ' but without a token';
	throw signInError(
		SIGN_IN_UNAVAILABLE,
		`The sign-in was answered with status ${status}${without}${waiting}`,
	);
}

/** The answer to its last byte, which has to come in time: a request waits for it. */
async function answerOf(
	helpers: IHttpRequestHelper['helpers'],
	options: IHttpRequestOptions,
): Promise<Exchanged> {
	const never = new AbortController().signal;
	const outcome = await within(LIMITS.signInMs, never, async (abortSignal) => {
		const exchanged = await helpers.httpRequest({ ...options, abortSignal }).then(
			(full: unknown) => replyOrCode({ full }),
			(error: unknown) => replyOrCode({ error }),
		);
		if (!exchanged.reply) return exchanged;
		const read = await readBody(exchanged.reply.body);
		return read.code === undefined ? { reply: { ...exchanged.reply, body: read.body } } : read;
	});
	if (!outcome.ended) return outcome.result;
	return { code: 'ETIMEDOUT', text: `not within ${LIMITS.signInMs / 1000} seconds` };
}

/**
 * The code lies one level down: beside the message, n8n's credential test would show it instead. n8n before 2.9
 * drops the cause, but takes a code that lies below `error` for the status.
 */
function signInError(code: string, message: string): Error {
	const cause = Object.assign(new Error(message), { code });
	return Object.assign(new Error(message, { cause }), { error: { code } });
}
