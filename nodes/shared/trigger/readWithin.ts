import type { IWebhookFunctions } from 'n8n-workflow';

import { explain } from '../ground/explain';
import { Fault } from '../ground/failures';
import { remembered } from '../ground/memory';
import { inTime } from '../ground/wait';
import { Client, type ClientOptions } from '../wire/client';
import type { ApiRequest, Reply } from '../wire/request';
import { LIMITS } from '../wire/retry';
import type { Vendor } from '../wire/vendor';
import { hangsUp } from './answered';
import { Lane } from './lane';

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
	/**
	 * Set for a delivery that anybody can have sent: the same text for copies of it. Its read is made in the
	 * strangers' lane, once for all copies, and ends when nobody waits for it any more.
	 */
	stranger?: string;
}

/** The reply, or in words why there is none, with the status where the vendor answered one. */
export type ShortReply =
	| { reply: Reply; failure?: undefined }
	| { reply?: undefined; failure: string; status?: number };

/**
 * Reads something while a vendor waits for the answer to its delivery: what takes too long is given
 * up, and a failure is told. Never throws.
 */
export async function readWithin(
	context: IWebhookFunctions,
	asked: ShortRead,
): Promise<ShortReply> {
	const { vendor, action, milliseconds, stranger } = asked;
	const late: ShortReply = {
		failure: `${vendor.name} did not answer '${action}' within ${milliseconds / 1000} s`,
	};
	const until = Date.now() + milliseconds;
	if (stranger === undefined) {
		const reading = read(context, asked, { patienceMs: milliseconds, until });
		const told = (await inTime(milliseconds, reading)) ?? late;
		// The read ends at the same moment, and says so in other words.
		return told.reply || Date.now() < until ? told : late;
	}
	const ride = laneOf(context, vendor).board(stranger, async (signal) => {
		if (signal.aborted) return late;
		// Nobody waits between two attempts: the vendor delivers again. What has waited until no answer can come
		// in time is not sent at all.
		return await read(context, asked, { patienceMs: 0, isAside: true, signal, until });
	});
	if (!ride) {
		return { failure: `More deliveries wait for '${action}' than ${vendor.name} is asked about` };
	}
	const gone = hangsUp(context.getResponseObject()).then(() => late);
	const result = inTime(milliseconds, Promise.race([ride.result, gone]));
	return (await result.finally(ride.leave)) ?? late;
}

async function read(
	context: IWebhookFunctions,
	{ vendor, action, request, isWhole }: ShortRead,
	options: ClientOptions,
): Promise<ShortReply> {
	let client: Client | undefined;
	try {
		client = await Client.open(context, vendor, options);
		const finished = client.connection.finish(request);
		return { reply: await client.send(finished, 'read', { isWhole }) };
	} catch (failure) {
		const { message } = explain(failure, vendor, { action, properties: [] });
		const details = failure instanceof Fault ? failure.details : undefined;
		if (options.isAside && details?.kind === 'limited') {
			// What strangers cause goes on only after the wait that the vendor asks for.
			client?.gate.pause(details.askedWaitMs ?? LIMITS.firstDelayMs);
		}
		return { failure: message, status: details?.status };
	}
}

/** One for each credential: they stand for what a vendor limits. */
const lanes = remembered('lanes', () => new Map<string, Lane<ShortReply>>());

function laneOf(context: IWebhookFunctions, { credential: { type } }: Vendor): Lane<ShortReply> {
	const key = JSON.stringify([type, context.getNode().credentials?.[type]?.id]);
	const lane = lanes.get(key) ?? new Lane();
	lanes.set(key, lane);
	return lane;
}

/** Forgets what strangers have used up, as a restart of n8n does. */
export function forgetLanes(): void {
	lanes.clear();
}
