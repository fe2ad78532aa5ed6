'use strict';

/*
 * Cuts the package for one vendor out of this tree: .cache/packages/<name>, ready to be pushed to a repository of
 * its own. Fails, naming file and line, when the tree names another vendor or has a link that leads nowhere.
 */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const { NAMES, anchorsOf, cutDocument, cutFor, withSections } = require('./documents');
const { COMBINED, COMBINED_ONLY, COMBINED_SCRIPTS, OWNER, VENDORS } = require('./vendors');

const ROOT = path.resolve(__dirname, '..');
const TEXT = /\.(ts|js|mjs|json|md|yml|snap|svg|txt)$|(^|\/)(LICENSE|run|\.[a-z]+)$/;
/** Written anew for each tree, so the one of this tree is not taken. */
const OWN = [
	'README.md',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'package.json',
	'package-lock.json',
	'.github/ISSUE_TEMPLATE/problem.yml',
	'examples/first-incidents.json',
];

/** @typedef {import('./vendors').VendorPackage} VendorPackage */

/** @param {string} file path from the root */
const read = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');

/** @param {string} file @param {string} folder */
const isIn = (file, folder) => file === folder || file.startsWith(`${folder}/`);

/** What git has, the work of now included. @returns {string[]} paths from the root */
function sources() {
	const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
	const listed = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
	return listed.filter((file) => fs.existsSync(path.join(ROOT, file)));
}

/** Whether a path belongs to another vendor. @param {string} file @param {VendorPackage} vendor */
function isOthers(file, { folder }) {
	const others = NAMES.filter((name) => name !== folder);
	return others.some((name) => file.toLowerCase().includes(name.toLowerCase()));
}

/** Whether a picture stands on the vendor's page. @param {string} file @param {VendorPackage} vendor */
const isShown = (file, { folder }) =>
	read(`docs/${folder.toLowerCase()}.md`).includes(path.basename(file));

/** A snapshot without what it keeps of other vendors. @param {string} text @param {VendorPackage} vendor */
const cutSnapshot = (text, { folder }) =>
	text.replace(/^exports\[`(\w+) [^]*?^`;\n\n?/gm, (entry, name) =>
		NAMES.includes(name) && name !== folder ? '' : entry,
	);

/** The count in the first line is of the rows that are left. @param {string} text */
const recounted = (text) => {
	const rows = text.split('\n').filter((line) => /^\| (?!What is said|Node )/.test(line)).length;
	return text.replace(/\d+(?= (?:operations;|texts\.))/, String(rows));
};

/** @param {string} file @param {string} text @param {VendorPackage} vendor */
function cutText(file, text, vendor) {
	const cut = cutFor(vendor.folder, Object.keys(COMBINED_ONLY));
	if (file.endsWith('.snap')) return cutSnapshot(text, vendor);
	if (!file.endsWith('.md')) return text;
	const isOfVendor = new RegExp(`${vendor.folder}\\.md$`, 'i').test(file);
	const short = cutDocument(text, cut);
	return isOfVendor || !file.startsWith('docs/') ? short : recounted(short);
}

/** The names of package and repository. @param {string} text @param {VendorPackage} vendor */
const renamed = (text, { name }) => text.replaceAll(COMBINED, name);

/** @param {VendorPackage} vendor @returns {string} */
function manifest({ folder, name, description, keywords }) {
	const all = JSON.parse(read('package.json'));
	const clients = VENDORS.flatMap((one) => (one.folder === folder ? [] : (one.clients ?? [])));
	const without = (/** @type {Record<string, string>} */ object, /** @type {string[]} */ names) =>
		Object.fromEntries(Object.entries(object).filter(([key]) => !names.includes(key)));
	const ours = (/** @type {string[]} */ files) => files.filter((file) => file.includes(folder));
	return `${JSON.stringify(
		{
			...all,
			name,
			description,
			homepage: `https://github.com/${OWNER}/${name}#readme`,
			keywords: ['n8n-community-node-package', ...keywords],
			repository: { type: 'git', url: `git+https://github.com/${OWNER}/${name}.git` },
			scripts: without(all.scripts, COMBINED_SCRIPTS),
			n8n: { ...all.n8n, credentials: ours(all.n8n.credentials), nodes: ours(all.n8n.nodes) },
			devDependencies: without(all.devDependencies, [...clients, 'playwright-core']),
		},
		null,
		2,
	)}\n`;
}

/** The first example with the one node that is left. @param {VendorPackage} vendor */
function firstExample({ folder, node, choose }) {
	const example = JSON.parse(read('examples/first-incidents.json'));
	const gone = example.nodes
		.filter((/** @type {any} */ { type }) => type.startsWith(`${COMBINED}.`))
		.filter((/** @type {any} */ { name }) => name !== node)
		.map((/** @type {any} */ { name }) => name);
	const stays = (/** @type {any} */ { name, node: to }) => !gone.includes(name ?? to);
	example.name = 'An alert becomes an incident';
	example.nodes = example.nodes.filter(stays);
	example.connections.Alert.main[0] = example.connections.Alert.main[0].filter(
		(/** @type {any} */ { node: to }) => !gone.includes(to),
	);
	for (const one of example.nodes) if (one.name === node) one.position = [500, 240];
	const steps = [
		`Create a credential in **${node}**.`,
		...(choose ? [choose] : []),
		"Run it with *Execute workflow*. Put your alert's trigger in place of **Start** and **Alert** later.",
	].map((step, index) => `${index + 1}. ${step}`);
	example.nodes.find((/** @type {any} */ { name }) => name === 'About').parameters.content =
		`## An alert becomes an incident\nOne alert opens one at ${folder}, with its title and its text in the fields that are made for them.\n\n**To set it up**\n\n${steps.join('\n')}`;
	return `${JSON.stringify(example, null, '\t')}\n`;
}

