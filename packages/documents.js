'use strict';

/*
 * Documents of the combined tree, cut to one vendor. Pure: texts in, texts out.
 *
 * What is cut is a unit: a section by its heading, a row of a table, an entry of a list, a paragraph, and within
 * these a sentence. A list of vendors' names keeps those that stay. A unit that names others only goes; one that
 * names others beside its own is left as it is, for a person to part: the cut fails there (cut.js).
 */

const NAMES = ['Bleemeo', 'DevHelm', 'DevRev', 'PagerDuty'];

/**
 * @typedef {object} Cut
 * @property {(text: string) => boolean} isForeign names another vendor
 * @property {(text: string) => boolean} isOwn
 * @property {(text: string) => boolean} isGone names a file that the tree does not have
 */

/**
 * @param {string} folder of the vendor
 * @param {string[]} gone paths that the tree does not have
 * @returns {Cut}
 */
function cutFor(folder, gone) {
	const others = NAMES.filter((name) => name !== folder);
	const escaped = gone.map((path) => path.replace(/^(docs|examples)\//, '').replace(/[.]/g, '\\.'));
	const [foreign, own, absent] = [others, [folder], escaped].map(
		(words) => new RegExp(words.join('|'), 'i'),
	);
	return {
		isForeign: (text) => foreign.test(text),
		isOwn: (text) => own.test(text),
		isGone: (text) => absent.test(text),
	};
}

const ANY = `(?:${NAMES.join('|')})`;
const ITEM = `(?:\\[[^\\]\\n]*${ANY}[^\\]\\n]*\\]\\([^)\\n]*\\)|\`[^\`\\n]*${ANY}[^\`\\n]*\`|\\*{0,2}${ANY}(?: Incidents)?(?: (?:Polling )?Trigger)?\\*{0,2})`;
const SEPARATOR = '(?:,?\\s+and\\s+|,\\s+|\\s+or\\s+|\\s+·\\s+)';
const LIST = new RegExp(`${ITEM}(?:${SEPARATOR}${ITEM})+`, 'gi');

/** Lists of vendors keep the one that stays. @param {string} text @param {Cut} cut */
function withShorterLists(text, { isForeign }) {
	return text.replace(LIST, (list) => {
		const items = list.match(new RegExp(ITEM, 'gi')) ?? [];
		const kept = items.filter((item) => !isForeign(item));
		if (!kept.length) return list;
		// Bold type may begin with the first and end with the last.
		const text = kept.join(', ');
		const opens = list.startsWith('**') && !text.startsWith('**');
		const closes = list.endsWith('**') && !text.endsWith('**');
		return `${opens ? '**' : ''}${text}${closes ? '**' : ''}`;
	});
}

/** @param {string} text @param {Cut} cut */
const isAlien = (text, { isForeign, isOwn, isGone }) =>
	isGone(text) || (isForeign(text) && !isOwn(text));

/** A paragraph or an entry without the sentences that are about others. @param {string} text @param {Cut} cut */
function withoutAlienSentences(text, cut) {
	if (!cut.isForeign(text) && !cut.isGone(text)) return text;
	const sentences = text.split(/(?<=[.!?:)][*_]{0,2})\s+(?=[A-Z*`_[])/);
	// What follows on a first sentence about another is about that one.
	if (isAlien(sentences[0], cut)) return '';
	return sentences.filter((sentence) => !isAlien(sentence, cut)).join(' ');
}

/** A row of a table: names of files of others go, then rows about others. @param {string} row @param {Cut} cut */
function cutRow(row, cut) {
	const named = row.replace(/`[^`]*`/g, (code) => (isAlien(code, cut) ? '\0' : code));
	const shorter = named.replace(/(?:, | · )\0|\0(?:, | · )/g, '').replace(/\0/g, () => '\0');
	const kept = shorter.includes('\0') ? row : shorter;
	return isAlien(kept, cut) ? '' : kept;
}

/** @param {string[]} lines of one block without blank lines @param {Cut} cut @returns {string[]} */
function cutBlock(lines, cut) {
	if (lines[0].startsWith('|')) {
		const rows = lines.map((row) => cutRow(row, cut)).filter(Boolean);
		return rows.length > 2 ? rows : [];
	}
	/** @type {string[][]} */
	const entries = [];
	for (const line of lines) {
		if (!entries.length || /^\s*(?:[-*]|\d+\.) /.test(line)) entries.push([line]);
		else entries[entries.length - 1].push(line);
	}
	return entries
		.map((entry) => withoutAlienSentences(entry.join('\n'), cut))
		.filter(Boolean)
		.join('\n')
		.split('\n');
}

/** What the tree of one vendor has no use for, between these marks. */
const BLOCKS = /<!-- (combined|storms|bench) -->\n[^]*?<!-- \/\1 -->\n?/g;

/**
 * A document cut to one vendor.
 * @param {string} text Markdown
 * @param {Cut} cut
 * @returns {string}
 */
function cutDocument(text, cut) {
	const lines = withShorterLists(text.replace(BLOCKS, ''), cut).split('\n');
	/** @type {string[]} */
	const out = [];
	/** @type {string[]} */
	let block = [];
	let isCode = false;
	/** The level of the heading whose section goes. */
	let gone = 7;
	const flush = () => {
		if (block.length) out.push(...cutBlock(block, cut));
		block = [];
	};
	for (const line of lines) {
		const level = isCode ? 0 : (/^(#+) /.exec(line)?.[1].length ?? 0);
		if (level) {
			flush();
			if (level <= gone) gone = isAlien(line, cut) ? level : 7;
		}
		if (gone < 7) continue;
		if (line.startsWith('```')) {
			flush();
			isCode = !isCode;
			out.push(line);
		} else if (isCode) {
			if (!isAlien(line, cut)) out.push(line);
		} else if (level || line === '') {
			flush();
			out.push(line);
		} else block.push(line);
	}
	flush();
	return `${out
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trimEnd()}\n`;
}

/**
 * Sections of a document by their headings, with what stands below them.
 * @param {string} text
 * @param {string[]} headings
 * @returns {string}
 */
function sectionsOf(text, headings) {
	return headings
		.map((heading) => {
			const lines = text.split('\n');
			const first = lines.findIndex((line) => line.replace(/^#+ /, '') === heading);
			if (first < 0) throw new Error(`there is no section "${heading}"`);
			const [{ length }] = /^#+/.exec(lines[first]) ?? [''];
			const next = new RegExp(`^#{1,${length}} `);
			const last = lines.findIndex((line, index) => index > first && next.test(line));
			return lines
				.slice(first, last < 0 ? undefined : last)
				.join('\n')
				.trimEnd();
		})
		.join('\n\n');
}

/**
 * A document with the sections that it takes from another: `<!-- from README.md: Output; How fast -->`.
 * @param {string} text
 * @param {(file: string) => string} read the other document
 * @returns {string}
 */
function withSections(text, read) {
	return text.replace(/<!-- from ([\w./-]+): ([^>]*?) -->/g, (_, file, headings) =>
		sectionsOf(read(file), headings.split('; ')),
	);
}

/** Headings as GitHub makes addresses of them. @param {string} text @returns {string[]} */
function anchorsOf(text) {
	return text
		.replace(/^```[^]*?^```/gm, '')
		.split('\n')
		.filter((line) => /^#+ /.test(line))
		.map((line) =>
			line
				.replace(/^#+\s*/, '')
				.toLowerCase()
				.replace(/[^\w -]/g, '')
				.replace(/ /g, '-'),
		);
}

module.exports = { NAMES, anchorsOf, cutDocument, cutFor, withSections };
