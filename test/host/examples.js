'use strict';

/** What stands in the sandbox for what an example leaves for people to choose, by the field's name. @type {Record<string, string>} */
const CHOICES = { serviceId: 'PH38B7P' };

/**
 * Fills in what an example leaves open: credentials, which it names by type only, and what is to be
 * chosen from a list.
 *
 * @param {import('./rest').HostRest} rest
 * @param {any} workflow
 * @param {Record<string, Record<string, any>>} data by credential type
 */
async function fillIn(rest, workflow, data) {
	for (const node of workflow.nodes) choose(node);
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

/** @param {{ name: string, parameters?: Record<string, any> }} node */
function choose({ name, parameters = {} }) {
	for (const [field, value] of Object.entries(parameters)) {
		if (value?.__rl !== true || value.value !== '') continue;
		if (!CHOICES[field]) throw new Error(`node "${name}" leaves ${field} open`);
		value.value = CHOICES[field];
	}
}

module.exports = { fillIn };
