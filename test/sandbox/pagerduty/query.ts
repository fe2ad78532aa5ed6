import { queryList, queryValue } from '../core/request';
import { firstOf } from '../core/timeline';
import type { JsonObject, Query, Reply, SandboxRequest } from '../core/types';
import { invalidInput } from './errors';

const largestPage = 100;
const largestReach = 10_000;

function readCount(query: Query, name: string, fallback: number): number {
	const text = queryValue(query, name);
	if (text === undefined) return fallback;
	if (!/^\d+$/.test(text)) throw invalidInput(`${name} must be a non-negative integer.`);
	return Number(text);
}

/** One page of the classic kind: `limit`, `offset`, `more` and, on demand, `total`. */
export function classicPage<T extends JsonObject>(
	request: SandboxRequest,
	envelope: string,
	source: Iterable<T>,
	render: (record: T) => JsonObject = (record) => record,
): Reply {
	const limit = Math.min(readCount(request.query, 'limit', 25), largestPage);
	const offset = readCount(request.query, 'offset', 0);
	if (offset + limit > largestReach) {
		throw invalidInput(`Offset plus limit must not be more than ${largestReach}.`);
	}
	const isCounted = queryValue(request.query, 'total') === 'true';
	const records = isCounted ? [...source] : firstOf(source, offset + limit + 1);
	const total = isCounted ? records.length : null;
	const page = records.slice(offset, offset + limit).map(render);
	const more = offset + page.length < records.length;
	return { status: 200, body: { [envelope]: page, limit, offset, more, total } };
}

/** Values of a closed set; a wrong one is answered with the vendor's kind of sentence. */
export function enumList<T extends string>(
	query: Query,
	name: string,
	allowed: readonly T[],
	complaint: string,
): Set<T> {
	if (query[name] !== undefined) throw invalidInput(complaint);
	const values = queryList(query, `${name}[]`);
	if (!values.every((value): value is T => allowed.some((known) => known === value))) {
		throw invalidInput(complaint);
	}
	return new Set(values);
}

export function containsText(text: string, query: Query, name = 'query'): boolean {
	const wanted = queryValue(query, name);
	return wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase());
}

/** True when nothing is asked for, or one of the given ids is. */
export function anyOf(query: Query, name: string, ids: string[]): boolean {
	const wanted = queryList(query, name);
	return wanted.length === 0 || ids.some((id) => wanted.includes(id));
}

/** `name`, `name:asc`, `name:desc` */
export function byName<T extends { name: string }>(query: Query, records: Iterable<T>): T[] {
	const sortBy = queryValue(query, 'sort_by') ?? 'name';
	if (!['name', 'name:asc', 'name:desc'].includes(sortBy)) {
		throw invalidInput('sort_by must be name, name:asc or name:desc.');
	}
	const sorted = [...records].sort((one, other) => one.name.localeCompare(other.name));
	return sortBy === 'name:desc' ? sorted.reverse() : sorted;
}
