import type { IDataObject } from 'n8n-workflow';

import type { FaultDetails } from '../../shared/ground/failures';
import type { Reader, StateRule } from '../../shared/run/operation';
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
	looksFirst: true,
	already: (incident) =>
		isResolved(incident)
			? 'Some incidents were resolved already: nothing was changed on them'
			: undefined,
	isConflict,
};

/** The incident as it is now. */
export async function readIncident(
	{ read }: Pick<Reader, 'read'>,
	path: ApiRequest['path'],
): Promise<IDataObject> {
	const [incident] = await read({ method: 'GET', path }, incidentOf);
	return incident;
}

/**
 * True for the answer of an API that does not have an endpoint. A 404 can as well mean that the
 * incident is not there: only reading it tells. docs/facts/devhelm.md#internal-incidents.
 */
export function isLacking({ status }: FaultDetails): boolean {
	return status === 404 || status === 405;
}
