import type { IDataObject } from 'n8n-workflow';

import type { Steps } from '../../shared/run/operation';
import type { ApiRequest, Paging } from '../../shared/wire/request';
import { EVENT_MEMBERS } from '../api/members';
import { paging } from '../api/profile';
import { demand, readEvents } from './reading';
import { MOST_READ, threadRequest } from './standing';
import { sameId } from './thread';

/** Without `fields` some could be left out. docs/facts/bleemeo.md#selecting-fields. */
const FIELDS = [...EVENT_MEMBERS, 'created_by', 'modified_by'].join(',');

/** The events of a thread, with all that is known of them. */
export function eventsRequest(thread: string) {
	const request = threadRequest(thread);
	const query = { ...request.query, fields: FIELDS };
	return { ...request, query } satisfies ApiRequest;
}

/** No filter is documented, so whatever belongs to other threads is left out here. docs/facts/bleemeo.md#unknown-filters. */
export async function eventsOf(steps: Steps, thread: string): Promise<IDataObject[]> {
	const rows = await readEvents(steps, paging, eventsRequest(thread).query, MOST_READ);
	return among(steps, thread, rows);
}

/**
 * The same for one of many threads. Where the first page shows that the server does not filter, no more is read for
 * this one alone.
 * @param forAll reads events of all threads, or has them from before
 */
export async function eventsOfOne(
	steps: Steps,
	thread: string,
	forAll: (read: () => Promise<IDataObject[]>) => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	const { query } = eventsRequest(thread);
	const isOther = ({ thread_id }: IDataObject) => !sameId(thread_id, thread);
	const whileFiltered: Paging = {
		...paging,
		next: (request, reply, rows) =>
			rows.some(isOther) ? undefined : paging.next(request, reply, rows),
	};
	const rows = await readEvents(steps, whileFiltered, query, MOST_READ);
	if (!rows.some(isOther)) return among(steps, thread, rows);
	const unfiltered = { ...query, thread_id: undefined };
	const all = await forAll(async () => await readEvents(steps, paging, unfiltered, MOST_READ));
	return among(steps, thread, all);
}

function among(steps: Steps, thread: string, rows: IDataObject[]): IDataObject[] {
	demand(rows, ['thread_id', 'status', 'happened_at']);
	if (rows.length >= MOST_READ) {
		steps.notice(
			`Only the newest ${MOST_READ.toLocaleString('en')} events were searched for those of a thread: this Bleemeo does not filter by thread, and its beginning may be missing`,
		);
	}
	return rows.filter((row) => sameId(row.thread_id, thread));
}
