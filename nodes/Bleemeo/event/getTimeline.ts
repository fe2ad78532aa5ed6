import type { IDataObject } from 'n8n-workflow';

import { timelineFields } from '../../shared/form/timelineFields';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import { asPlanned, timelinePlan } from '../../shared/run/timeline';
import { noEvent } from './standing';
import { eventRequest, readInThread } from './thread';
import { eventsOf, eventsRequest } from './threadEvents';
import { toThreadRecord, toTimelineRecords } from './timeline';
import { threadIn, whichThread } from './whichThread';

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
			given === undefined ? eventRequest(parameters.id('eventId') ?? '') : eventsRequest(given);
		return timelinePlan(parameters, {
			request,
			entries: async (steps) =>
				await allOf(steps, given ?? (await readInThread(steps, request)).thread),
			records: toTimelineRecords,
			incident: async (_, events) => await Promise.resolve(toThreadRecord(events)),
		});
	},
	simplify: asPlanned,
};

async function allOf(steps: Steps, thread: string): Promise<IDataObject[]> {
	const events = await eventsOf(steps, thread);
	if (!events.length) throw noEvent(thread);
	return events;
}
