import type { JsonObject } from '../../core/types';
import type { Artifact, DevUser } from '../types';

/** What stands in the timeline of an object: a comment, or a change that was made to it. */
export interface TimelineEntry extends JsonObject {
	type: 'timeline_change_event' | 'timeline_comment';
	id: string;
	object: string;
	object_display_id: string;
	object_type: 'incident';
	visibility: string;
	created_by: DevUser;
	created_date: string;
	modified_by: DevUser;
	modified_date: string;
	body?: string;
	body_type?: string;
	artifacts?: Artifact[];
	external_ref?: string;
	labels?: string[];
	snap_kit_body?: JsonObject;
	snap_widget_body?: JsonObject[];
}

/** What the API takes but does not give back. */
export interface UnshownOfEntry {
	collections: string[];
	expires_at?: string;
	link_previews: string[];
	private_to: string[];
}

export interface TimelineStore {
	/** By the incident's DON, oldest first. */
	entries: Map<string, TimelineEntry[]>;
	unshown: Map<string, UnshownOfEntry>;
	nextNumber: number;
}

export function seedTimelines(): TimelineStore {
	return { entries: new Map(), unshown: new Map(), nextNumber: 1 };
}
