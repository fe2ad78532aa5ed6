import type { IDataObject } from 'n8n-workflow';

import { Fault } from '../../shared/ground/failures';
import type { Reader } from '../../shared/run/operation';
import type { Reply } from '../../shared/wire/request';
import { asObject, asRows, isObject } from '../../shared/ground/values';
import { byCursor } from '../api/profile';
import { isLacking } from './state';

/** A list with a cursor. 50 is the size that is documented. docs/facts/devhelm.md#envelopes-and-pages and docs/facts/devhelm.md#internal-incidents. */
export const activityPaging = byCursor(50);

/**
 * What the older API knows of an incident: its updates, and the transitions of its state with the
 * evaluations that caused them. docs/facts/devhelm.md#internal-incidents.
 */
export async function olderTimeline(
	{ read }: Pick<Reader, 'read'>,
	incident: IDataObject,
): Promise<IDataObject[]> {
	const path = `/api/v1/forensics/incidents/${encodeURIComponent(String(incident.id))}/timeline`;
	const asked = read({ method: 'GET', path }, transitionsOf);
	const transitions = await asked.catch((failure: unknown) => {
		// One that was made by hand may have no such timeline.
		if (failure instanceof Fault && isLacking(failure.details)) return [];
		throw failure;
	});
	return [...asRows(incident.updates), ...transitions];
}

function transitionsOf({ body }: Reply): IDataObject[] | undefined {
	const { data } = asObject(body);
	if (!isObject(data) || !Array.isArray(data.transitions)) return;
	const evaluations = asRows(data.triggeringEvaluations);
	return asRows(data.transitions).map((transition) => ({
		...transition,
		triggeringEvaluations: evaluations.filter(
			({ triggeringTransitionId }) => triggeringTransitionId === transition.id,
		),
	}));
}
