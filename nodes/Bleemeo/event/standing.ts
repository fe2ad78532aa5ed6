import type { IDataObject } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import type { Steps } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { paging } from '../api/profile';
import { demand, pagingBackTo, readEvents, timeOf } from './reading';
import { isInfo } from './statuses';
import { sameId, THREAD_FIELDS } from './thread';

/** Events read at most where the server does not filter by thread. docs/facts/bleemeo.md#rate-limits. */
export const MOST_READ = 20_000;

/** How a thread began, and how it stands. */
export interface Standing {
	first: IDataObject;
	newest: IDataObject;
}

/** Only the thread goes along: an OK event may have been recorded without agent and metric. */
export function threadRequest(thread: string): ApiRequest & { query: { thread_id: string } } {
	const query = { thread_id: thread, ordering: '-created_at', fields: THREAD_FIELDS };
	return { method: 'GET', path: '/v1/event/', query };
}

/**
 * Reads the events of a thread. Info events say nothing of how it stands; they count only where
 * there are no others.
 * @param given an event of it, which says how far back to read
 * @throws FormIssue when there is none, or too many events are in the way
 */
export async function standingOf(
	steps: Steps,
	thread: string,
	given?: IDataObject,
): Promise<Standing> {
	const isStatus = (row: IDataObject) => sameId(row.thread_id, thread) && !isInfo(row);
	let isKnown = given !== undefined && isStatus(given);
	const pages = given
		? pagingBackTo(timeOf(given.created_at), (page) => (isKnown ||= page.some(isStatus)))
		: paging;
	const rows = await readEvents(steps, pages, threadRequest(thread).query, MOST_READ);
	if (rows.length >= MOST_READ) throw tooMany(given);
	demand(rows, ['thread_id', 'status', 'happened_at']);

	const all = [...(given ? [given] : []), ...rows.filter((row) => sameId(row.thread_id, thread))];
	if (!all.length) throw noEvent(thread);
	return endsOf(all);
}

/**
 * How a thread began and how it stands, by its events in whatever order: a remark counts only where there is
 * nothing else.
 */
export function endsOf(events: IDataObject[], isRemark = isInfo): Standing {
	const statuses = events.filter((event) => !isRemark(event));
	const inOrder = (statuses.length ? statuses : [...events]).sort(byMoment);
	return { first: inOrder[0], newest: inOrder[inOrder.length - 1] };
}

/** By when it happened, then by when it was recorded. */
export function byMoment(one: IDataObject, other: IDataObject): number {
	return momentOf(one) - momentOf(other) || timeOf(one.created_at) - timeOf(other.created_at) || 0;
}

function momentOf({ happened_at, created_at }: IDataObject): number {
	return timeOf(happened_at ?? created_at);
}

/** What is said where a thread has no event. */
export function noEvent(thread: string): FormIssue {
	return new FormIssue(
		`'Thread ID' is of no event that can be seen: "${thread}"`,
		"Check the ID, and 'Account ID' in the credential: the thread may be in another Bleemeo account.",
	);
}

function tooMany(given: IDataObject | undefined): FormIssue {
	return new FormIssue(
		`The thread was not found among ${MOST_READ.toLocaleString('en')} events, because this Bleemeo does not filter by thread`,
		given
			? "Use 'Create' with the status OK and 'Continue Thread of Event' instead."
			: "Set 'Find Thread By' to 'Event' and give an event of the thread: only what is newer has to be read then.",
	);
}
