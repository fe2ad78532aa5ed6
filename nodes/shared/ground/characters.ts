import { isObject } from './values';

/**
 * Characters as people count them are code points here: an emoji counts as one and not as the two places that
 * JavaScript keeps it in. JSON Schema counts so as well, in which vendors document their limits.
 */
export function lengthOf(text: string): number {
	return [...text].length;
}

/** The first so many characters; none is cut in two. Pure. */
export function beginningOf(text: string, most: number): string {
	// No text has more characters than places.
	return text.length <= most ? text : [...text.slice(0, 2 * most)].slice(0, most).join('');
}

/** The text, or its beginning and a sign that there is more. Pure. */
export function cut(text: string, most: number): string {
	const beginning = beginningOf(text, most);
	return beginning.length < text.length ? `${beginning}…` : text;
}

/** The text in one line: line ends, control characters and runs of blanks become one blank. Pure. */
export function oneLine(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Half of a character that takes two places, without its other half. */
const HALF = /\p{Surrogate}/gu;
const REPLACEMENT = '\uFFFD';

/**
 * The value with each half character in its texts replaced by the sign that stands for an unreadable one:
 * strict readers refuse a whole body for one of them. Pure; the same value where there is none.
 */
export function wholeCharacters<Value>(value: Value): Value {
	return mended(value) as Value;
}

function mended(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(HALF, REPLACEMENT);
	if (Array.isArray(value)) return sameOr(value, value.map(mended));
	// What knows how to write itself as JSON, such as a date, is left to that.
	if (!isObject(value) || typeof value.toJSON === 'function') return value;
	const before = Object.entries(value).flat();
	const after = before.map(mended);
	if (after.every((one, index) => Object.is(one, before[index]))) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [mended(key), mended(one)] as [string, unknown]),
	);
}

function sameOr(before: unknown[], after: unknown[]): unknown[] {
	return after.every((one, index) => Object.is(one, before[index])) ? before : after;
}
