import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../wire/client';
import { Fault } from '../../ground/failures';
import type { Existing } from '../operation';
import type { ApiRequest, Reply } from '../../wire/request';
import { pages } from '../../wire/paging';

/** Rows that one search reads at most. */
const MOST_SEARCHED = 20_000;

/** The list of a create's objects, page by page. */
export function search(client: Client, existing: Existing, first: ApiRequest) {
	const { paging, rows } = existing;
	let searched = 0;
	return pages({
		first: client.connection.finish(first),
		paging,
		wanted: Infinity,
		fetch: async (request) => {
			if (searched >= MOST_SEARCHED) throw tooMany(request);
			return await client.send(request, 'read', { isWhole: (reply) => rows(reply) !== undefined });
		},
		// What a list that repeats itself does not show cannot be called absent.
		onRepeat: () => {
			throw tooMany(first);
		},
		rows: (reply) => {
			const page = rows(reply) ?? [];
			searched += page.length;
			return page;
		},
	});
}

/** The reply that the create would have had. */
export async function again(
	client: Client,
	existing: Existing,
	row: IDataObject,
	object: IDataObject,
): Promise<Reply> {
	if ('body' in existing.again) {
		return { status: 200, headers: {}, body: existing.again.body(row) };
	}
	const request = existing.again.read(String(row.id), object);
	return await client.send(client.connection.finish(request), 'read');
}

/** When an object was made, by the vendor's clock, in milliseconds since 1970; -Infinity: it does not say. */
export function timeOf(existing: Existing, row: IDataObject): number {
	const time = Date.parse(existing.createdAt?.(row) ?? '');
	return Number.isNaN(time) ? -Infinity : time;
}

/** Seen from the rows themselves: an order that was asked for may have been ignored. */
export function isNewestFirst(existing: Existing, page: IDataObject[]): boolean {
	const [first, last] = [page[0], page[page.length - 1]];
	return page.length > 1 && timeOf(existing, first) > timeOf(existing, last);
}

/** True when a list that comes newest first has passed the moment. */
export function endsBefore(existing: Existing, page: IDataObject[], since: number): boolean {
	const oldest = page[page.length - 1];
	return isNewestFirst(existing, page) && timeOf(existing, oldest) < since;
}

function tooMany({ method, path }: ApiRequest): Fault {
	return new Fault({
		kind: 'unreadable',
		request: `${method} ${path}`,
		words: { text: 'the list is too long to be searched' },
		attempts: 1,
		waitedMs: 0,
		outcomeUnknown: true,
	});
}
