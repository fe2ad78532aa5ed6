import type { IDataObject } from 'n8n-workflow';

import { createOnce, planCreate } from './create/create';
import type { Client } from '../wire/client';
import { Fault } from '../ground/failures';
import {
	isCreate,
	type Asked,
	type CreateOperation,
	type CreatePlan,
	type SingleOperation,
} from './operation';
import { completing, readerOf } from './reader';
import { lookAfter, lookBefore, type Change, type Outcome } from './state';
import { deleted } from '../ground/values';
import type { Reply } from '../wire/request';

/** What one item asks of an operation of one request. */
export interface Act extends Change {
	operation: SingleOperation | CreateOperation;
	create?: CreatePlan;
}

/** What an item asks of an operation. Pure; throws FormIssue on bad input. */
export function actOf(operation: SingleOperation | CreateOperation, asked: Asked): Act {
	const { parameters } = asked;
	const create = isCreate(operation) ? planCreate(parameters) : undefined;
	return { operation, asked, create, state: operation.state?.(parameters) };
}

/**
 * Does an operation of one request: looks at its object, decides what to send, sends it, and looks again
 * where that failed. A state that holds already is success.
 * @throws Fault when it was not done, FormIssue when the object's state forbids it
 */
export async function perform(client: Client, act: Act): Promise<IDataObject[]> {
	const { operation, asked } = act;
	const { read, whole, holds } = await lookBefore(client, act);
	if (holds) return read;
	const request = operation.decide
		? await operation.decide(readerOf(client), asked, whole)
		: asked.request;
	if (!request) return read;
	return await carryOut(client, { ...act, asked: { ...asked, request } });
}

async function carryOut(client: Client, act: Act): Promise<IDataObject[]> {
	const { operation, asked } = act;
	const { records, isDone } = await send(client, act).then(
		(made) => ({ records: made, isDone: true }),
		async (failure: unknown) => {
			const outcome = await settle(client, act, failure);
			if (!outcome) throw failure;
			return outcome;
		},
	);
	if (!isDone) return records;
	await tell(client, act, records);
	return operation.output?.(records, asked) ?? records;
}

/** Sends the request, or creates exactly one by it. */
async function send(client: Client, { operation, asked, create }: Act): Promise<IDataObject[]> {
	const { retry } = operation;
	const records = (reply: Reply) => operation.records(reply, asked.request);
	const request = client.connection.finish(asked.request);
	if (isCreate(operation) && create) {
		const { existing } = operation;
		return await createOnce(client, { retry: operation.retry, existing, records }, request, create);
	}
	const isWhole = (reply: Reply) => records(reply) !== undefined;
	return records(await client.send(request, retry, { isWhole })) ?? [];
}

/** What stands in the place of an answer; undefined where the failure stands. */
async function settle(client: Client, act: Act, failure: unknown): Promise<Outcome | undefined> {
	if (!(failure instanceof Fault)) return;
	const { operation, asked } = act;
	const { details } = failure;
	if (details.outcomeUnknown && operation.isGone?.(details)) {
		return { records: deleted(), isDone: true };
	}
	const reached = await lookAfter(client, act, details);
	if (reached) return reached;
	const records = await insteadOf(client, operation, asked, failure);
	return records && { records, isDone: false };
}

/** What an operation puts out in the place of a refusal; undefined where that stands. */
export async function insteadOf(
	client: Client,
	{ instead }: Pick<SingleOperation, 'instead'>,
	asked: Asked,
	failure: unknown,
): Promise<IDataObject[] | undefined> {
	if (!(failure instanceof Fault)) return;
	return await instead?.(failure.details, asked, readerOf(client));
}

/** Tells the user what there is to say of a request that was carried out. */
async function tell(client: Client, { operation, asked }: Act, records: IDataObject[]) {
	const { notices } = operation;
	if (!notices) return;
	const whole = (await completing(client, operation)?.(records)) ?? records;
	for (const text of notices(whole, asked)) client.notices.add(text);
}
