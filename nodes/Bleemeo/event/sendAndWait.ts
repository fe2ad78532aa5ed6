import { pageAndWait } from '../../shared/wait/operation';
import { toIncidentRecord } from '../api/record';
import { create } from './create';
import { resolveThread } from './resolveThread';
import { standingOf } from './standing';
import { eventRequest, readInThread } from './thread';

/**
 * `POST /v1/event/`, then n8n waits. The event begins a thread unless it is given one, so that it can be followed.
 * docs/facts/bleemeo.md#recording-an-event and docs/facts/bleemeo.md#threads.
 */
export const sendAndWait = pageAndWait({
	create,
	text: 'text',
	without: ['continuedEventId', 'startThread'],
	fixed: (fields) => (fields.text('threadId') ? {} : { startThread: true }),
	canBeAcknowledged: false,
	recordOf: toIncidentRecord,
	standing: async (steps, id) => {
		const { event, thread } = await readInThread(steps, eventRequest(id));
		const { newest } = await standingOf(steps, thread, event);
		return toIncidentRecord(newest);
	},
	close: (eventId) => ({ operation: resolveThread, values: { eventId } }),
	note: (eventId, text) => ({
		operation: create,
		values: {
			title: 'Answer to a question',
			status: INFO,
			happenedAt: new Date().toISOString(),
			additionalFields: { continuedEventId: eventId, text },
		},
	}),
	checkAfterUnknown:
		'Look in Bleemeo for an event with this question before you run this item again.',
	description:
		'Record an event that asks something, for whom a notification rule tells of it, and wait until they approve, decline or write an answer',
});

const INFO = 10;
