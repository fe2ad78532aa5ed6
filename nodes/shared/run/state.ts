import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../wire/client';
import { Fault } from '../ground/failures';
import type { SingleOperation, StateRule } from './operation';
import type { ApiRequest, Reply } from '../wire/request';

type Change = Pick<SingleOperation, 'records' | 'retry' | 'state'>;

/**
 * Sends an operation of one request. A state that holds already is success, whether it is found by
 * looking before (where acting could do harm) or told by the vendor's refusal.
 * @throws Fault when it was not done, FormIssue when the object's state forbids it
 */
export async function change(
	client: Client,
	operation: Change,
	request: ApiRequest,
): Promise<IDataObject[]> {
	const { state } = operation;
	const settled = await look(client, operation, request);
	if (settled) return settled;
	const sent = send(client, operation, request);
	if (!state) return await sent;
	return await sent.catch(async (failure: unknown) => {
		if (!(failure instanceof Fault) || !state.isConflict(failure.details)) return await sent;
		// Whatever goes wrong with looking, the user reads about the change.
		const now = await read(client, operation, state, request).catch(async () => await sent);
		return now.every(state.holds) ? accept(client, state, now) : await sent;
	});
}

/**
 * Looks at the object where acting on the wrong state would do harm.
 * @returns the object when nothing is left to do
 * @throws FormIssue when it must be left alone
 */
export async function look(
	client: Client,
	operation: Change,
	request: ApiRequest,
): Promise<IDataObject[] | undefined> {
	const { state } = operation;
	if (!state?.guard) return;
	const now = await read(client, operation, state, request);
	now.forEach(state.guard);
	return now.every(state.holds) ? accept(client, state, now) : undefined;
}

function accept(client: Client, { notice }: StateRule, now: IDataObject[]): IDataObject[] {
	for (const record of now) client.notices.add(notice(record));
	return now;
}

async function read(
	client: Client,
	{ records }: Change,
	state: StateRule,
	request: ApiRequest,
): Promise<IDataObject[]> {
	const asked = client.connection.finish(state.read(request));
	const reply = await client.send(asked, 'read', { isWhole: isWhole(records) });
	return records(reply) ?? [];
}

async function send(
	client: Client,
	{ records, retry }: Change,
	request: ApiRequest,
): Promise<IDataObject[]> {
	const reply = await client.send(request, retry, { isWhole: isWhole(records) });
	return records(reply) ?? [];
}

const isWhole = (records: SingleOperation['records']) => (reply: Reply) =>
	records(reply) !== undefined;
