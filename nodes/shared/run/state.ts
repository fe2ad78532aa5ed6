import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../wire/client';
import type { FaultDetails } from '../ground/failures';
import type { Asked, SingleOperation, StateRule } from './operation';
import { completing, readerOf } from './reader';

/** A change as one item wants it, with its rule of state. */
export interface Change {
	operation: Pick<SingleOperation, 'records'>;
	asked: Asked;
	state?: StateRule;
}

/** The objects of a change before it is made. */
export interface Sight {
	/** As they came. */
	read: IDataObject[];
	/** With what the rule of state needs of them. */
	whole: IDataObject[];
	/** True when the wanted state holds: nothing is left to do. */
	holds: boolean;
}

/**
 * Looks at the object before it is changed, where its rule of state says so.
 * @throws FormIssue when it must be left alone
 */
export async function lookBefore(client: Client, change: Change): Promise<Sight> {
	const { state } = change;
	if (!state?.looksFirst) return { read: [], whole: [], holds: false };
	const read = await readObjects(client, change, state);
	const whole = await completed(client, state, read);
	if (state.guard) whole.forEach(state.guard);
	return { read, whole, holds: accept(client, state, whole) };
}

/** What became of a change that was sent. */
export interface Outcome {
	records: IDataObject[];
	/** True when this change has done it, false when it was not needed. */
	isDone: boolean;
}

/** Looks whether the state was reached although the change failed; undefined where it was not. */
export async function lookAfter(
	client: Client,
	change: Change,
	fault: FaultDetails,
): Promise<Outcome | undefined> {
	const { state, asked } = change;
	const isDone = fault.outcomeUnknown ? state?.isDone : undefined;
	const isConflict = state?.isConflict?.(fault) === true;
	if (!state || !(isConflict || isDone)) return;
	// Whatever goes wrong with looking, the user reads about the change.
	const now = await readObjects(client, change, state).catch(() => undefined);
	if (!now) return;
	if (isDone && now.every((object) => isDone(object, asked.request))) {
		return { records: now, isDone: true };
	}
	const whole = isConflict ? await completed(client, state, now).catch(() => undefined) : undefined;
	return whole && accept(client, state, whole) ? { records: now, isDone: false } : undefined;
}

/** True when the wanted state holds already, which the user is told then. */
function accept(client: Client, { already }: StateRule, objects: IDataObject[]): boolean {
	const texts = objects.map((object) => already?.(object));
	if (texts.includes(undefined)) return false;
	for (const text of texts) if (text !== undefined) client.notices.add(text);
	return true;
}

async function completed(
	client: Client,
	state: StateRule,
	objects: IDataObject[],
): Promise<IDataObject[]> {
	return (await completing(client, state)?.(objects)) ?? objects;
}

async function readObjects(
	client: Client,
	{ operation, asked }: Change,
	state: StateRule,
): Promise<IDataObject[]> {
	const request = state.read(asked.request);
	const records = state.records ?? ((reply) => operation.records(reply, request));
	return await readerOf(client).read(request, records);
}
