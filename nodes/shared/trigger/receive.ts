import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import type { Parameters } from '../parameters';
import { asObject, isObject } from '../values';
import { claims } from './claims';
import { formReader, type TriggerForm } from './form';
import { addressOf } from './lifecycle';

/** A delivery as it arrived. */
export interface Delivery {
	/** Names in lower case; a header that came several times has its values joined by commas. */
	headers: { [name: string]: string };
	query: { [name: string]: string };
	/** The bytes of the body, unpacked: what a signature is about. */
	raw: Buffer;
	/** The body as JSON, undefined when it is none. */
	body: unknown;
	/** What is the trigger's own in its URL; `addressOf` in lifecycle.ts. */
	address: string;
}

/** What becomes of a delivery. */
export type Verdict =
	/** Starts a run. `id` is the same on every repeat of the delivery. */
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
 * and new. DESIGN section 5.
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
		return await judge(deliveryOf(context), formReader(context, form), context);
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
	if (!(await claims.take(claim))) return answer(context, 200, { message: 'Ignored: a repeat' });
	const response = context.getResponseObject();
	// n8n answers 5xx when it cannot start the run: then the vendor's repeat has to be let in.
	response.once('close', () => claims.settle(claim, response.statusCode < 500));
	return { workflowData };
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

function deliveryOf(context: IWebhookFunctions): Delivery {
	const request = context.getRequestObject() as unknown as { rawBody?: unknown };
	const raw = Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
	return {
		headers: flat(context.getHeaderData()),
		query: flat(asObject(context.getQueryData())),
		raw,
		body: parsed(raw),
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
