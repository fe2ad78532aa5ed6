'use strict';

/*
 * npm run pack:check
 *
 * Looks at what would be published: the right files and no others, small, and loadable as n8n loads it.
 * Wants a build.
 */
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { isDeepStrictEqual } = require('node:util');

const { MOST_BYTES } = require('./pack-budget');

const ROOT = path.resolve(__dirname, '..');
/** What n8n reads in place of the classes: all four or none, or it lists every node twice. */
const METADATA = ['known', 'types'].flatMap((folder) =>
	['nodes', 'credentials'].map((name) => `dist/${folder}/${name}.json`),
);
const ALLOWED = [
	/^dist\/((nodes|credentials|icons)\/|package\.json$)/,
	new RegExp(`^(${METADATA.join('|')})$`),
	/^(README\.md|LICENSE|CHANGELOG\.md|package\.json)$/,
];
const REQUIRED = ['README.md', 'LICENSE', 'package.json', 'dist/package.json'];

const problems = /** @type {string[]} */ ([]);
const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
	cwd: ROOT,
	encoding: 'utf8',
	stdio: ['ignore', 'pipe', 'ignore'],
});
const parsed = JSON.parse(listing);
const [{ files, size }] = Array.isArray(parsed) ? parsed : Object.values(parsed);
const names = files.map((/** @type {{ path: string }} */ file) => file.path);

for (const name of names) {
	if (!ALLOWED.some((allowed) => allowed.test(name))) problems.push(`does not belong: ${name}`);
	if (/\.(map|tsbuildinfo|d\.ts)$|\btests?\b/.test(name)) problems.push(`does not belong: ${name}`);
}
for (const name of [...REQUIRED, ...METADATA])
	if (!names.includes(name)) problems.push(`is missing: ${name}`);
if (size > MOST_BYTES) problems.push(`is too large: ${size} bytes, at most ${MOST_BYTES}`);

for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
	if (!names.includes(file)) problems.push(`is registered but not packed: ${file}`);
	const className = path.basename(file).split('.')[0];
	const loaded = require(path.join(ROOT, file))[className];
	if (typeof loaded !== 'function') problems.push(`has no class ${className}: ${file}`);
	else {
		const instance = new loaded();
		checkInstance(instance, file);
		checkMetadata(instance, file, className);
	}
}
for (const kind of ['nodes', 'credentials']) {
	const registered = manifest.n8n[kind].length;
	for (const folder of ['known', 'types']) {
		const found = Object.keys(metadata(folder, kind)).length;
		if (found !== registered)
			problems.push(`dist/${folder}/${kind}.json has ${found} of ${registered}`);
	}
}

/** @param {string} folder @param {string} kind @returns {any} empty where there is none */
function metadata(folder, kind) {
	const file = path.join(ROOT, 'dist', folder, `${kind}.json`);
	return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
}

/** What n8n reads in place of the class says the same as the class. @param {any} instance @param {string} file @param {string} className */
function checkMetadata(instance, file, className) {
	const kind = instance.description ? 'nodes' : 'credentials';
	const own = JSON.parse(JSON.stringify(instance.description ?? instance));
	const { [own.name]: known } = metadata('known', kind);
	if (known?.className !== className || known?.sourcePath !== file) {
		problems.push(`dist/known/${kind}.json is stale about ${own.name}: npm run build`);
	}
	const types = Object.values(metadata('types', kind));
	const type = { ...types.find(({ name }) => name === own.name) };
	type.properties = type.properties?.filter(
		(/** @type {{ name: string }} */ { name }) => name !== 'pollTimes',
	);
	// n8n turns the icon into an address, and adds the codex and the times of a poll.
	const { icon, ...rest } = own;
	const stale = Object.keys(rest).filter((key) => !isDeepStrictEqual(rest[key], type[key]));
	if (stale.length || !type.iconUrl) {
		problems.push(`dist/types/${kind}.json is stale about ${own.name} (${stale}): npm run build`);
	}
}

/** @param {any} instance @param {string} file */
function checkInstance(instance, file) {
	const icon = (instance.description ?? instance).icon;
	for (const one of [icon.light, icon.dark]) {
		const target = path.join(path.dirname(file), one.replace('file:', ''));
		if (!names.includes(target)) problems.push(`has no icon ${target}: ${file}`);
	}
	const codex = file.replace(/\.js$/, '.json');
	if (instance.description && !names.includes(codex)) problems.push(`has no codex: ${file}`);
}

/** An n8n whose module has none of what is imported: one class that fails would fail the whole package. */
function checkOldHost() {
	const files = [...manifest.n8n.nodes, ...manifest.n8n.credentials].map((file) =>
		path.join(ROOT, file),
	);
	const script = `
		const module = require('node:module');
		const load = module._load;
		module._load = (name, ...more) => (name === 'n8n-workflow' ? {} : load(name, ...more));
		for (const file of ${JSON.stringify(files)}) for (const Class of Object.values(require(file))) new Class();
	`;
	const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
	if (status !== 0) problems.push(`does not load in an old n8n: ${stderr}`);
}

checkOldHost();
for (const problem of problems) console.error(`pack check: ${problem}`);
console.log(`pack check: ${names.length} files, ${size} bytes packed, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
