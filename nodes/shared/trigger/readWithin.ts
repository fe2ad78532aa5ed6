import type { IWebhookFunctions } from 'n8n-workflow';

import { explain } from '../explain';
import { Client } from '../http';
import { Fault } from '../issues';
import type { ApiRequest, Reply } from '../operation';
import type { Vendor } from '../vendor';
import { waitOut } from '../wait';

/** A read that a delivery waits for. */
export interface ShortRead {
	vendor: Vendor;
	/** What the user calls it: "Fetch the incident". */
	action: string;
	request: ApiRequest;
	/** False for a 2xx reply that lacks what the API documents. */
	isWhole: (reply: Reply) => boolean;
	/** When an answer would be too late. */
	milliseconds: number;
}

/** The reply, or in words why there is none, with the status where the vendor answered one. */
export type ShortReply =
	| { reply: Reply; failure?: undefined }
	| { reply?: undefined; failure: string; status?: number };

/** What a timer may be early by, in milliseconds. */
const TICK_MS = 5;

/**
 * Reads something while a vendor waits for the answer to its delivery: what takes too long is given
 * up, and a failure is told. Never throws.
 */
export async function readWithin(
	context: IWebhookFunctions,
	{ vendor, action, request, isWhole, milliseconds }: ShortRead,
): Promise<ShortReply> {
	const until = Date.now() + milliseconds;
	const late: ShortReply = {
		failure: `${vendor.name} did not answer '${action}' within ${milliseconds / 1000} s`,
	};
	const reading = async (): Promise<ShortReply> => {
		try {
			const client = await Client.open(context, vendor, { patienceMs: milliseconds, until });
			const finished = client.connection.finish(request);
			return { reply: await client.send(finished, 'read', { isWhole }) };
		} catch (failure) {
			// Two clocks run out at the same moment, and one thing is said then.
			if (Date.now() >= until - TICK_MS) return late;
			const { message } = explain(failure, vendor, { action, properties: [] });
			const status = failure instanceof Fault ? failure.details.status : undefined;
			return { failure: message, status };
		}
	};
	const over = new AbortController();
	const deadline = waitOut(() => until - Date.now(), over.signal);
	return await Promise.race([reading(), deadline.then(() => late)]).finally(() => over.abort());
}
