'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { cleanEnvironment, run } = require('./run');

/**
 * The packed package, and once more under another name, as a package of a single vendor is: the same code, which n8n
 * loads beside the first.
 *
 * @param {{ tarball: string, name: string, log?: import('./run').Log }} options
 * @returns {Promise<{ own: string, twin: string, remove: () => void }>} two tarballs, in a folder of their own: another
 *   test may be packing the first anew
 */
async function withTwin({ tarball, name, log = () => {} }) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-ops-twin-'));
	const own = path.join(folder, path.basename(tarball));
	fs.copyFileSync(tarball, own);
	const options = { cwd: folder, env: cleanEnvironment(), log };
	await run('tar', ['xzf', own], options);
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
	const packed = fs.readdirSync(folder).find((file) => file.startsWith(name));
	if (!packed) throw new Error(`npm pack wrote nothing into ${folder}`);
	const remove = () => fs.rmSync(folder, { recursive: true, force: true });
	return { own, twin: path.join(folder, packed), remove };
}

/** @param {string} file @param {string} text @returns {number} lines that contain it */
const lineCount = (file, text) =>
	fs
		.readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line.includes(text)).length;

module.exports = { lineCount, withTwin };
