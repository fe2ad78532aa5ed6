import type { Reply } from './request';

/** What a request to an address of this n8n itself was answered with; the status is 0 where nothing answered. */
export type OwnReply = Pick<Reply, 'status' | 'headers'> & { code?: string };

/** Statuses after which the same request may be answered otherwise in a moment. */
const PASSING = [0, 429, 500, 502, 503, 504];
const PAUSES_MS = [500, 1_500, 4_000];

/**
 * Sends a request again while what answers is in trouble: a few times, with growing pauses.
 * @param send sends it once
 * @param pause waits; false when the execution was stopped meanwhile
 */
export async function untilAnswered(
	send: () => Promise<OwnReply>,
	pause: (milliseconds: number) => Promise<boolean>,
): Promise<OwnReply> {
	let reply = await send();
	for (const milliseconds of PAUSES_MS) {
		if (!PASSING.includes(reply.status) || !(await pause(milliseconds))) break;
		reply = await send();
	}
	return reply;
}
