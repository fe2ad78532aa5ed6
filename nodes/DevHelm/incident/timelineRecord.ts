import type { IDataObject } from 'n8n-workflow';

import { asObject, asText } from '../../shared/ground/values';
import type { Actor } from '../../shared/records/incident';
import type { TimelineKind, TimelineRecord } from '../../shared/records/timeline';

/**
 * One entry of a timeline in the common shape; what an older API has is brought into it as well. Pure.
 * docs/facts/devhelm.md#internal-incidents.
 * @param row with the ID of its incident, which the entries of the newer API do not name
 */
export function toTimelineRecord(row: IDataObject): TimelineRecord {
	const isTransition = row.occurredAt !== undefined;
	const said = row.kind === undefined ? row : asObject(row.payload);
	const vendorKind = asText(row.kind) ?? (isTransition ? 'forensic_transition' : 'update');
	const summary = isTransition ? row.reason : row.summary;
	return {
		provider: 'devhelm',
		id: asText(row.id) ?? null,
		incidentId: asText(row.incidentId) ?? null,
		time: asText(row.at) ?? asText(row.occurredAt) ?? asText(row.createdAt) ?? null,
		actor: isTransition ? actorOf(asObject(row.details).source) : authorOf(row, said),
		kind: kindOf(vendorKind, said),
		text: asText(said.body) ?? asText(summary) ?? null,
		vendorKind,
	};
}

function kindOf(vendorKind: string, said: IDataObject): TimelineKind {
	switch (vendorKind) {
		case 'update':
			return asText(said.newStatus) === undefined ? 'note' : move(said.oldStatus, said.newStatus);
		case 'forensic_transition':
			return move(said.fromStatus, said.toStatus);
		case 'dispatch':
			return dispatchKind(asText(said.phase));
		case 'delivery':
			return 'notification';
		case 'status_page_update':
			return 'statusUpdate';
		default:
			return 'other';
	}
}

/** An incident that had no state before, or was only watched, is opened by this. docs/facts/devhelm.md#states-of-an-internal-incident. */
function move(from: unknown, to: unknown): TimelineKind {
	if (to === 'RESOLVED') return 'resolved';
	if (from === 'RESOLVED') return 'reopened';
	return asText(from) === undefined || to === 'TRIGGERED' ? 'triggered' : 'change';
}

/** The words for the phases of a notification are in no document, but for "fired". */
function dispatchKind(phase = ''): TimelineKind {
	if (/^acknowledged$/i.test(phase)) return 'acknowledged';
	return /^escalat/i.test(phase) ? 'escalated' : 'notification';
}

/** The newer API names who it was, the older one only whether it was a user. */
function authorOf({ actor }: IDataObject, { createdBy, createdByUserId }: IDataObject) {
	const known = actorOf(actor) ?? actorOf(createdBy);
	return known && { ...known, id: asText(createdByUserId) ?? null };
}

function actorOf(value: unknown): Actor | null {
	const text = asText(value);
	if (text === undefined) return null;
	if (/^(?:system|user)$/i.test(text)) return { id: null, name: null, type: text.toLowerCase() };
	return { id: null, name: text, type: text.includes('@') ? 'user' : 'system' };
}
