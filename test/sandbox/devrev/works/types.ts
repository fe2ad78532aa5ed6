import type { JsonObject } from '../../core/types';
import type { Work } from '../links/types';
import type { Artifact, DevUser, EnumValue } from '../types';

/** A stage as works tell it: its own name counts. */
export interface WorkStage extends JsonObject {
	name: string;
	ordinal: number;
	stage: JsonObject;
	state: JsonObject;
}

/** An issue or a ticket, with all that either can have. */
export interface FullWork extends Work {
	type: 'issue' | 'ticket';
	body?: string;
	created_by: DevUser;
	created_date: string;
	modified_by: DevUser;
	modified_date: string;
	applies_to_part: JsonObject;
	artifacts: Artifact[];
	reported_by: DevUser[];
	tags: Array<{ tag: JsonObject; value?: string }>;
	stage: WorkStage;
	target_close_date?: string;
	actual_close_date?: string;
	custom_fields: JsonObject;
	subtype?: string;
	sync_metadata?: JsonObject;
	priority?: string;
	priority_v2?: EnumValue;
	sprint?: JsonObject;
	developed_with?: JsonObject[];
	target_start_date?: string;
	account?: JsonObject;
	channels?: string[];
	channels_v2?: JsonObject[];
	group?: JsonObject;
	needs_response?: boolean;
	rev_org?: JsonObject;
	severity?: string;
	source_channel?: string;
	source_channel_v2?: JsonObject;
	sentiment?: EnumValue;
	sentiment_summary?: string;
	sentiment_modified_date?: string;
}

/** What the API takes of a work but does not give back. */
export interface UnshownOfWork {
	is_spam?: boolean;
	is_archived?: boolean;
	is_frozen?: boolean;
	staged_info?: JsonObject;
	custom_schema_fragments?: string[];
}

export const isFull = (work: Work): work is FullWork =>
	(work.type === 'issue' || work.type === 'ticket') && 'stage' in work;
