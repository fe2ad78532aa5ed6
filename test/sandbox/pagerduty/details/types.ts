import type { JsonObject } from '../../core/types';
import type { Reference } from '../types';

export interface Note extends JsonObject {
	id: string;
	user: Reference;
	channel: { summary: string };
	content: string;
	created_at: string;
	updated_at: string;
}

export interface Alert extends JsonObject {
	id: string;
	type: 'alert';
	summary: string;
	self: string;
	html_url: string;
	created_at: string;
	resolved_at: string | null;
	status: 'triggered' | 'resolved';
	alert_key: string;
	severity: 'critical' | 'error' | 'warning' | 'info';
	suppressed: boolean;
	service: Reference;
	incident: Reference;
	integration: Reference;
	first_trigger_log_entry: Reference;
	body: { type: 'alert_body'; contexts: JsonObject[]; details: JsonObject };
}

export interface Responder {
	incidentId: string;
	type: 'user' | 'escalation_policy';
	id: string;
	state: 'pending' | 'joined' | 'declined';
}

export interface Subscription extends JsonObject {
	incidentId: string;
	subscriber_id: string;
	subscriber_type: 'user' | 'team';
}

/** A schedule fills one level of one policy. */
export interface Schedule extends Reference, JsonObject {
	name: string;
	policyId: string;
	level: number;
	start: string;
	end: string;
	/** Who takes turns, where it is not whom the level names. */
	users?: Reference[];
}

/** What hangs on incidents, and who is on call. */
export interface Details {
	/** By the incident's id, oldest first. */
	notes: Map<string, Note[]>;
	alerts: Map<string, Alert>;
	responders: Responder[];
	statusUpdates: JsonObject[];
	subscriptions: Subscription[];
	schedules: Map<string, Schedule>;
	/** Makes ids that are the same in every run. */
	nextId: number;
}
