import type { IDataObject } from 'n8n-workflow';

import { Fault } from '../../shared/ground/failures';
import type { Steps } from '../../shared/run/operation';
import { deleted } from '../../shared/ground/values';
import { incidentOf } from './record';

export async function readIncident({ send }: Steps, path: string): Promise<IDataObject> {
	const reply = await send({ method: 'GET', path }, 'read', incidentOf);
	const [incident] = incidentOf(reply) ?? [];
	return incident;
}

/** A state that was to be reached, and what to say when it holds already. */
export interface Goal {
	path: string;
	holds: (incident: IDataObject) => boolean;
	notice: string;
}

/**
 * Reaches a state: one that holds already is success, whether it is seen before or after a refusal
 * (somebody else may have been faster).
 * @param act makes the change, given the incident as it is
 */
export async function reach(
	steps: Steps,
	{ path, holds, notice }: Goal,
	act: (incident: IDataObject) => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	const accept = (incident: IDataObject) => {
		steps.notice(notice);
		return [incident];
	};
	const before = await readIncident(steps, path);
	if (holds(before)) return accept(before);
	const sent = act(before);
	return await sent.catch(async (failure: unknown) => {
		if (!isConflict(failure)) return await sent;
		// Whatever goes wrong with looking, the user reads about the change.
		const now = await readIncident(steps, path).catch(async () => (await sent)[0]);
		return holds(now) ? accept(now) : await sent;
	});
}

/** Which status DevHelm refuses a needless change with is not documented. */
function isConflict(failure: unknown): boolean {
	if (!(failure instanceof Fault)) return false;
	return failure.details.status === 409 || failure.details.status === 400;
}

/** Removes; gone because of an attempt that brought no answer is done as well. */
export async function remove(
	{ send }: Steps,
	request: { method: 'DELETE' | 'POST'; path: string },
): Promise<IDataObject[]> {
	const sent = send(request, 'idempotent');
	await sent.catch(async (failure: unknown) => isDone(failure) || (await sent));
	return deleted();
}

function isDone(failure: unknown): boolean {
	if (!(failure instanceof Fault)) return false;
	const { status, outcomeUnknown } = failure.details;
	return status === 404 && outcomeUnknown;
}
