import { sleep } from 'n8n-workflow';

/** How often a wait looks whether the execution was stopped, in milliseconds. */
const SLICE_MS = 200;

/**
 * Waits in slices, so that a stopped execution ends at once.
 * @param leftMs what is left to wait, asked again after each slice: a pause may grow meanwhile
 */
export async function waitOut(leftMs: () => number, cancelled: () => boolean): Promise<void> {
	for (let left = leftMs(); left > 0 && !cancelled(); left = leftMs()) {
		await sleep(Math.min(SLICE_MS, left));
	}
}
