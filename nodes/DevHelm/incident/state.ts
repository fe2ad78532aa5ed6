import type { IDataObject } from 'n8n-workflow';

import { Fault, type FaultDetails } from '../../shared/ground/failures';
import type { StateRule, Steps } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { asText } from '../../shared/ground/values';
import { incidentOf } from '../api/profile';
import { titleOf } from '../api/record';

/** True for an incident that is over. docs/facts/devhelm.md#states-of-an-internal-incident. */
export function isResolved({ status }: IDataObject): boolean {
	return status === 'RESOLVED';
}

/** True for the refusal of a change that the present state does not allow. docs/facts/devhelm.md#error-bodies. */
export function isConflict({ status }: FaultDetails): boolean {
	return status === 409;
}

/** How a message names an incident. */
export function nameOf(incident: IDataObject): string {
	const title = titleOf(incident);
	return asText(incident.displayKey) ?? (title && `"${title}"`) ?? String(incident.id);
}

/**
 * What DevHelm answers when it is asked to resolve once more is not documented, so the incident is
 * read before: nobody is told twice that it is over. docs/facts/devhelm.md#states-of-an-internal-incident.
 */
export const resolved: StateRule = {
	read: ({ path }) => ({ method: 'GET', path: path.slice(0, path.lastIndexOf('/')) }),
	holds: isResolved,
	notice: () => 'Some incidents were resolved already: nothing was changed on them',
	isConflict,
	guard: () => undefined,
};

/** The incident as it is now. */
export async function readIncident(
	{ send }: Pick<Steps, 'send'>,
	path: ApiRequest['path'],
): Promise<IDataObject> {
	const reply = await send({ method: 'GET', path }, 'read', incidentOf);
	return incidentOf(reply)?.[0] ?? {};
}

/**
 * True for the answer of an API that does not have an endpoint. A 404 can as well mean that the
 * incident is not there: only reading it tells. docs/facts/devhelm.md#internal-incidents.
 */
export function isLacking(failure: unknown): failure is Fault {
	return failure instanceof Fault && [404, 405].includes(failure.details.status ?? 0);
}
