import type { IDataObject } from 'n8n-workflow';

import { asText, isObject } from '../ground/values';

const HIDDEN = '[hidden]';
/** Shorter secrets are left: they are in every text. */
const FEWEST = 4;
/** From this length on a secret is looked for also where tags or blanks cut it up. */
const FEWEST_CUT_UP = 8;
/** The fewest characters by which a secret is known in base64 or hex. */
const FEWEST_ENCODED = 6;
/** How many encodings may lie in each other. */
const MOST_LAYERS = 3;

/** A text as bytes, one character each and in lower case, with the place that each has in what is shown. */
interface View {
	bytes: string;
	from: number[];
	to: number[];
}

/**
 * The text with each secret in it replaced: as it is, in other letters, URL-encoded, escaped for JSON or
 * HTML, in hex or base64, or cut up by tags or blanks. Pure; takes time in proportion to the text.
 */
export function hideSecrets(text: string, secrets: unknown[]): string {
	const words = [...new Set(secrets.map((secret) => asText(secret)?.trim() ?? ''))].filter(
		({ length }) => length >= FEWEST,
	);
	if (!words.length || !text) return text;
	const hidden = new Uint8Array(text.length);
	let view = viewOf(text);
	for (let layer = 0; layer <= MOST_LAYERS; layer++) {
		const joined = without(view, GAP);
		for (const word of words) {
			for (const needle of needlesOf(word)) {
				mark(hidden, view, needle);
				if (word.length >= FEWEST_CUT_UP) mark(hidden, joined, needle.replace(/\s/g, ''));
			}
		}
		const decoded = decode(view);
		if (decoded.bytes.length === view.bytes.length) break;
		view = decoded;
	}
	return shown(text, hidden);
}

const SECRET_FIELD = /secret|password|routing_?key/i;

/** What is secret in a request: the secret of a webhook, say, which an answer may repeat. */
export function secretsIn(body: IDataObject = {}, depth = 1): unknown[] {
	return Object.entries(body).flatMap(([name, value]) => {
		if (isObject(value)) return depth < 4 ? secretsIn(value, depth + 1) : [];
		return SECRET_FIELD.test(name) ? [value] : [];
	});
}

/** A value as JSON has it, with the secrets in its texts and names replaced, at any depth. Pure. */
export function hideIn(value: unknown, secrets: unknown[]): unknown {
	if (typeof value === 'string') return hideSecrets(value, secrets);
	if (Array.isArray(value)) return value.map((one) => hideIn(one, secrets));
	if (!isObject(value)) return value;
	const shown = Object.entries(value).filter(([, one]) => one !== undefined);
	return Object.fromEntries(
		shown.map(([name, one]) => [hideSecrets(name, secrets), hideIn(one, secrets)]),
	);
}

/** The forms of a secret that reading escapes does not bring back. */
function needlesOf(word: string): string[] {
	const bytes = Buffer.from(word, 'utf8');
	const encoded = [bytes.toString('hex'), ...[0, 1, 2].flatMap((shift) => base64Of(bytes, shift))];
	const plain = bytes.toString('latin1');
	const needles = [plain, ...encoded.filter(({ length }) => length >= FEWEST_ENCODED)];
	if (plain.includes(' ')) needles.push(plain.replace(/ /g, '+'));
	return needles.map((needle) => needle.toLowerCase());
}

/** What is sure to stand in the base64 of a text that holds the bytes so far from a multiple of three. */
function base64Of(bytes: Buffer, shift: number): string[] {
	const whole = Buffer.concat([Buffer.alloc(shift), bytes])
		.toString('base64')
		.replace(/=+$/, '');
	const sure = whole.slice(
		Math.ceil((shift * 8) / 6),
		Math.floor(((shift + bytes.length) * 8) / 6),
	);
	return [sure, sure.replace(/\+/g, '-').replace(/\//g, '_')];
}

function viewOf(text: string): View {
	const view: View = { bytes: '', from: [], to: [] };
	let at = 0;
	const parts: string[] = [];
	for (const character of text) {
		const end = at + character.length;
		append(view, parts, Buffer.from(character, 'utf8').toString('latin1'), at, end);
		at = end;
	}
	return { ...view, bytes: parts.join('').toLowerCase() };
}

function append(view: View, parts: string[], bytes: string, from: number, to: number): void {
	parts.push(bytes);
	for (let index = 0; index < bytes.length; index++) {
		view.from.push(from);
		view.to.push(to);
	}
}

const ESCAPE =
	/%([0-9a-f]{2})|\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\(["'\\/])|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos);/g;
const NAMED: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** One layer of escapes taken off. */
function decode(view: View): View {
	return replaced(view, ESCAPE, ([, url, high, low, unicode, byte, char, hex, decimal, name]) => {
		if (url ?? byte) return String.fromCharCode(parseInt(url ?? byte, 16));
		if (char) return char;
		if (name) return NAMED[name];
		if (high) return bytesOf(parseInt(high, 16), parseInt(low, 16));
		return bytesOf(decimal ? Number(decimal) : parseInt(unicode ?? hex, 16));
	});
}

function bytesOf(...units: number[]): string {
	const [unit] = units;
	const text = unit > 0xffff ? codePoint(unit) : String.fromCharCode(...units);
	return Buffer.from(text, 'utf8').toString('latin1');
}

function codePoint(value: number): string {
	return value <= 0x10ffff ? String.fromCodePoint(value) : '';
}

/** Tags, blanks, and the signs that are not seen: a soft hyphen, and those without a width, in UTF-8. */
const GAP = /<[^<>]{0,500}>|\s+|\u00c2\u00ad|\u00e2\u0080[\u008b-\u008f]/g;

function without(view: View, gap: RegExp): View {
	return replaced(view, gap, () => '');
}

function replaced(
	{ bytes, from, to }: View,
	pattern: RegExp,
	make: (match: RegExpMatchArray) => string,
): View {
	const view: View = { bytes: '', from: [], to: [] };
	const parts: string[] = [];
	const keep = (start: number, end: number) => {
		parts.push(bytes.slice(start, end));
		for (let index = start; index < end; index++) {
			view.from.push(from[index]);
			view.to.push(to[index]);
		}
	};
	let at = 0;
	for (const match of bytes.matchAll(pattern)) {
		const end = match.index + match[0].length;
		keep(at, match.index);
		append(view, parts, make(match), from[match.index], to[end - 1]);
		at = end;
	}
	keep(at, bytes.length);
	return { ...view, bytes: parts.join('').toLowerCase() };
}

function mark(hidden: Uint8Array, { bytes, from, to }: View, needle: string): void {
	if (!needle) return;
	for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + needle.length)) {
		hidden.fill(1, from[at], to[at + needle.length - 1]);
	}
}

function shown(text: string, hidden: Uint8Array): string {
	let result = '';
	let at = 0;
	for (let start = hidden.indexOf(1); start >= 0; start = hidden.indexOf(1, at)) {
		const next = hidden.indexOf(0, start);
		result += text.slice(at, start) + HIDDEN;
		at = next < 0 ? text.length : next;
	}
	return result + text.slice(at);
}
