import type { IDataObject } from 'n8n-workflow';

import { Fault, FormIssue } from '../../shared/ground/failures';
import type { Steps } from '../../shared/run/operation';
import type { Paging, Query } from '../../shared/wire/request';
import { paging, rowsOf } from '../api/profile';

/** Sent as hints, because no filter and no order is documented. docs/facts/bleemeo.md#reading-events. */
const HINTS = ['ordering', 'thread_id'];

/**
 * Events of `GET /v1/event/`. A server that refuses a hint is asked again without it.
 * @param most events read at most
 */
export async function readEvents(
	steps: Steps,
	pages: Paging,
	query: Query,
	most?: number,
): Promise<IDataObject[]> {
	const read = async (asked: Query) =>
		await steps.list(
			{ paging: pages, rows: rowsOf },
			{ method: 'GET', path: '/v1/event/', query: asked },
			most,
		);
	return await read(query).catch(async (failure: unknown) => {
		const refused = HINTS.filter((name) => query[name] !== undefined && isRefused(failure, name));
		if (!refused.length) throw failure;
		return await read({
			...query,
			...Object.fromEntries(refused.map((name) => [name, undefined])),
		});
	});
}

function isRefused(failure: unknown, name: string): boolean {
	if (!(failure instanceof Fault) || failure.details.status !== 400) return false;
	return failure.details.words.fields?.includes(name) === true;
}

/**
 * Pages that end early where the list comes newest first and has gone past a moment. No order is
 * documented, so it is seen from the rows themselves; in any other order all pages are read.
 * docs/facts/bleemeo.md#reading-events.
 * @param since milliseconds since the epoch
 * @param isEnough told of the rows of each page; false while more pages are needed all the same
 */
export function pagingBackTo(
	since: number,
	isEnough: (rows: IDataObject[]) => boolean = () => true,
): Paging {
	return {
		...paging,
		next: (request, reply, rows) =>
			isEnough(rows) && hasPassed(rows, since) ? undefined : paging.next(request, reply, rows),
	};
}

function hasPassed(rows: IDataObject[], since: number): boolean {
	const times = rows.map((row) => timeOf(row.created_at));
	const [first, last] = [times[0], times[times.length - 1]];
	const falls = times.every((time, index) => index === 0 || time <= times[index - 1]);
	return falls && first > last && last < since;
}

/** Milliseconds since the epoch; NaN for what is no time. */
export function timeOf(value: unknown): number {
	return Date.parse(String(value));
}

/**
 * A field that a reply leaves out must not look like one that is empty.
 * @throws FormIssue naming what is missing
 */
export function demand(rows: IDataObject[], fields: string[]): void {
	const missing = fields.find((field) => rows.some((row) => row[field] === undefined));
	if (missing === undefined) return;
	throw new FormIssue(
		`Threads cannot be told apart: what Bleemeo tells of events leaves out "${missing}"`,
		"Give the user of the Bleemeo API credential the right to read events in full. To end a thread by hand, use 'Create' with the status OK and its 'Thread ID'.",
	);
}
