import { sleep } from 'n8n-workflow';

import { listenTo } from './deadline';

/** How often a wait asks what is left of it, in milliseconds. */
const SLICE_MS = 200;

/**
 * Waits in slices, and ends at once when it is stopped.
 * @param leftMs what is left to wait, asked again after each slice: a pause may grow meanwhile
 */
export async function waitOut(leftMs: () => number, stop: AbortSignal): Promise<void> {
	const stopped = listenTo(stop);
	try {
		for (let left = leftMs(); left > 0 && !stop.aborted; left = leftMs()) {
			await Promise.race([sleep(Math.min(SLICE_MS, left)), stopped.happened]);
		}
	} finally {
		stopped.forget();
	}
}

/**
 * What a task gives, or undefined when it takes longer than so many milliseconds. The task itself is not
 * ended by that: one that can be is awaited `within` its time (`deadline.ts`). Fails as the task does.
 */
export async function inTime<Result>(
	milliseconds: number,
	task: Promise<Result>,
): Promise<Result | undefined> {
	const end = Date.now() + milliseconds;
	const over = new AbortController();
	const late = waitOut(() => end - Date.now(), over.signal);
	return await Promise.race([task, late.then(() => undefined)]).finally(() => over.abort());
}
