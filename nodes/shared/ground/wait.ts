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
