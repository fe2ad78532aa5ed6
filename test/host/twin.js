'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { cleanEnvironment, run } = require('./run');

/**
 * The packed package once more under another name, as a package of a single vendor is: the same code, which n8n loads
 * beside the first.
 *
 * @param {{ tarball: string, folder: string, name: string, log?: import('./run').Log }} options `folder` is made anew
 * @returns {Promise<string>} the tarball
 */
async function renamed({ tarball, folder, name, log = () => {} }) {
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	const options = { cwd: folder, env: cleanEnvironment(), log };
	await run('tar', ['xzf', path.resolve(tarball)], options);
	const unpacked = path.join(folder, 'package');
	/** @param {string} file @param {(content: any) => any} change */
	const rewrite = (file, change) =>
		fs.writeFileSync(file, JSON.stringify(change(JSON.parse(fs.readFileSync(file, 'utf8')))));
	for (const file of ['package.json', path.join('dist', 'package.json')]) {
		rewrite(path.join(unpacked, file), (manifest) => ({ ...manifest, name }));
	}
	for (const file of fs.readdirSync(unpacked, { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.node.json')) continue;
		rewrite(path.join(unpacked, file), (codex) => ({
			...codex,
			node: codex.node.replace(/^.*\./, `${name}.`),
		}));
	}
	await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
		...options,
		cwd: unpacked,
		label: `pack ${name}`,
	});
	const packed = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'));
	if (!packed) throw new Error(`npm pack wrote nothing into ${folder}`);
	return path.join(folder, packed);
}

module.exports = { renamed };
