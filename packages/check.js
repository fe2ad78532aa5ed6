'use strict';

/*
 * npm run packages [-- DevHelm] [--keep] [--only=install,build] [--beside]
 *
 * Cuts the packages for one vendor (cut.js), and has each do what a stranger's clone does, in a folder outside this
 * tree: install from its own lock file, build, lint, test, pack, be scanned as n8n scans it, and be loaded alone by a
 * real n8n, which runs its examples; then what is packed is put into one n8n (beside.js). Prints two tables.
 * `--keep` leaves the folders; `--only` takes some of the steps; `--beside` does no more than the second table needs.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { cacheFolder, repositoryRoot } = require('../test/host/cache');
const { cleanEnvironment } = require('../test/host/run');
const { table } = require('../test/host/table');
const { beside } = require('./beside');
const { cut } = require('./cut');
const { VENDORS } = require('./vendors');
const manifest = require('../package.json');

const SCANNER = '@n8n/scan-community-package@0.32.0';
const log = (/** @type {string} */ line) => console.log(line);

/** @typedef {import('./vendors').VendorPackage} VendorPackage */
/** @typedef {{ status: number | null, output: string, seconds: number }} Ended */

/**
 * @param {string} command @param {string[]} args @param {string} cwd
 * @returns {Promise<Ended>}
 */
async function run(command, args, cwd) {
	const began = Date.now();
	const env = cleanEnvironment({ INCIDENT_OPS_CACHE: cacheFolder() });
	const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk) => (output += String(chunk)));
	}
	const status = await new Promise((resolve) => child.on('close', resolve));
	return { status, output, seconds: (Date.now() - began) / 1000 };
}

/** n8n's scanner, installed once. @returns {Promise<string>} its folder */
async function scanner() {
	const home = path.join(cacheFolder(), SCANNER.replace(/.*\//, ''));
	if (fs.existsSync(path.join(home, 'done'))) return home;
	fs.mkdirSync(home, { recursive: true });
	fs.writeFileSync(path.join(home, 'package.json'), '{ "private": true }');
	const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', SCANNER];
	const { status, output } = await run('npm', args, home);
	if (status !== 0) throw new Error(`the scanner cannot be installed: ${output.slice(-2000)}`);
	fs.writeFileSync(path.join(home, 'done'), '');
	return home;
}

/** Runs tests of some layers. @param {string} tree @param {string[]} args */
async function jest(tree, args) {
	const report = path.join(tree, '.cache', 'report.json');
	fs.mkdirSync(path.dirname(report), { recursive: true });
	fs.rmSync(report, { force: true });
	const binary = path.join(tree, 'node_modules', 'jest', 'bin', 'jest.js');
	const all = [binary, '--json', `--outputFile=${report}`, '--silent', ...args];
	const ended = await run(process.execPath, all, tree);
	if (!fs.existsSync(report)) return { ...ended, passed: 0, failed: 1, names: [] };
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
		fs.readFileSync(report, 'utf8'),
	);
	return {
		...ended,
		passed: numPassedTests,
		failed: numFailedTests + numRuntimeErrorTestSuites,
		/** @type {string[]} what passed */
		names: testResults.flatMap((/** @type {any} */ { assertionResults }) =>
			assertionResults
				.filter((/** @type {any} */ { status }) => status === 'passed')
				.map((/** @type {any} */ { fullName }) => fullName),
		),
	};
}

/** @typedef {(tree: string, vendor: VendorPackage) => Promise<{ cell: string, isGood: boolean, output?: string }>} Step */

/** @param {string} command @param {string[]} args @returns {Step} */
const command =
	(command, ...args) =>
	async (tree) => {
		const { status, output, seconds } = await run(command, args, tree);
		return {
			cell: status === 0 ? `${seconds.toFixed(0)} s` : 'failed',
			isGood: status === 0,
			output,
		};
	};

/** @param {string[]} args @returns {Step} */
const tests =
	(...args) =>
	async (tree) => {
		const { passed, failed, output } = await jest(tree, args);
		return { cell: `${passed}, ${failed}`, isGood: passed > 0 && failed === 0, output };
	};

/** What is packed of a tree. @param {VendorPackage} vendor */
const tarballOf = ({ name }) =>
	path.join(repositoryRoot, '.cache', 'packages', 'packed', `${name}.tgz`);

/** @type {Step} */
async function pack(tree, vendor) {
	const checked = await run('npm', ['run', '--silent', 'pack:check'], tree);
	const [, bytes = 'unknown'] = /(\d+) bytes packed/.exec(checked.output) ?? [];
	const folder = path.join(tree, '.cache', 'packed');
	fs.mkdirSync(folder, { recursive: true });
	const packed = await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], tree);
	const [made] = fs.readdirSync(folder);
	if (made) {
		fs.mkdirSync(path.dirname(tarballOf(vendor)), { recursive: true });
		fs.copyFileSync(path.join(folder, made), tarballOf(vendor));
	}
	return {
		cell: bytes,
		isGood: checked.status === 0 && packed.status === 0,
		output: checked.output + packed.output,
	};
}

