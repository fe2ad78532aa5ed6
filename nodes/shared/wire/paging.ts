import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { statusOf } from '../ground/failures';
import { asObject, asText } from '../ground/values';
import { isSameQuery, queryIn } from './query';
import type { ApiRequest, Paging, Reply } from './request';

/** Lists that come whole, in one answer. */
export const unpaged: Paging = {
	maxPageSize: Infinity,
	sized: (request) => request,
	next: () => undefined,
};

/**
 * Pages whose answers link to the next one, by a whole address or a part of one. Of the link only the query is
 * used: whatever host and path it names, the token stays at the base URL, and the list that was asked for is
 * read on. A link to the page that was just read would be followed once before anybody noticed.
 * @param size the query's name for the size of a page
 * @param place the query's name for the place of a page
 */
export function byLink(
	maxPageSize: number,
	{ size, place }: { size: string; place: string },
	linkIn: (reply: Reply) => unknown,
): Paging {
	return {
		maxPageSize,
		sized: (request, rows) => ({ ...request, query: { ...request.query, [size]: rows } }),
		next: (request, reply) => {
			const query = queryIn(asText(linkIn(reply)) ?? '');
			return query && !isSameQuery(query, request.query) ? { ...request, query } : undefined;
		},
		cursor: { in: 'query', name: place },
	};
}

/**
 * Pages that are asked for in the body, by `limit` and `cursor`.
 * @param next the name in the answer of the cursor of the next page; without one the page was the last
 */
export function byCursor(maxPageSize: number, next: string): Paging {
	return {
		maxPageSize,
		sized: (request, limit) => ({ ...request, body: { ...request.body, limit } }),
		next: (request, { body }) => {
			const cursor = asText(asObject(body)[next]);
			return cursor ? { ...request, body: { ...request.body, cursor } } : undefined;
		},
		cursor: { in: 'body', name: 'cursor' },
	};
}

export interface PageSource {
	first: ApiRequest;
	paging: Paging;
	/** The rows wanted; Infinity for all. It sets the size of a page. */
	wanted: number;
	rows: (reply: Reply) => IDataObject[];
	fetch: (request: ApiRequest) => Promise<Reply>;
	/** Told once when the vendor has more rows than its paging can reach. */
	onCeiling?: (advice: string) => void;
	/** Told once when the vendor keeps sending what it has sent already, which ends the list. */
	onRepeat?: (rows: number) => void;
}

/**
 * Pages without anything new after which a list counts as repeating itself. One may be honest: a whole page
 * of entries moves on to the next when as many are added in front while the list is read.
 */
const MOST_STALE_PAGES = 2;

/**
 * The pages of a list, one at a time, each fetched when it is asked for. Ends at the vendor's last
 * page, and also when a vendor sends the same entries again and again, be it in a circle of pages: a list
 * must never run for ever.
 */
export async function* pages({
	first,
	paging,
	wanted,
	rows,
	fetch,
	onCeiling,
	onRepeat,
}: PageSource): AsyncGenerator<IDataObject[]> {
	const seen = new Set<string>();
	const isFresh = newness();
	let stale = 0;
	let distinct = 0;
	let count = 0;
	const size = Math.max(1, Math.min(wanted, paging.maxPageSize));
	let request: ApiRequest | undefined = paging.sized(first, size);
	while (request) {
		const { path, query, body } = request;
		const fingerprint = JSON.stringify([path, query, body]);
		if (seen.has(fingerprint)) return;
		seen.add(fingerprint);
		const reply = await fetchOrEnd(request, paging, fetch);
		if (!reply) return;
		const page = rows(reply);
		yield page;
		const fresh = isFresh(page);
		stale = fresh ? 0 : stale + 1;
		if (page.length && stale >= MOST_STALE_PAGES) {
			onRepeat?.(distinct);
			return;
		}
		distinct += fresh;
		count += page.length;
		const { ceiling } = paging;
		if (ceiling && count >= ceiling.rows && ceiling.reached(reply)) onCeiling?.(ceiling.advice);
		request = page.length ? paging.next(request, reply, page) : undefined;
	}
}

/** Counts the rows of a page that were not met before, by their IDs; rows without one by the page as a whole. */
function newness(): (page: IDataObject[]) => number {
	const seen = new Set<unknown>();
	const isNew = (key: unknown) => seen.size < seen.add(key).size;
	return (page) => {
		const unnamed = page.filter(({ id }) => id === undefined || id === null);
		const named = page.filter(({ id }) => id !== undefined && id !== null);
		const hash = unnamed.length ? hashOf(unnamed) : undefined;
		const others = hash !== undefined && isNew(hash) ? unnamed.length : 0;
		return others + named.filter(({ id }) => isNew(id)).length;
	};
}

function hashOf(rows: IDataObject[]): string {
	return createHash('sha256').update(JSON.stringify(rows)).digest('base64');
}

/** The page, or undefined when the vendor says in its own way that there is none. */
async function fetchOrEnd(
	request: ApiRequest,
	{ endsOn }: Paging,
	fetch: PageSource['fetch'],
): Promise<Reply | undefined> {
	return await fetch(request).catch((failure: unknown) => {
		if (!endsOn?.(statusOf(failure), request)) throw failure;
		return undefined;
	});
}
