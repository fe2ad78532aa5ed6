import type { IDataObject } from 'n8n-workflow';

import { Fault } from './issues';
import type { ApiRequest, Paging, Reply } from './operation';

export interface PageSource {
	first: ApiRequest;
	paging: Paging;
	/** The rows wanted; Infinity for all. It sets the size of a page. */
	wanted: number;
	rows: (reply: Reply) => IDataObject[];
	fetch: (request: ApiRequest) => Promise<Reply>;
	/** Told once when the vendor has more rows than its paging can reach. */
	onCeiling?: (advice: string) => void;
}

/**
 * The pages of a list, one at a time, each fetched when it is asked for. Ends at the vendor's last
 * page, and also when a vendor sends the same page again: a list must never run for ever.
 */
export async function* pages({
	first,
	paging,
	wanted,
	rows,
	fetch,
	onCeiling,
}: PageSource): AsyncGenerator<IDataObject[]> {
	const seen = new Set<string>();
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
		count += page.length;
		const { ceiling } = paging;
		if (ceiling && count >= ceiling.rows && ceiling.reached(reply)) onCeiling?.(ceiling.advice);
		request = page.length ? paging.next(request, reply, page) : undefined;
	}
}

/** The page, or undefined when the vendor says in its own way that there is none. */
async function fetchOrEnd(
	request: ApiRequest,
	{ endsOn }: Paging,
	fetch: PageSource['fetch'],
): Promise<Reply | undefined> {
	const reply = fetch(request);
	if (!endsOn) return await reply;
	return await reply.catch(async (error: unknown) => {
		const status = error instanceof Fault ? error.details.status : undefined;
		return endsOn(status, request) ? undefined : await reply;
	});
}