/** @type {Step} */
async function scan(tree, vendor) {
	const home = await scanner();
	const folder = path.join(tree, '.cache', 'scan');
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	await run('tar', ['-xzf', tarballOf(vendor)], folder);
	const script = path.join(__dirname, 'scan.mjs');
	const args = [script, home, tree, path.join(folder, 'package')];
	const { status, output } = await run(process.execPath, args, tree);
	const count = output.split('\n').filter(Boolean).length;
	return {
		cell: status === 0 ? String(count) : 'failed',
		isGood: status === 0 && count === 0,
		output,
	};
}

/** Loads alone, and runs the examples: two cells. @type {Step} */
async function host(tree, { folder }) {
	const { passed, failed, names, output } = await jest(tree, [
		'--selectProjects',
		'e2e',
		'--runInBand',
	]);
	const loads = names.some((name) => name.includes('is loaded with its nodes, tool twins'));
	const ran = names.filter(
		(name) =>
			name.startsWith('the example workflow') ||
			name === `run in n8n ${folder.toLowerCase()}` ||
			/^an example/.test(name),
	);
	return {
		cell: `${loads ? 'yes' : 'no'}, ${ran.length} examples, ${passed} passed, ${failed} failed`,
		isGood: loads && ran.length > 2 && failed === 0,
		output,
	};
}

/** @type {Array<[string, Step]>} by the heading of the column */
const STEPS = [
	['install', command('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error')],
	['types', command('npm', 'run', '--silent', 'typecheck')],
	['lint', command('npm', 'run', '--silent', 'lint')],
	['format', command('npx', 'prettier', '--check', 'nodes', 'credentials', 'test', 'examples')],
	['build', command('npm', 'run', '--silent', 'build')],
	['packed bytes', pack],
	['pure and contract', tests('--selectProjects', 'pure', 'contract', '--maxWorkers=2')],
	['engine', tests('--selectProjects', 'engine', '--maxWorkers=2')],
	['scanner findings', scan],
	['loads alone, in n8n', host],
];

/** @param {VendorPackage} vendor @param {{ only: string[], keep: boolean }} options @returns {Promise<{ row: string[], isGood: boolean }>} */
async function check(vendor, { only, keep }) {
	const { target, files, problems } = cut(vendor);
	problems.forEach(log);
	const home = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-ops-tree-'));
	const tree = path.join(home, vendor.name);
	fs.cpSync(target, tree, { recursive: true });
	const row = [vendor.name, `${files}${problems.length ? `, ${problems.length} problems` : ''}`];
	let isGood = problems.length === 0;
	for (const [name, step] of STEPS) {
		if (only.length && !only.includes(name)) {
			row.push('-');
			continue;
		}
		const came = await step(tree, vendor);
		log(`${vendor.name}, ${name}: ${came.cell}`);
		if (!came.isGood) log(String(came.output).split('\n').slice(-60).join('\n'));
		isGood &&= came.isGood;
		row.push(came.cell);
	}
	if (keep) log(`left at ${tree}`);
	else fs.rmSync(home, { recursive: true, force: true });
	return { row, isGood };
}

async function main() {
	const args = process.argv.slice(2);
	const names = args.filter((arg) => !arg.startsWith('--'));
	const only =
		args
			.find((arg) => arg.startsWith('--only='))
			?.slice(7)
			.split(',') ?? [];
	const chosen = VENDORS.filter(({ folder }) => !names.length || names.includes(folder));
	if (!chosen.length) throw new Error(`no such vendor: ${names.join(', ')}`);
	const isWhole = !names.length && !only.length;
	const steps = args.includes('--beside') ? ['install', 'build', 'packed bytes'] : only;
	const began = Date.now();
	const rows = [];
	for (const vendor of chosen) {
		const since = Date.now();
		const { row, isGood } = await check(vendor, { only: steps, keep: args.includes('--keep') });
		rows.push([...row, `${((Date.now() - since) / 1000).toFixed(0)} s`]);
		if (!isGood) process.exitCode = 1;
	}
	log(`\n${table(['tree', 'files', ...STEPS.map(([name]) => name), 'wall time'], rows)}`);
	log(
		'Cells of tests: passed, failed. Scanner: errors and warnings, in the source and in what is packed.',
	);
	if (isWhole) {
		const packed = chosen.map((vendor) => ({ vendor, tarball: tarballOf(vendor) }));
		const came = await beside({ packed, version: manifest.version, log });
		log(`\n${table(came.headings, came.rows)}`);
		if (!came.isGood) process.exitCode = 1;
	}
	log(`wall time ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
