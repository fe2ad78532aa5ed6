import type { IDataObject } from 'n8n-workflow';

/** True for a plain JSON object: not null, not a list. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one when it is something else. */
export function asObject(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}

/** The objects in a list; an empty list when the value is no list. */
export function asRows(value: unknown): IDataObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Text as it is, a number as text; undefined for anything else and for an empty text. */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A finite number, also when it comes as text (as headers do); undefined for anything else. */
export function asNumber(value: unknown): number | undefined {
	if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

/**
 * The same object without what is unset: undefined, null, '' and, below it, empty lists and objects.
 * 0 and false stay. Vendors read an empty value as "clear this", which nobody asked for.
 */
export function compact(object: { [key: string]: unknown }): IDataObject {
	const kept = Object.entries(object).filter(([, value]) => !isUnset(value));
	return Object.fromEntries(kept) as IDataObject;
}

function isUnset(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	if (Array.isArray(value)) return value.length === 0;
	return isObject(value) && Object.keys(value).length === 0;
}

/** What a delete puts out, whatever the vendor answers: one object, and nothing to mistake it for. */
export function deleted(): IDataObject[] {
	return [{ deleted: true }];
}
