import type { IDataObject } from 'n8n-workflow';

import { asObject, asText, isObject } from '../../shared/ground/values';

/** What a delivery tells, whatever its type; all of it may be missing. */
export interface DevRevEvent {
	id?: string;
	type?: string;
	/** RFC 3339, up to nanoseconds. */
	time?: string;
	/** The incident that the event carries; of a deleted one as it was. */
	incident?: IDataObject;
	/** What an updated incident was before. */
	old?: IDataObject;
	/** The entry of a timeline that the event carries. */
	entry?: IDataObject;
	/** What the event is about: an incident's DON. */
	incidentId?: string;
	/** The incident as a comment names it. */
	incidentNumber?: string;
	commentId?: string;
	/** Who did it. */
	actor?: IDataObject;
	/** Whose timeline it is; undefined when the event does not say. */
	isOnIncident?: boolean;
}

/** Reads the body of a delivery. Survives any. Pure. docs/facts/devrev.md#body-of-a-delivery. */
export function readEvent(body: IDataObject): DevRevEvent {
	const type = asText(body.type);
	const payload = type === undefined ? {} : asObject(body[type]);
	const basics = { id: asText(body.id), type, time: asText(body.timestamp) };
	return { ...basics, ...(type?.startsWith('timeline_') ? comment : incident)(payload, type) };
}

function incident(payload: IDataObject, type: string | undefined): Partial<DevRevEvent> {
	const [now, old] = [optional(payload.incident), optional(payload.old_incident)];
	const isDeleted = now === undefined;
	const found = now ?? old;
	return {
		incident: found,
		old: isDeleted ? undefined : old,
		incidentId: asText(found?.id) ?? asText(payload.id),
		actor: actorOf(type, found),
	};
}

function comment(payload: IDataObject, type: string | undefined): Partial<DevRevEvent> {
	const { entry: now, old_entry, id } = payload;
	const entry = optional(now) ?? optional(old_entry);
	const { object, object_type, object_display_id } = entry ?? {};
	const commentId = asText(entry?.id) ?? asText(id);
	// A comment's DON begins with that of its object.
	const about = asText(object) ?? /^(don:.*):comment\/[^:]*$/.exec(commentId ?? '')?.[1];
	const kind = asText(object_type) ?? /^don:.*:(\w+)\/[^:/]*$/.exec(about ?? '')?.[1];
	const isOnIncident = kind === undefined ? undefined : kind === 'incident';
	return {
		entry,
		commentId,
		incidentId: about,
		incidentNumber: asText(object_display_id),
		actor: actorOf(type, entry),
		isOnIncident,
	};
}

/** An event does not say who deleted something: who changed it last may be somebody else. */
function actorOf(type: string | undefined, object: IDataObject = {}): IDataObject | undefined {
	if (type?.endsWith('_created')) return optional(object.created_by);
	return type?.endsWith('_updated') ? optional(object.modified_by) : undefined;
}

function optional(value: unknown): IDataObject | undefined {
	return isObject(value) ? value : undefined;
}
