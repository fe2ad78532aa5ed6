'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { repositoryRoot } = require('../host/cache');
const { VERSIONS } = require('../host/install');
const { table } = require('../host/table');

/**
 * One scenario's result.
 *
 * @typedef {object} Section
 * @property {string} title
 * @property {string} about what was measured, and how
 * @property {string[]} headings
 * @property {string[][]} rows
 * @property {string[]} notes
 */

/** @param {Section} section @returns {string} for the terminal */
function asText({ title, headings, rows, notes }) {
	return ['', title, '', table(headings, rows), ...notes.map((note) => `  ${note}`)].join('\n');
}

/** @param {string[]} cells */
const line = (cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;

/** @param {Section} section @returns {string} */
function asMarkdown({ title, about, headings, rows, notes }) {
	return [
		`## ${title}`,
		'',
		about,
		'',
		line(headings),
		line(headings.map(() => '---')),
		...rows.map(line),
		...(notes.length ? ['', ...notes.map((note) => `- ${note}`)] : []),
		'',
	].join('\n');
}

/** The machine in words that name nobody: cores and memory only. */
function machine() {
	return `${os.cpus().length} cores, ${(os.totalmem() / 1024 ** 3).toFixed(0)} GiB of memory`;
}

/**
 * Writes a report file into `docs/`.
 *
 * @param {{ file: string, title: string, intro: string, again: string, sections: Section[] }} report `again`: the command
 * @returns {string} its path below the repository's root
 */
function writeReport({ file, title, intro, again, sections }) {
	const { version } = JSON.parse(
		fs.readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'),
	);
	const relative = path.join('docs', file);
	const text = [
		`# ${title}`,
		'',
		intro,
		'',
		`- Date: ${new Date().toISOString().slice(0, 10)}`,
		`- Versions: package ${version}, n8n ${VERSIONS.n8n}, Node ${VERSIONS.node}`,
		`- Machine: ${machine()}; n8n, the vendors' sandbox and the axios loop share it`,
		`- Again: \`${again}\``,
		'',
		...sections.map(asMarkdown),
	].join('\n');
	fs.writeFileSync(path.join(repositoryRoot, relative), text);
	return relative;
}

/**
 * Puts a section into its place in a file of `docs/`: between the comments `<!-- name -->` and `<!-- /name -->`.
 *
 * @param {string} file @param {string} name @param {Section} section
 * @returns {string} its path below the repository's root
 */
function writePart(file, name, section) {
	const relative = path.join('docs', file);
	const whole = path.join(repositoryRoot, relative);
	const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const [before, rest] = fs.readFileSync(whole, 'utf8').split(begin);
	const after = rest?.split(end)[1];
	if (after === undefined) throw new Error(`${relative} has no place for ${name}`);
	const date = new Date().toISOString().slice(0, 10);
	const taken = `${date}, n8n ${VERSIONS.n8n}, Node ${VERSIONS.node}, ${machine()}`;
	const text = [begin, '', asMarkdown(section), `Taken: ${taken}.`, '', end].join('\n');
	fs.writeFileSync(whole, `${before}${text}${after}`);
	return relative;
}

module.exports = { asText, writePart, writeReport };
