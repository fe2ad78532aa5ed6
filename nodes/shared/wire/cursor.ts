import { asText } from '../ground/values';
import type { ApiRequest, Paging } from './request';

/** A place in a list, as vendors write it: a number, or one unbroken word. */
const CURSOR = /^[\w.~+/=:-]{1,2000}$/;

/** What the editor keeps until the next page is asked for: the cursor alone. Pure. */
export function tokenOf(request: ApiRequest, { cursor }: Paging): string | undefined {
	const value = cursor && asText(request[cursor.in]?.[cursor.name]);
	return value !== undefined && CURSOR.test(value) ? value : undefined;
}

/**
 * The first page's request moved to where a token points. The token comes from outside, so that it can say
 * nothing else; undefined for one that is none. Pure.
 */
export function requestAt(
	first: ApiRequest,
	{ cursor }: Paging,
	token: unknown,
): ApiRequest | undefined {
	const value = asText(token);
	if (!cursor || value === undefined || !CURSOR.test(value)) return;
	const isNumber = typeof first[cursor.in]?.[cursor.name] === 'number';
	if (isNumber && !/^\d{1,9}$/.test(value)) return;
	const place = isNumber ? Number(value) : value;
	return { ...first, [cursor.in]: { ...first[cursor.in], [cursor.name]: place } };
}
