import { cut } from '../ground/characters';
import { isObject } from '../ground/values';
import { isDateObject, toDate } from './dates';

/** What parameters hold, taken apart. `parameters.ts` turns what is wrong into complaints. */

export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

/** The value inside a resource locator; any other value as it is. */
export function unwrap(value: unknown): unknown {
	return isObject(value) && 'mode' in value && 'value' in value ? value.value : value;
}

/**
 * The entries of a list: of a list itself and those in it, of a list written as JSON, of a text with commas, or
 * one value. What is empty is left out. Pure.
 */
export function listed(value: unknown): unknown[] {
	return entriesOf(value).filter((entry) => !isBlank(entry));
}

/** The same with what is empty, except between the commas of a text. Pure. */
export function entriesOf(value: unknown): unknown[] {
	if (Array.isArray(value))
		return value.flatMap((entry) => (isBlank(entry) ? [''] : inList(entry)));
	if (typeof value !== 'string') return [value];
	const list = jsonList(value);
	if (list) return entriesOf(list);
	const parts = value.split(',').map((part) => part.trim());
	return parts.length > 1 ? parts.filter(Boolean) : parts;
}

/** An entry of a list may be a list; a text in it keeps its commas. */
function inList(entry: unknown): unknown[] {
	if (Array.isArray(entry)) return entriesOf(entry);
	return [typeof entry === 'string' ? entry.trim() : unwrap(entry)];
}

/** `["a"]` as the list that it stands for. */
export function jsonList(text: string): unknown[] | undefined {
	if (!/^\s*\[[^]*\]\s*$/.test(text)) return;
	const { parsed } = parseJson(text);
	return Array.isArray(parsed) ? parsed : undefined;
}

export function parseJson(value: unknown): { parsed?: unknown; complaint?: string } {
	if (typeof value !== 'string') return { parsed: value };
	try {
		return { parsed: JSON.parse(value) };
	} catch (error) {
		return { complaint: error instanceof Error ? error.message : String(error) };
	}
}

/** Characters of a value that are shown. */
const MOST_SHOWN = 80;

/** A value in a message: its beginning, in quotes; lists and objects have signs of their own. */
export function shown(value: unknown): string {
	const text = cut(inOneLine(value), MOST_SHOWN);
	return /^[[{]/.test(text) && typeof value === 'object' ? text : `"${text}"`;
}

function inOneLine(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	// One that is invalid has no JSON.
	if (isDateObject(value)) return String(value);
	try {
		return JSON.stringify(value);
	} catch {
		// What refers to itself.
		return Array.isArray(value) ? 'a list' : 'an object';
	}
}

/** What a value that is no text is, without what it holds: a secret may be in it. */
export function kindWord(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (isDateObject(value)) return `the date "${String(value)}"`;
	if (typeof value === 'object') return 'an object';
	return typeof value === 'function' || typeof value === 'symbol'
		? `a ${typeof value}`
		: String(value);
}

/** A text, number or date as text without outer white space; undefined for what is no text. Pure. */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	if (typeof value === 'bigint') return String(value);
	return isDateObject(value) ? toDate(value, 'UTC') : undefined;
}
