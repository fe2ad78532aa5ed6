import { sleep } from 'n8n-workflow';
import type { IWebhookFunctions } from 'n8n-workflow';

import { inTime } from '../ground/wait';

/**
 * How long n8n may take to start a run, in milliseconds: twice its slowest answer in a storm of deliveries.
 * What it has not answered by then counts as not started, and may come again: should it have been started
 * all the same, n8n's record of repeats ends the second run in the trigger.
 */
const ANSWER_MS = 10_000;

/** How often a response that is closed is looked at, in milliseconds. */
const SLICE_MS = 100;

type Answer = ReturnType<IWebhookFunctions['getResponseObject']>;

/** Resolves once nobody can read an answer any more: the sender has hung up, or has one. */
export async function hangsUp(response: Answer): Promise<void> {
	if (response.closed || response.destroyed || response.writableEnded) return;
	await new Promise<void>((resolve) => {
		response.once('close', resolve);
	});
}

/**
 * True when n8n has started the run of a delivery, false when it could not: it answers 5xx then. A sender
 * that hangs up closes the response before n8n has answered, but what n8n answers later stands in it, too.
 * Always comes to an end.
 */
export async function isStarted(response: Answer, milliseconds = ANSWER_MS): Promise<boolean> {
	const end = Date.now() + milliseconds;
	await inTime(milliseconds, hangsUp(response));
	while (!response.writableEnded && Date.now() < end) await sleep(SLICE_MS);
	return response.writableEnded && response.statusCode < 500;
}
