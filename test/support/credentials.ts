import { ICredentialsHelper, NodeHelpers, UnexpectedError, Workflow } from 'n8n-workflow';
import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	INodeType,
} from 'n8n-workflow';

import { CREDENTIALS } from './catalogue';

/** What n8n's own credential type has, from which ours takes what it does not settle itself. */
const OAUTH2: INodeProperties[] = [
	{ displayName: 'Client ID', name: 'clientId', type: 'string', default: '' },
	{ displayName: 'Client Secret', name: 'clientSecret', type: 'string', default: '' },
];

/** Types of vendors that only tests know (test/shared/madeUp). */
export const MADE_UP: ICredentialType[] = [];

/** The stored credentials of a test, by type; a token fetched before a request is kept here. */
export type CredentialStore = { [type: string]: { [field: string]: unknown } };

/** What n8n's own credentials helper does for our types, without a database. */
export class TestCredentials extends ICredentialsHelper {
	constructor(private readonly store: CredentialStore) {
		super();
	}

	getParentTypes(name: string): string[] {
		return typeOf(name).extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = typeOf(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const { headers = {} } = (authenticate as IAuthenticateGeneric).properties;
		const filled = Object.entries(headers).map(([name, template]) => [
			name,
			fill(String(template), credentials),
		]);
		return { ...options, headers: { ...options.headers, ...Object.fromEntries(filled) } };
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: unknown,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { properties, preAuthentication } = typeOf(typeName);
		const hidden = properties.find(({ typeOptions }) => typeOptions?.expirable);
		if (!hidden || !preAuthentication) return;
		if (credentials[hidden.name] !== '' && !expired) return;
		const output = (await preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (output[hidden.name] === undefined) return;
		Object.assign(this.store[typeName], output);
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	/** With defaults, without what the form does not show, and with all expressions worked out. */
	async getDecrypted(
		_data: unknown,
		_details: unknown,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const properties = this.getCredentialsProperties(type);
		const stored = this.store[type] as ICredentialDataDecryptedObject;
		const shown = NodeHelpers.getNodeParameters(
			properties,
			stored as INode['parameters'],
			true,
			false,
			null,
			null,
		);
		const { oauthTokenData } = stored;
		const data = { ...shown, ...(oauthTokenData === undefined ? {} : { oauthTokenData }) };
		return workOut(data as INode['parameters']);
	}

	async getCredentials(): Promise<ICredentials> {
		throw new UnexpectedError('not needed by these tests');
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(
		_details: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	): Promise<void> {
		Object.assign(this.store[type], { oauthTokenData });
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { properties, extends: parents } = typeOf(type);
		return parents?.includes('oAuth2Api') ? [...OAUTH2, ...properties] : properties;
	}
}

function typeOf(name: string): ICredentialType {
	const found = [...CREDENTIALS, ...MADE_UP].find((type) => type.name === name);
	if (!found) throw new UnexpectedError(`No credential type ${name}`);
	return found;
}

function fill(template: string, credentials: IDataObject): string {
	return template
		.replace(/^=/, '')
		.replace(/\{\{\$credentials\.(\w+)\}\}/g, (_, name: string) => String(credentials[name] ?? ''));
}

/** A credential's own fields are what `$self` is in its expressions. */
export function workOut(data: INode['parameters']): ICredentialDataDecryptedObject {
	const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');
	if (!Object.values(data).some(isExpression)) return data as ICredentialDataDecryptedObject;
	const node: INode = {
		id: 'mock',
		name: 'Mock',
		type: 'mock',
		typeVersion: 1,
		position: [0, 0],
		parameters: data,
	};
	const nodeTypes = {
		getByName: () => MOCK,
		getByNameAndVersion: () => MOCK,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getComplexParameterValue(
		node,
		data,
		'internal',
		{},
		undefined,
		undefined,
		data,
	) as ICredentialDataDecryptedObject;
}

const MOCK = { description: { properties: [] } } as unknown as INodeType;