/** @param {VendorPackage} vendor @returns {Array<[string, string]>} files that only a cut tree has */
function ownFiles(vendor) {
	const folder = path.join('packages', vendor.folder.toLowerCase());
	const cut = cutFor(vendor.folder, Object.keys(COMBINED_ONLY));
	const filled = (/** @type {string} */ file) =>
		withSections(
			read(file).replace(/<!-- common ([\w.-]+) -->\n/g, (_, other) =>
				read(`packages/common/${other}`),
			),
			(other) => cutDocument(read(other), cut),
		)
			.replaceAll('{{name}}', vendor.name)
			.replaceAll('{{vendor}}', vendor.folder)
			.replaceAll('{{node}}', vendor.node)
			.replaceAll('{{page}}', `docs/${vendor.folder.toLowerCase()}.md`);
	return [
		['package.json', manifest(vendor)],
		['examples/first-incidents.json', firstExample(vendor)],
		['README.md', filled(`${folder}/README.md`)],
		['CHANGELOG.md', filled(`${folder}/CHANGELOG.md`)],
		['CONTRIBUTING.md', filled('packages/common/CONTRIBUTING.md')],
		['.github/ISSUE_TEMPLATE/problem.yml', filled('packages/common/problem.yml')],
	];
}

/**
 * The lock file of this tree without what the manifest no longer asks for; the versions stay.
 * @param {string} target
 */
function lock(target) {
	fs.copyFileSync(path.join(ROOT, 'package-lock.json'), path.join(target, 'package-lock.json'));
	const args = ['install', '--package-lock-only', '--ignore-scripts', '--prefer-offline'];
	execFileSync(
		'npm',
		[...args, '--omit-lockfile-registry-resolved', '--no-audit', '--no-fund', '--loglevel=error'],
		{
			cwd: target,
			stdio: ['ignore', 'ignore', 'inherit'],
		},
	);
}

/** What was cut is formatted anew. @param {string} target */
function tidy(target) {
	const prettier = path.join(ROOT, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
	const folders = ['nodes', 'credentials', 'test', 'examples'];
	execFileSync(process.execPath, [prettier, '--write', '--log-level=warn', ...folders], {
		cwd: target,
	});
}

/** @param {string} folder @returns {string[]} every file below, as paths from it */
const filesIn = (folder) =>
	fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));

