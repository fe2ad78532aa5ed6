import type { IDataObject } from 'n8n-workflow';

import { addEvent } from '../sandbox/bleemeo/events';
import type { Suite } from '../support/suite';
import { company } from './sandbox';

export const THREAD = 'c4f1d5a0-0000-4000-8000-00000000000a';
export const OTHER_THREAD = 'c4f1d5a0-0000-4000-8000-00000000000b';
const MINUTE = 60_000;

/** Records an event that happened so many minutes ago, as another client of Bleemeo would. */
export function record(on: Suite, minutesAgo: number, fields: IDataObject) {
	const store = on.sandbox.state('bleemeo');
	const at = Date.now() - minutesAgo * MINUTE;
	const { main } = company(on);
	const happened_at = new Date(at).toISOString();
	return addEvent(store, main, { happened_at, thread_id: THREAD, ...fields }, at);
}

/** The events of a thread, in the order in which they were recorded. */
export function inThread(on: Suite, thread = THREAD) {
	const { events } = on.sandbox.state('bleemeo');
	return [...events.oldestFirst()].filter(({ thread_id }) => thread_id === thread);
}

/** The posts that reached Bleemeo. */
export function posts(on: Suite) {
	return on.requests().filter(({ method }) => method === 'POST');
}
