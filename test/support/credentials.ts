import { UnexpectedError, ICredentialsHelper } from 'n8n-workflow';
import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { BleemeoApi } from '../../credentials/BleemeoApi.credentials';
import { DevHelmApi } from '../../credentials/DevHelmApi.credentials';
import { DevRevApi } from '../../credentials/DevRevApi.credentials';
import { PagerDutyIncidentsApi } from '../../credentials/PagerDutyIncidentsApi.credentials';

const TYPES: ICredentialType[] = [
	new BleemeoApi(),
	new DevHelmApi(),
	new DevRevApi(),
	new PagerDutyIncidentsApi(),
];

/** The stored credentials of a test, by type; a token fetched before a request is kept here. */
export type CredentialStore = { [type: string]: { [field: string]: unknown } };

/** What n8n's own credentials helper does for our types, without a database. */
export class TestCredentials extends ICredentialsHelper {
	constructor(private readonly store: CredentialStore) {
		super();
	}

	getParentTypes(): string[] {
		return [];
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

	async getDecrypted(
		_data: unknown,
		_details: unknown,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const defaults = Object.fromEntries(
			typeOf(type).properties.map((property) => [property.name, property.default]),
		) as ICredentialDataDecryptedObject;
		return { ...defaults, ...this.store[type] } as ICredentialDataDecryptedObject;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new UnexpectedError('not needed by these tests');
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties(type: string): INodeProperties[] {
		return typeOf(type).properties;
	}
}

function typeOf(name: string): ICredentialType {
	const found = TYPES.find((type) => type.name === name);
	if (!found) throw new UnexpectedError(`No credential type ${name}`);
	return found;
}

function fill(template: string, credentials: IDataObject): string {
	return template
		.replace(/^=/, '')
		.replace(/\{\{\$credentials\.(\w+)\}\}/g, (_, name: string) => String(credentials[name] ?? ''));
}
