import type { IDataObject } from 'n8n-workflow';

import { FormIssue } from '../../shared/issues';
import type { Paging } from '../../shared/operation';
import { paging } from '../api';

/**
 * Pages that end early where the list comes newest first and has gone past a moment. No order is
 * documented, so it is seen from the rows themselves; in any other order all pages are read. Sheet
 * bleemeo, sections 7.3 and 12.
 * @param since milliseconds since the epoch
 */
export function pagingBackTo(since: number): Paging {
	return {
		...paging,
		next: (request, reply, rows) =>
			hasPassed(rows, since) ? undefined : paging.next(request, reply, rows),
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
 * A field that the list leaves out must not look like one that is empty.
 * @throws FormIssue naming what is missing
 */
export function demand(rows: IDataObject[], fields: string[]): void {
	const missing = fields.find((field) => rows.some((row) => row[field] === undefined));
	if (missing === undefined) return;
	throw new FormIssue(
		`Threads cannot be told apart: Bleemeo's list of events leaves out "${missing}"`,
		`Give the user of the Bleemeo API credential the right to read events in full. To end a thread by hand, use 'Create' with the status OK and its 'Thread ID'.`,
	);
}
