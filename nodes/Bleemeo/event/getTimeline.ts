import type { IDataObject } from 'n8n-workflow';

import { timelineFields } from '../../shared/form/timelineFields';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import { asPlanned, timelinePlan } from '../../shared/run/timeline';
import { EVENT_MEMBERS } from '../api/members';
import { paging } from '../api/profile';
import { demand, readEvents } from './reading';
import { MOST_READ, noEvent, threadRequest } from './standing';
import { eventRequest, readInThread, sameId } from './thread';
import { toThreadRecord, toTimelineRecords } from './timeline';
import { threadIn, whichThread } from './whichThread';

/** Without `fields` some could be left out. docs/facts/bleemeo.md#selecting-fields. */
const FIELDS = [...EVENT_MEMBERS, 'created_by', 'modified_by'].join(',');

/** `GET /v1/event/`, the events of one thread. docs/facts/bleemeo.md#threads. */
export const getTimeline: StepsOperation = {
	value: 'getTimeline',
	name: 'Get Timeline',
	action: 'Get timeline of event',
	description:
		'Read what happened in the thread of an event: how it began, changed and ended. As items, or as one Markdown document for a post-mortem.',
	retry: 'read',
	properties: [...whichThread, ...timelineFields],
	plan: (parameters) => {
		const given = threadIn(parameters);
		const request =
			given === undefined
				? eventRequest(parameters.id('eventId') ?? '')
				: { ...threadRequest(given), query: queryOf(given) };
		return timelinePlan(parameters, {
			request,
			entries: async (steps) =>
				await eventsOf(steps, given ?? (await readInThread(steps, request)).thread),
			records: toTimelineRecords,
			incident: async (_, events) => await Promise.resolve(toThreadRecord(events)),
		});
	},
	simplify: asPlanned,
};

const queryOf = (thread: string) => ({ ...threadRequest(thread).query, fields: FIELDS });

/** No filter is documented, so whatever belongs to other threads is left out here. docs/facts/bleemeo.md#unknown-filters. */
async function eventsOf(steps: Steps, thread: string): Promise<IDataObject[]> {
	const rows = await readEvents(steps, paging, queryOf(thread), MOST_READ);
	demand(rows, ['thread_id', 'status', 'happened_at']);
	const own = rows.filter((row) => sameId(row.thread_id, thread));
	if (rows.length >= MOST_READ) {
		steps.notice(
			`Only the newest ${MOST_READ.toLocaleString('en')} events were searched for those of a thread: this Bleemeo does not filter by thread, and its beginning may be missing`,
		);
	}
	if (!own.length) throw noEvent(thread);
	return own;
}
