const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, relative, resolve, dirname } = require('node:path');
const { preProcessFile } = require('typescript');

const ROOT = resolve(__dirname, '..', '..');

/**
 * Files below a folder of the repository, as paths from its root with forward slashes.
 * @param {string} folder
 * @param {string} ending
 * @returns {string[]}
 */
function filesBelow(folder, ending) {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => `${folder}/${name.replace(/\\/g, '/')}`)
		.filter((name) => name.endsWith(ending))
		.sort();
}

/**
 * The folders in a folder of the repository.
 * @param {string} folder path from the root
 * @returns {string[]} their names
 */
function foldersBelow(folder) {
	return readdirSync(join(ROOT, folder), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}

/**
 * What a source file imports: paths from the repository's root for relative imports, else the
 * module's name.
 * @param {string} file path from the root
 * @returns {string[]}
 */
function importsOf(file) {
	return preProcessFile(textOf(file)).importedFiles.map(({ fileName }) =>
		fileName.startsWith('.')
			? relative(ROOT, resolve(ROOT, dirname(file), fileName)).replace(/\\/g, '/')
			: fileName,
	);
}

/**
 * @param {string} file path from the root
 * @returns {string}
 */
function textOf(file) {
	return readFileSync(join(ROOT, file), 'utf8');
}

/**
 * What is known of a vendor's API.
 * @param {string} folder below `nodes`
 * @returns {string} path from the root
 */
const factsOf = (folder) => `docs/facts/${folder.toLowerCase()}.md`;

/**
 * The page for users of a vendor.
 * @param {string} folder below `nodes`
 * @returns {string} path from the root
 */
const pageOf = (folder) => `docs/${folder.toLowerCase()}.md`;

/**
 * A file as it was committed last: tools of a developer may have changed the one that lies there. Outside a
 * repository, such as in an unpacked archive, that one is all there is.
 * @param {string} file path from the root
 * @returns {string}
 */
function committedTextOf(file) {
	const { status, stdout } = spawnSync('git', ['show', `HEAD:${file}`], {
		cwd: ROOT,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	return status === 0 ? stdout : textOf(file);
}

/**
 * @param {string} file path from the root
 * @returns {boolean}
 */
function exists(file) {
	return existsSync(join(ROOT, file));
}

/**
 * Where a link of a document leads.
 * @param {string} file of the document, its path from the root
 * @param {string} link a relative path
 * @returns {string} path from the root
 */
function linkedFrom(file, link) {
	return join(dirname(file), link);
}

module.exports = {
	committedTextOf,
	exists,
	filesBelow,
	foldersBelow,
	importsOf,
	linkedFrom,
	factsOf,
	pageOf,
	textOf,
};