/**
 * What a tree must not have: names of other vendors, and links and references that lead nowhere.
 * @param {string} target
 * @param {VendorPackage} vendor
 * @returns {string[]} one line each, with file and line
 */
function problemsOf(target, vendor) {
	const others = new RegExp(NAMES.filter((name) => name !== vendor.folder).join('|'), 'i');
	const there = (/** @type {string} */ file) => fs.existsSync(path.join(target, file));
	const textOf = (/** @type {string} */ file) => fs.readFileSync(path.join(target, file), 'utf8');
	/** @param {string} file @param {string | undefined} anchor */
	const leads = (file, anchor) =>
		there(file) && (!anchor || !file.endsWith('.md') || anchorsOf(textOf(file)).includes(anchor));
	// n8n takes a repository with more than one for a monorepo.
	const manifests = filesIn(target).filter((file) => path.basename(file) === 'package.json');
	const more = manifests.filter((file) => file !== 'package.json');
	const lines = filesIn(target)
		.filter((file) => TEXT.test(file) && file !== 'package-lock.json')
		.flatMap((file) =>
			textOf(file)
				.split('\n')
				.flatMap((line, index) => {
					const at = `${file}:${index + 1}`;
					const named = others.exec(line);
					const links = [
						...(file.endsWith('.md')
							? [...line.matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, link]) => {
									const [to, anchor] = link.split('#');
									return [to ? path.join(path.dirname(file), to) : file, anchor];
								})
							: []),
						...[...line.matchAll(/\b(docs\/[\w/-]+\.md)(?:#([\w-]+))?/g)].map(([, to, anchor]) => [
							to,
							anchor,
						]),
						...(file.endsWith('.md')
							? [...line.matchAll(/`((?:nodes|test|credentials|examples)\/[\w./-]+\w)`/g)].map(
									([, to]) => [to, undefined],
								)
							: []),
					];
					return [
						...(named ? [`${at}: names ${named[0]}: ${line.trim().slice(0, 160)}`] : []),
						...links
							.filter(([to, anchor]) => !leads(String(to), anchor))
							.map(([to, anchor]) => `${at}: leads nowhere: ${to}${anchor ? `#${anchor}` : ''}`),
					];
				}),
		);
	return [...more.map((file) => `${file}:1: is a second package.json`), ...lines];
}

/**
 * Writes the tree of a vendor.
 * @param {VendorPackage} vendor
 * @returns {{ target: string, files: number, problems: string[] }} the folder, and what is wrong with it
 */
function cut(vendor) {
	const target = path.join(ROOT, '.cache', 'packages', vendor.name);
	fs.rmSync(target, { recursive: true, force: true });
	/** @param {string} file @param {string | Buffer} content */
	const write = (file, content) => {
		fs.mkdirSync(path.join(target, path.dirname(file)), { recursive: true });
		fs.writeFileSync(path.join(target, file), content);
	};
	const left = [...Object.keys(COMBINED_ONLY), ...Object.keys(vendor.without ?? {}), ...OWN];
	const taken = sources()
		.filter((file) => !left.some((folder) => isIn(file, folder)))
		.filter((file) => !isOthers(file, vendor))
		.filter((file) => !file.startsWith('docs/images/') || isShown(file, vendor));
	for (const file of taken) {
		if (!TEXT.test(file)) write(file, fs.readFileSync(path.join(ROOT, file)));
		else write(file, renamed(cutText(file, read(file), vendor), vendor));
	}
	for (const [file, text] of ownFiles(vendor)) write(file, renamed(text, vendor));
	fs.chmodSync(path.join(target, '.ci', 'run'), 0o755);
	tidy(target);
	lock(target);
	return { target, files: filesIn(target).length, problems: problemsOf(target, vendor) };
}

module.exports = { cut };

if (require.main === module) {
	for (const vendor of VENDORS.filter(
		({ folder }) => !process.argv[2] || process.argv[2] === folder,
	)) {
		const { target, files, problems } = cut(vendor);
		problems.forEach((problem) => console.error(problem));
		console.log(`${path.relative(ROOT, target)}: ${files} files, ${problems.length} problems`);
		if (problems.length) process.exitCode = 1;
	}
}
