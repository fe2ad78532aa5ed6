import { locator } from '../../shared/form/fields';
import { asText } from '../../shared/ground/values';
import type { Steps } from '../../shared/run/operation';
import { continueWaiting } from '../../shared/wait/continue';
import { recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { EVENT } from '../form/ids';
import { standingOf } from './standing';

const requestOf = (id: string) => ({
	method: 'GET' as const,
	path: `/v1/event/${encodeURIComponent(id)}/`,
});

const readOne = async ({ read }: Steps, id: string) => (await read(requestOf(id), recordOf))[0];

/**
 * `GET /v1/event/{id}/`, the first event of its thread, then a request to this n8n: what happens is told by a later event,
 * and the link stands in the one that asked. docs/facts/bleemeo.md#threads.
 */
export const continueWaitingWorkflow = continueWaiting({
	noun: 'event',
	incident: locator(EVENT, {
		displayName: 'Event',
		name: 'eventId',
		required: true,
		description: 'An event of the thread to look at: choose it among the newest, or give its ID',
	}),
	request: (parameters) => requestOf(parameters.id('eventId') ?? ''),
	read: async (steps, request) => {
		const [event] = await steps.read(request, recordOf);
		const thread = asText(event.thread_id);
		if (thread === undefined) return { incident: toIncidentRecord(event), texts: [event.text] };
		const { first, newest } = await standingOf(steps, thread, event);
		const [asking, latest] = [
			await readOne(steps, String(first.id)),
			await readOne(steps, String(newest.id)),
		];
		return { incident: toIncidentRecord(latest), texts: [asking.text, event.text] };
	},
});
