'use strict';

/*
 * npm run screenshots [-- <folder>]
 *
 * Takes the pictures of the README from a real n8n with the example workflow.
 */
const fs = require('node:fs');
const path = require('node:path');
const { repositoryRoot } = require('./cache');
const { openDemo } = require('./demo-session');
const { withEditor, openWorkflow, openNode, runInCanvas } = require('./screenshot');

const NODE_WITH_FORM = 'n8n-nodes-incident-ops.pagerDutyIncidents';
/** JPEG, because the build copies every PNG of the repository into the package. */
const picture = /** @type {const} */ ({ type: 'jpeg', quality: 85 });
const log = (/** @type {string} */ line) => console.log(line);

async function main() {
	const folder = path.resolve(repositoryRoot, process.argv[2] ?? path.join('docs', 'images'));
	fs.mkdirSync(folder, { recursive: true });
	const { host, workflow, stop } = await openDemo({ example: 'first-incidents.json', log });
	try {
		const node = workflow.nodes.find((/** @type {any} */ one) => one.type === NODE_WITH_FORM);
		if (!node) throw new Error(`the example has no ${NODE_WITH_FORM} node`);
		await withEditor({ ...host, log }, async (page) => {
			await openWorkflow(page, host.baseUrl, workflow.id);
			await runInCanvas(page);
			await page.screenshot({ ...picture, path: path.join(folder, 'finished-run.jpg') });
			await openNode(page, node.name);
			await page.screenshot({ ...picture, path: path.join(folder, 'create-form.jpg') });
		});
		log(`Pictures are in ${folder}`);
	} finally {
		await stop();
	}
}

main().then(
	() => process.exit(),
	(error) => {
		console.error(error.message);
		process.exit(1);
	},
);
