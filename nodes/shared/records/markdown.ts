/** What ends a line for any reader. */
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Signs that mean something wherever they stand. */
const SIGNS = /[\\`*_{}[\]<>|~$&]/g;
/** Within its angle brackets such an address is a link to every reader, and nothing in it is a sign. */
const ADDRESS = /(https?:\/\/[^\s<>\\`"']+)/i;

/**
 * A text from outside as lines of Markdown that read as the text does, whatever is in it: no sign of
 * Markdown or HTML takes effect, and empty lines, which would end a paragraph, are left out. Pure.
 */
export function inMarkdown(text: string): string[] {
	return text
		.split(LINE_ENDS)
		.map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
		.filter(Boolean)
		.map(escaped);
}

/** The same as a part of one line. Pure. */
export function inOneLine(value: unknown): string {
	const lines = String(value)
		.split(LINE_ENDS)
		.filter((line) => line.trim());
	return inMarkdown(lines.join(' '))[0] ?? '';
}

function escaped(line: string): string {
	const parts = line
		.split(ADDRESS)
		.map((part, index) => (index % 2 ? linkTo(part) : part.replace(SIGNS, '\\$&')));
	// At its beginning a line could become a heading, a rule or an entry of a list.
	return parts
		.join('')
		.replace(/^[#+=-]/, '\\$&')
		.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** What ends a sentence behind an address is no part of it. */
function linkTo(address: string): string {
	const [, link, rest] = /^(.*?)([.,;:!?)\]}*_|~]*)$/.exec(address) ?? [];
	return `<${link}>${rest.replace(SIGNS, '\\$&')}`;
}
