'use strict';

const manifest = require('../../package.json');

/** @typedef {import('./version-checks').Place} Place */

const PACKAGE = manifest.name;

/** @param {unknown} isSo @param {string} what @param {unknown} seen */
function demand(isSo, what, seen) {
	if (!isSo) throw new Error(`${what}, but: ${JSON.stringify(seen)}`);
}

/**
 * Saves and runs a workflow of items and one node of ours.
 *
 * @param {Place} place
 * @param {{ type: string, parameters: object, credential: string, data?: object, items?: object[], more?: object }} node
 */
async function runNode({ host, sandbox }, { type, parameters, credential, data, items, more }) {
	const kept = data ?? sandbox.credentials[credential];
	const { id, name } = await host.rest.createCredential(`Check ${credential}`, credential, kept);
	const workflow = await host.rest.createWorkflow({
		name: `Check ${type}`,
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Items',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: { mode: 'raw', jsonOutput: JSON.stringify({ list: items ?? [{}] }) },
			},
			{
				name: 'Split',
				type: 'n8n-nodes-base.splitOut',
				parameters: { fieldToSplitOut: 'list', options: {} },
			},
			{
				name: 'Ours',
				type: `${PACKAGE}.${type}`,
				parameters,
				credentials: { [credential]: { id, name } },
				...more,
			},
		],
		connections: {
			Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: 'Split', type: 'main', index: 0 }]] },
			Split: { main: [[{ node: 'Ours', type: 'main', index: 0 }]] },
		},
	});
	return {
		again: async () => await host.rest.runToEnd(workflow.id, 'Start'),
		execution: await host.rest.runToEnd(workflow.id, 'Start'),
	};
}

module.exports = { demand, PACKAGE, runNode };
