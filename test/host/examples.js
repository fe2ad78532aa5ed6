'use strict';

/**
 * Puts real credentials into an example, which names them by type only.
 *
 * @param {import('./rest').HostRest} rest
 * @param {any} workflow
 * @param {Record<string, Record<string, any>>} data by credential type
 */
async function fillInCredentials(rest, workflow, data) {
	/** @type {Record<string, { id: string, name: string }>} */
	const created = {};
	for (const node of workflow.nodes) {
		for (const type of Object.keys(node.credentials ?? {})) {
			if (!data[type])
				throw new Error(`node "${node.name}" wants ${type}, which the sandbox does not offer`);
			if (!created[type]) {
				const { id, name } = await rest.createCredential(`Sandbox ${type}`, type, data[type]);
				created[type] = { id, name };
			}
			node.credentials[type] = created[type];
		}
	}
}

module.exports = { fillInCredentials };
