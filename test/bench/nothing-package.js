'use strict';

const fs = require('node:fs');
const path = require('node:path');

/**
 * Puts a node of one file among the community nodes of an n8n, which loads it at its next start.
 *
 * @param {string} userFolder
 * @param {string} packageName
 * @param {string} source the node's file, `<Name>.node.js`
 * @returns {string} the type of the node
 */
function placeNode(userFolder, packageName, source) {
	const folder = path.join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	const file = path.basename(source);
	fs.mkdirSync(folder, { recursive: true });
	fs.copyFileSync(source, path.join(folder, file));
	const manifest = {
		name: packageName,
		version: '1.0.0',
		n8n: { n8nNodesApiVersion: 1, nodes: [file] },
	};
	fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	const [name] = file.split('.');
	return `${packageName}.${name[0].toLowerCase()}${name.slice(1)}`;
}

/** The trigger that does nothing. @param {string} userFolder @returns {string} the type of the node */
function placeNothing(userFolder) {
	const source = path.join(__dirname, 'nothing', 'NothingTrigger.node.js');
	return placeNode(userFolder, 'n8n-nodes-bench-nothing', source);
}

module.exports = { placeNode, placeNothing };
