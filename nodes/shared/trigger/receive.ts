import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import type { Parameters } from '../form/parameters';
import { asObject, isObject } from '../ground/values';
import { addressOf } from './address';
import { isStarted } from './answered';
import { claims } from './claims';
import { formReader, type TriggerForm } from './form';

/**
 * What a delivery may have, in bytes. The vendors' own are far smaller (one drops what is longer than 256 kB), and
 * anybody can send more: n8n copies the body for each parameter that it reads, so this is looked at first of all.
 */
const MOST_BYTES = 1_000_000;

/** A delivery as it arrived. */
export interface Delivery {
	/** Names in lower case; a header that came several times has its values joined by commas. */
	headers: { [name: string]: string };
	query: { [name: string]: string };
	/** Of the address that was called, as it came: percent-encoded where the sender does so. */
	path: string;
	/** The bytes of the body, unpacked: what a signature is about. */
	raw: Buffer;
	/** The body as JSON, undefined when it is none. It is read when it is asked for: the signature first. */
	readonly body: unknown;
	/** What is the trigger's own in its URL; `addressOf` in address.ts. */
	address: string;
}

/** What becomes of a delivery. */
export type Verdict =
	/**
	 * Starts a run. `id` is the same on every repeat of the delivery, and taken from what is signed: a header
	 * that is not can be another on each.
	 */
	| { kind: 'accept'; id?: string; items: IDataObject[] }
	/** 200 and no run: filtered out, a ping, an event of somebody else. */
	| { kind: 'ignore'; why: string }
	/** 200 with exactly this JSON and no run: a handshake. */
	| { kind: 'reply'; body: IDataObject }
	/** Not genuine, or not readable; no run. */
	| { kind: 'refuse'; status: 400 | 401 | 413 | 503; why: string };

export interface Receiver<Properties extends TriggerForm = TriggerForm> {
	form: Properties;
	/** Decides about a delivery. Must survive any body. */
	judge: (
		delivery: Delivery,
		parameters: Parameters,
		context: IWebhookFunctions,
	) => Promise<Verdict> | Verdict;
}

/**
 * Answers a vendor's delivery, always and at once, and starts a run for one that is genuine, wanted
 * and new. docs/design.md#what-triggers-promise and docs/design.md#how-repeats-are-dropped.
 */
export async function receive(
	context: IWebhookFunctions,
	receiver: Receiver,
): Promise<IWebhookResponseData> {
	const verdict = await judged(context, receiver);
	switch (verdict.kind) {
		case 'accept':
			return await start(context, verdict.items, verdict.id);
		case 'ignore':
			return answer(context, 200, { message: `Ignored: ${verdict.why}` });
		case 'reply':
			return answer(context, 200, verdict.body);
		case 'refuse':
			return answer(context, verdict.status, { message: verdict.why });
	}
}

/** A form that cannot be read any more, by an expression say, must not cost the event: the vendor tries again. */
async function judged(context: IWebhookFunctions, { form, judge }: Receiver): Promise<Verdict> {
	try {
		const raw = rawOf(context);
		if (raw.length > MOST_BYTES) return tooLong(MOST_BYTES);
		return await judge(deliveryOf(context, raw), formReader(context, form), context);
	} catch {
		const why = 'the form of the trigger cannot be read: open it and publish it again';
		return { kind: 'refuse', status: 503, why };
	}
}

async function start(
	context: IWebhookFunctions,
	items: IDataObject[],
	id: string | undefined,
): Promise<IWebhookResponseData> {
	const workflowData: INodeExecutionData[][] = [items.map((json) => ({ json }))];
	if (id === undefined) return { workflowData };
	const { id: workflow } = context.getWorkflow();
	// A test listens beside the published workflow, and must not take an event away from it.
	const claim = JSON.stringify([workflow, context.getNode().id, context.getMode(), id]);
	const place = await claims.take(claim);
	if (place === 'repeat') return answer(context, 200, { message: 'Ignored: a repeat' });
	if (place === 'busy') {
		const message = 'another copy of this delivery is at work and has no end: try again';
		return answer(context, 503, { message });
	}
	// When n8n cannot start the run, the vendor's repeat has to be let in.
	void isStarted(context.getResponseObject()).then((isAccepted) =>
		claims.settle(claim, isAccepted),
	);
	return { workflowData };
}

/** @param most bytes */
export function tooLong(most: number): Verdict {
	const why = `the body has more than ${most.toLocaleString('en-US')} bytes, and no event of this vendor has`;
	return { kind: 'refuse', status: 413, why };
}

/** Ends the response here: one that is left open would make the vendor wait. */
function answer(
	context: IWebhookFunctions,
	status: number,
	body: IDataObject,
): IWebhookResponseData {
	context.getResponseObject().status(status).json(body).end();
	return { noWebhookResponse: true };
}

function rawOf(context: IWebhookFunctions): Buffer {
	const { rawBody } = context.getRequestObject() as unknown as { rawBody?: unknown };
	return Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0);
}

function deliveryOf(context: IWebhookFunctions, raw: Buffer): Delivery {
	let body: { read: unknown } | undefined;
	return {
		headers: flat(context.getHeaderData()),
		query: flat(asObject(context.getQueryData())),
		path: context.getRequestObject().originalUrl.split('?', 1)[0],
		raw,
		get body() {
			body ??= { read: parsed(raw) };
			return body.read;
		},
		address: addressOf(context.getNodeWebhookUrl('default') ?? ''),
	};
}

function flat(values: { [name: string]: unknown }): { [name: string]: string } {
	const texts = Object.entries(values).map(([name, value]) => [
		name.toLowerCase(),
		Array.isArray(value) ? value.join(',') : String(value ?? ''),
	]);
	return Object.fromEntries(texts) as { [name: string]: string };
}

function parsed(raw: Buffer): unknown {
	try {
		const value: unknown = JSON.parse(raw.toString('utf8'));
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
