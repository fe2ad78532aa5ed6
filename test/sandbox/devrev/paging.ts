import { createHash } from 'node:crypto';

import { list, oneOf, text } from '../core/shape';
import type { Members } from '../core/shape';
import type { JsonObject } from '../core/types';
import { notPermitted, refuse } from './errors';

const usualPage = 50;
const largestPage = 100;

export interface PageRequest extends JsonObject {
	cursor?: string;
	limit?: number;
	mode?: 'after' | 'before';
	sort_by?: string[];
}

export const pageMembers: Members = {
	cursor: text,
	limit: { kind: 'number', isWhole: true },
	mode: oneOf('after', 'before'),
};

export const sortMember: Members = { sort_by: list(text) };

export interface Page<T> {
	records: T[];
	next?: string;
	previous?: string;
}

/** A page beside the record that the cursor names; the other filters must not change on the way. */
export function cutPage<T extends { id: string }>(records: T[], request: PageRequest): Page<T> {
	const limit = request.limit ?? usualPage;
	if (limit < 1 || limit > largestPage) {
		throw notPermitted('limit', `must be between 1 and ${largestPage}`);
	}
	const filters = fingerprint(request);
	const anchor = request.cursor ? readCursor(request.cursor, filters) : undefined;
	const position = anchor === undefined ? -1 : records.findIndex(({ id }) => id === anchor);
	const isBackwards = request.mode === 'before' && anchor !== undefined;
	const start = isBackwards ? Math.max(0, position - limit) : position + 1;
	const end = isBackwards ? Math.max(0, position) : start + limit;
	const page = records.slice(start, end);
	const cursorTo = (record: T) =>
		Buffer.from(JSON.stringify({ at: record.id, filters })).toString('base64url');
	return {
		records: page,
		next: page.length > 0 && end < records.length ? cursorTo(page[page.length - 1]) : undefined,
		previous: page.length > 0 && start > 0 ? cursorTo(page[0]) : undefined,
	};
}

function fingerprint(request: PageRequest): string {
	const filters = Object.entries(request).filter(([name]) => !(name in pageMembers));
	return createHash('sha256').update(JSON.stringify(filters)).digest('hex').slice(0, 12);
}

function readCursor(cursor: string, filters: string): string {
	const broken = refuse(400, 'bad_request', 'Invalid cursor');
	let parsed: { at?: unknown; filters?: unknown };
	try {
		parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as typeof parsed;
	} catch {
		throw broken;
	}
	if (typeof parsed.at !== 'string' || parsed.filters !== filters) throw broken;
	return parsed.at;
}

export type SortKeys<T> = Record<string, (record: T) => number | string>;

/** `["created_date:desc"]` */
export function sortRecords<T>(records: T[], sortBy: string[], keys: SortKeys<T>): T[] {
	const orders = sortBy.map((entry) => {
		const [field, direction = 'asc'] = entry.split(':');
		if (!Object.hasOwn(keys, field) || !['asc', 'desc'].includes(direction)) {
			throw notPermitted('sort_by', `cannot sort by ${entry}`, Object.keys(keys));
		}
		return { read: keys[field], sign: direction === 'asc' ? 1 : -1 };
	});
	return [...records].sort((one, other) => {
		for (const { read, sign } of orders) {
			const [left, right] = [read(one), read(other)];
			if (left < right) return -sign;
			if (left > right) return sign;
		}
		return 0;
	});
}
