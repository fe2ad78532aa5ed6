import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { Client } from '../http';
import { Fault } from '../issues';
import type { ApiRequest, Reply } from '../operation';
import type { Vendor } from '../vendor';
import { waitOut } from '../wait';

/** All waits between attempts, in milliseconds. */
const PATIENCE_MS = 1_000;
/** The vendor waits for the answer to its delivery meanwhile, and gives up after some seconds. */
const ANSWER_MS = 2_500;

/**
 * Asks the vendor whether the object that a delivery is about is there, before a workflow starts.
 * Never throws, and never takes longer than a vendor waits for an answer.
 * @returns the object; 'absent' when the vendor says that there is none; 'unknown' when nobody can tell
 */
export async function lookUp(
	context: IWebhookFunctions,
	vendor: Vendor,
	request: ApiRequest,
	record: (reply: Reply) => IDataObject | undefined,
): Promise<IDataObject | 'absent' | 'unknown'> {
	let isOver = false;
	const asked = ask(context, vendor, request, record).finally(() => {
		isOver = true;
	});
	const end = Date.now() + ANSWER_MS;
	const late = waitOut(
		() => end - Date.now(),
		() => isOver,
	);
	return await Promise.race([asked, late.then((): 'unknown' => 'unknown')]);
}

async function ask(
	context: IWebhookFunctions,
	vendor: Vendor,
	request: ApiRequest,
	record: (reply: Reply) => IDataObject | undefined,
): Promise<IDataObject | 'absent' | 'unknown'> {
	try {
		const client = await Client.open(context, vendor, { patienceMs: PATIENCE_MS });
		const isWhole = (reply: Reply) => record(reply) !== undefined;
		const reply = await client.send(client.connection.finish(request), 'read', { isWhole });
		return record(reply) ?? 'unknown';
	} catch (failure) {
		return failure instanceof Fault && failure.details.status === 404 ? 'absent' : 'unknown';
	}
}
