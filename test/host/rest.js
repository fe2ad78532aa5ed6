'use strict';

const { HostRestError, until } = require('./rest-session');
const { WorkflowRest } = require('./rest-workflows');

/** @typedef {{ id: string, name: string, type: string }} CredentialReference */
/** @typedef {{ status: 'OK' | 'Error', message: string }} CredentialTest */

/**
 * @typedef {object} Lookup
 * @property {string} nodeType for example `<package>.<node>`
 * @property {number} [version]
 * @property {string} path of the parameter, for example `parameters.service`
 * @property {string} methodName
 * @property {Record<string, any>} [parameters] the node's parameters so far
 * @property {CredentialReference} [credential]
 * @property {string} [filter] resource locator only: what the user typed
 * @property {string} [paginationToken] resource locator only
 */

/** @param {Lookup} lookup */
function lookupBody({ nodeType, version = 1, path, methodName, parameters = {}, credential }) {
	return {
		path,
		methodName,
		nodeTypeAndVersion: { name: nodeType, version },
		currentNodeParameters: parameters,
		credentials: credential
			? { [credential.type]: { id: credential.id, name: credential.name } }
			: undefined,
	};
}

/** n8n's own REST interface (2.41), as its editor uses it. */
class HostRest extends WorkflowRest {
	/**
	 * Sets the owner up in a fresh n8n, or logs in when there is one.
	 *
	 * @param {{ email: string, password: string, firstName?: string, lastName?: string }} owner
	 */
	async signIn({ email, password, firstName = 'Test', lastName = 'Owner' }) {
		try {
			await this.rest('POST', '/owner/setup', { email, password, firstName, lastName });
		} catch (error) {
			if (!(error instanceof HostRestError) || error.status !== 400) throw error;
			await this.login(email, password);
		}
	}

	/** @param {string} email @param {string} password */
	async login(email, password) {
		await this.rest('POST', '/login', { emailOrLdapLoginId: email, password });
	}

	/**
	 * @param {string} name
	 * @param {string} type
	 * @param {Record<string, any>} data
	 * @returns {Promise<CredentialReference>}
	 */
	async createCredential(name, type, data) {
		const created = await this.rest('POST', '/credentials', { name, type, data });
		return { id: created.id, name: created.name, type: created.type };
	}

	/**
	 * What the editor shows after "Save": the credential's own test request. Without `data`, tests what is stored.
	 *
	 * @param {CredentialReference} credential
	 * @param {Record<string, any>} [data]
	 * @returns {Promise<CredentialTest>}
	 */
	async testCredential(credential, data) {
		const { id, name, type } = credential;
		const stored = data ?? (await this.rest('GET', `/credentials/${id}?includeData=true`)).data;
		return await this.rest('POST', '/credentials/test', {
			credentials: { id, name, type, data: stored },
		});
	}

	/**
	 * One page of a resource locator's list.
	 *
	 * @param {Lookup} lookup
	 * @returns {Promise<{ results: Array<{ name: string, value: string, url?: string }>, paginationToken?: any }>}
	 */
	async resourceLocator(lookup) {
		const { filter, paginationToken } = lookup;
		return await this.rest('POST', '/dynamic-node-parameters/resource-locator-results', {
			...lookupBody(lookup),
			filter,
			paginationToken,
		});
	}

	/** @param {Lookup} lookup @returns {Promise<Array<{ name: string, value: any }>>} */
	async loadOptions(lookup) {
		return await this.rest('POST', '/dynamic-node-parameters/options', lookupBody(lookup));
	}

	/** @param {Lookup} lookup @returns {Promise<{ fields: any[] }>} a resource mapper's fields */
	async resourceMapperFields(lookup) {
		return await this.rest(
			'POST',
			'/dynamic-node-parameters/resource-mapper-fields',
			lookupBody(lookup),
		);
	}

	/** @returns {Promise<any[]>} the descriptions of all nodes, as the editor gets them */
	async nodeTypes() {
		return await this.file('/types/nodes.json');
	}

	/** @returns {Promise<any[]>} the descriptions of all credential types */
	async credentialTypes() {
		return await this.file('/types/credentials.json');
	}
}

module.exports = { HostRest, HostRestError, until };
