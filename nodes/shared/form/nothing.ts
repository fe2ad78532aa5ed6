import { isObject } from '../ground/values';
import { unwrap } from './given';

/** How programs and agents write that there is nothing, in any case of letters. */
const WORDS =
	/^(?:null|undefined|none|nil|nan|n\/a|void|\[object object\]|\[object undefined\]|\[object null\]|""|''|\[\]|\{\}|invalid datetime|invalid date)$/i;

/** True for a text that is a program's word for nothing, such as "undefined": no key and no ID. Pure. */
export function isWordForNothing(value: unknown): boolean {
	return typeof value === 'string' && WORDS.test(value.trim());
}

/**
 * True where nothing is left of a value: unset, blank text, and lists, objects and locators that hold nothing
 * else. A switch that is off and 0 are something. Pure.
 */
export function isNothing(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === 'string') return /^(?:\s*|\[\s*\]|\{\s*\})$/.test(value);
	if (Array.isArray(value)) return value.every(isNothing);
	const inner = unwrap(value);
	if (!Object.is(inner, value)) return isNothing(inner);
	return isPlain(value) && Object.values(value).every(isNothing);
}

/** Dates and the like have no parts of their own that could be empty. */
function isPlain(value: unknown): value is { [key: string]: unknown } {
	if (!isObject(value)) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** True for a stored value that is worked out when the workflow runs. Pure. */
export function isExpression(stored: unknown): boolean {
	const inner = unwrap(stored);
	return typeof inner === 'string' && inner.startsWith('=');
}

/** True for what an AI agent may fill in, or leave empty as it likes. Pure. */
export function isForAgent(stored: unknown): boolean {
	return stored !== undefined && /\$fromai\s*\(/i.test(JSON.stringify(stored) ?? '');
}
