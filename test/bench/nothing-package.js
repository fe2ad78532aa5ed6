'use strict';

const fs = require('node:fs');
const path = require('node:path');

const PACKAGE = 'n8n-nodes-bench-nothing';
const FILE = 'NothingTrigger.node.js';

/**
 * Puts the trigger that does nothing among the community nodes of an n8n, which loads it at its next start.
 *
 * @param {string} userFolder
 * @returns {string} the type of the node
 */
function placeNothing(userFolder) {
	const folder = path.join(userFolder, '.n8n', 'nodes', 'node_modules', PACKAGE);
	fs.mkdirSync(folder, { recursive: true });
	fs.copyFileSync(path.join(__dirname, 'nothing', FILE), path.join(folder, FILE));
	const manifest = {
		name: PACKAGE,
		version: '1.0.0',
		n8n: { n8nNodesApiVersion: 1, nodes: [FILE] },
	};
	fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	return `${PACKAGE}.nothingTrigger`;
}

module.exports = { placeNothing };
