import type { Query } from './request';

/** `?a=1&b[]=2&b[]=3`, or nothing. */
export function queryString(query: Query | undefined): string {
	const pairs = new URLSearchParams();
	for (const [key, value] of Object.entries(query ?? {})) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one !== undefined && one !== '') pairs.append(key, String(one));
		}
	}
	const text = pairs.toString();
	return text && `?${text}`;
}

/** The query of an address, undefined where it has none. */
export function queryIn(url: string): Query | undefined {
	const [, search] = /^[^?#]*\?([^#]+)/.exec(url) ?? [];
	if (!search) return;
	const query: { [key: string]: string | string[] } = {};
	for (const [key, value] of new URLSearchParams(search)) {
		query[key] = key in query ? [query[key], value].flat() : value;
	}
	return query;
}

/** True when both ask for the same, in whatever order. */
export function isSameQuery(one: Query | undefined, other: Query | undefined): boolean {
	const [first, second] = [one, other].map((query) =>
		JSON.stringify([...new URLSearchParams(queryString(query))].sort()),
	);
	return first === second;
}
