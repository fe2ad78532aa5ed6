import { queryList } from '../core/request';
import { firstOf } from '../core/timeline';
import type { JsonObject, Query, Reply, SandboxRequest } from '../core/types';
import { invalidQuery } from './errors';

/** One value at the most; a repeated parameter cannot be converted. */
export function single(query: Query, name: string): string | undefined {
	const values = queryList(query, name);
	if (values.length > 1) throw invalidQuery(name, 'must not be repeated');
	return values[0] === '' ? undefined : values[0];
}

function readInteger(query: Query, name: string, fallback: number, min: number, max: number) {
	const text = single(query, name);
	if (text === undefined) return fallback;
	const value = Number(text);
	if (!Number.isInteger(value) || value < min || value > max) {
		throw invalidQuery(name, `must be between ${min} and ${max}`);
	}
	return value;
}

/** A page counted from zero. The totals are nullable, and null here. */
export function numberedPage<T extends JsonObject>(
	request: SandboxRequest,
	source: Iterable<T>,
	usualSize: number,
	render: (record: T) => JsonObject = (record) => record,
): Reply {
	const page = readInteger(request.query, 'page', 0, 0, 2_147_483_647);
	const size = readInteger(request.query, 'size', usualSize, 1, 200);
	const start = page * size;
	const records = firstOf(source, start + size + 1);
	const data = records.slice(start, start + size).map(render);
	const hasNext = start + size < records.length;
	const totals = { totalElements: null, totalPages: null };
	return { status: 200, body: { data, hasNext, hasPrev: page > 0, ...totals } };
}

/** In the order that `sort` names, such as `title,desc`; without it as they come. */
export function sorted<K extends string, T extends Record<K, string>>(
	records: T[],
	query: Query,
	sortable: readonly K[],
): T[] {
	const [order] = queryList(query, 'sort');
	if (order === undefined) return records;
	const [name, direction = 'asc'] = order.split(',');
	const key = sortable.find((one) => one === name);
	if (!key || !['asc', 'desc'].includes(direction)) {
		throw invalidQuery('sort', `must be one of ${sortable.join(', ')}, with asc or desc`);
	}
	const rising = [...records].sort((a, b) => a[key].localeCompare(b[key]));
	return direction === 'asc' ? rising : rising.reverse();
}

/** A short list: the page envelope without paging. */
export function shortList(records: Iterable<JsonObject>): Reply {
	const data = [...records];
	return { status: 200, body: { data, hasNext: false, hasPrev: false } };
}

/** `cursor` and `limit`, answered with `nextCursor` and `hasMore`. */
export function cursorPage<T extends JsonObject & { id: string }>(
	request: SandboxRequest,
	records: T[],
	usualLimit = 20,
	most = 100,
): Reply {
	const limit = readInteger(request.query, 'limit', usualLimit, 1, most);
	const cursor = single(request.query, 'cursor');
	const anchor = cursor && Buffer.from(cursor, 'base64url').toString();
	const position = anchor ? records.findIndex(({ id }) => id === anchor) : -1;
	if (anchor && position < 0) throw invalidQuery('cursor', 'is not valid');
	const data = records.slice(position + 1, position + 1 + limit);
	const hasMore = position + 1 + limit < records.length;
	const last = data[data.length - 1];
	const nextCursor = hasMore ? Buffer.from(last.id).toString('base64url') : null;
	return { status: 200, body: { data, nextCursor, hasMore } };
}
