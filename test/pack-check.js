'use strict';

/*
 * npm run pack:check
 *
 * Looks at what would be published: the right files and no others, small, and loadable as n8n loads it.
 * Wants a build.
 */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '..');
/** A budget and no limit of npm: what grows past it should have a reason. */
const MOST_BYTES = 250_000;
const ALLOWED = [
	/^dist\/((nodes|credentials|icons)\/|package\.json$)/,
	/^(README\.md|LICENSE|CHANGELOG\.md|package\.json)$/,
];
const REQUIRED = ['README.md', 'LICENSE', 'package.json'];

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
for (const name of REQUIRED) if (!names.includes(name)) problems.push(`is missing: ${name}`);
if (size > MOST_BYTES) problems.push(`is too large: ${size} bytes, at most ${MOST_BYTES}`);

for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
	if (!names.includes(file)) problems.push(`is registered but not packed: ${file}`);
	const className = path.basename(file).split('.')[0];
	const loaded = require(path.join(ROOT, file))[className];
	if (typeof loaded !== 'function') problems.push(`has no class ${className}: ${file}`);
	else checkInstance(new loaded(), file);
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

for (const problem of problems) console.error(`pack check: ${problem}`);
console.log(`pack check: ${names.length} files, ${size} bytes packed, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
