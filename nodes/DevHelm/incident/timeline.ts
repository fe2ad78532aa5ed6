import type { IDataObject } from 'n8n-workflow';

import { Fault } from '../../shared/ground/failures';
import type { Reader } from '../../shared/run/operation';
import type { Reply } from '../../shared/wire/request';
import { asObject, asRows, asText, isObject } from '../../shared/ground/values';
import { byCursor } from '../api/profile';
import { isLacking } from './state';

/** A list with a cursor. 50 is the size that is documented. docs/facts/devhelm.md#envelopes-and-pages and docs/facts/devhelm.md#internal-incidents. */
export const activityPaging = byCursor(50);

/**
 * What the older API knows of an incident, newest first: its updates, and the transitions of its
 * state with the evaluations that caused them. docs/facts/devhelm.md#internal-incidents.
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
	const time = (row: IDataObject) => Date.parse(timeOf(row) ?? '');
	return [...asRows(incident.updates), ...transitions].sort(
		(one, other) => time(other) - time(one),
	);
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

function timeOf({ at, occurredAt, createdAt }: IDataObject): string | undefined {
	return asText(at) ?? asText(occurredAt) ?? asText(createdAt);
}

/**
 * One entry of a timeline. `newStatus` is that of the incident, the notification or the status page
 * incident, whichever the kind is about. What an older API has is brought into the same shape.
 * docs/facts/devhelm.md#internal-incidents.
 */
export function toTimelineRecord(row: IDataObject): IDataObject {
	const isTransition = row.occurredAt !== undefined;
	const said = row.kind === undefined ? row : asObject(row.payload);
	const actor = isTransition ? asObject(row.details).source : (row.actor ?? said.createdBy);
	const summary = isTransition ? row.reason : row.summary;
	return {
		provider: 'devhelm',
		id: asText(row.id) ?? null,
		incidentId: asText(row.incidentId) ?? null,
		kind: asText(row.kind) ?? (isTransition ? 'forensic_transition' : 'update'),
		summary: asText(summary) ?? null,
		text: asText(said.body) ?? null,
		author: asText(actor) ?? null,
		oldStatus: asText(said.oldStatus) ?? asText(said.fromStatus) ?? null,
		newStatus: asText(said.newStatus) ?? asText(said.toStatus) ?? asText(said.status) ?? null,
		createdAt: timeOf(row) ?? null,
	};
}
