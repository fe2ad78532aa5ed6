'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { repositoryRoot } = require('./cache');

/** @typedef {{ title: string, status: string }} VendorView what the vendor itself says about an object */
/** @typedef {(data: any, id: string) => Promise<VendorView>} Reader */
/** @typedef {{ node: string, vendor: string, kind: string, credential: string, read: Reader }} ReadBack */

/**
 * What each `test/<Vendor>/readBack.js` knows, by node name: the vendor as people write it, what the node
 * creates by default, and how to read it by ID.
 *
 * @returns {Record<string, ReadBack>}
 */
function readers() {
	const folder = path.join(repositoryRoot, 'test');
	const files = fs
		.readdirSync(folder)
		.map((name) => path.join(folder, name, 'readBack.js'))
		.filter((file) => fs.existsSync(file));
	return Object.fromEntries(
		files.map((file) => /** @type {ReadBack} */ (require(file))).map((one) => [one.node, one]),
	);
}

/**
 * @typedef {object} CreatedObject
 * @property {string} vendor
 * @property {string} kind
 * @property {string} id
 * @property {string} title as the node returned it
 * @property {string} status
 * @property {string} url
 * @property {boolean} readBack the vendor has it under this id, with this title
 * @property {string} problem why not
 */

/**
 * Looks at the vendors for everything that the create operations of a finished run returned.
 *
 * @param {{ workflow: any, execution: import('./execution').ExecutionResult, credentials: Record<string, any>, packageName: string }} run
 * @returns {Promise<CreatedObject[]>}
 */
async function readBackCreated({ workflow, execution, credentials, packageName }) {
	const byNode = readers();
	/** @type {CreatedObject[]} */
	const found = [];
	for (const node of workflow.nodes) {
		const [prefix, type] = node.type.split('.');
		const known = prefix === packageName ? byNode[type] : undefined;
		// "create" is the default operation, and defaults are left out of saved workflows
		if (!known || !['create', undefined].includes(node.parameters.operation)) continue;
		const { vendor, kind, credential, read } = known;
		for (const { json } of execution.nodes[node.name]?.items[0] ?? []) {
			const { id, title, status, url } = json;
			/** @type {CreatedObject} */
			const row = { vendor, kind, id, title, status, url: url ?? '', readBack: false, problem: '' };
			found.push(row);
			try {
				const view = await read(credentials[credential], String(id));
				row.readBack = view.title === title;
				if (!row.readBack) row.problem = `${vendor} says its title is "${view.title}"`;
			} catch (error) {
				row.problem = /** @type {Error} */ (error).message;
			}
		}
	}
	return found;
}

module.exports = { readBackCreated };
