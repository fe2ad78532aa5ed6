import type { Clock } from '../core/clock';
import type { Timeline } from '../core/timeline';
import type { JsonObject } from '../core/types';
import type { Details } from './details/types';
import type { Happened, WebhookSubscription } from './webhooks';
import type { EventLog } from './events';
import type { Identity } from './identity/types';
import type { Page } from './statusPages/types';
import type { Planning } from './planning/types';

export interface Reference {
	id: string;
	type: string;
	summary: string;
	self: string;
	html_url: string | null;
}

export interface User extends Reference, JsonObject {
	name: string;
	email: string;
	role: string;
	time_zone: string;
	job_title: string;
	teams: Reference[];
}

export interface Team extends Reference, JsonObject {
	name: string;
	description: string | null;
}

export interface EscalationPolicy extends Reference, JsonObject {
	name: string;
	description: string;
	num_loops: number;
	escalation_rules: Array<{
		id: string;
		escalation_delay_in_minutes: number;
		targets: Reference[];
	}>;
	services: Reference[];
	teams: Reference[];
}

export interface Integration extends Reference, JsonObject {
	name: string;
	integration_key: string;
}

export interface Service extends Reference, JsonObject {
	name: string;
	description: string | null;
	status: 'active' | 'warning' | 'critical' | 'maintenance' | 'disabled';
	created_at: string;
	escalation_policy: Reference;
	teams: Reference[];
	integrations: Reference[];
	incident_urgency_rule: { type: 'constant'; urgency: Urgency };
}

export interface Priority extends Reference, JsonObject {
	name: string;
	description: string;
}

export interface IncidentType extends JsonObject {
	id: string;
	type: 'incident_type';
	name: string;
	display_name: string;
	description: string | null;
	enabled: boolean;
	parent: { id: string; type: string } | null;
	created_at: string;
	updated_at: string;
}

/** A field that the account has defined, for the base type or for one type. */
export interface CustomField extends JsonObject {
	id: string;
	type: 'field';
	name: string;
	display_name: string;
	description: string | null;
	data_type: 'boolean' | 'integer' | 'float' | 'string' | 'datetime' | 'url';
	field_type: 'single_value' | 'single_value_fixed' | 'multi_value' | 'multi_value_fixed';
	default_value: null;
	enabled: boolean;
	/** The name of the type that has it. */
	incident_type: string;
	field_options: Array<
		JsonObject & { id: string; data: { data_type: string; value: string | number } }
	>;
}

export interface Workflow extends Reference, JsonObject {
	name: string;
	description: string;
	created_at: string;
}

export type Urgency = 'high' | 'low';
export type IncidentStatus = 'triggered' | 'acknowledged' | 'resolved';

export interface Incident extends JsonObject {
	id: string;
	type: 'incident';
	summary: string;
	self: string;
	html_url: string;
	incident_number: number;
	title: string;
	created_at: string;
	updated_at: string;
	status: IncidentStatus;
	incident_key: string;
	service: Reference;
	priority: Reference | null;
	assigned_via: 'escalation_policy' | 'direct_assignment';
	assignments: Array<{ at: string; assignee: Reference }>;
	acknowledgements: Array<{ at: string; acknowledger: Reference }>;
	last_status_change_at: string;
	last_status_change_by: Reference;
	resolved_at: string | null;
	first_trigger_log_entry: Reference;
	alert_counts: { all: number; triggered: number; resolved: number };
	is_mergeable: boolean;
	incident_type: { name: string };
	escalation_policy: Reference;
	teams: Reference[];
	pending_actions: JsonObject[];
	resolve_reason: JsonObject | null;
	urgency: Urgency;
	/** Answered only when `include[]` asks for them. */
	body: { type: 'incident_body'; details: string } | null;
	conference_bridge: { conference_number?: string; conference_url?: string } | null;
}

export interface ChangeEvent extends JsonObject {
	id: string;
	type: 'change_event';
	summary: string;
	timestamp: string;
	source: string;
	services: Reference[];
	integration: Reference;
	links: Array<{ href: string; text: string }>;
	custom_details: JsonObject;
}

export interface BusinessService extends Reference, JsonObject {
	name: string;
	description: string;
	point_of_contact: string;
	team: Reference | null;
}

export type TokenKind = 'account' | 'readOnlyAccount' | 'user' | 'oauthUser' | 'oauthApp';

export interface Token {
	kind: TokenKind;
	userId?: string;
	/** Of a token that the identity service gave; others may do all. */
	scopes?: ReadonlySet<string>;
	expiresAt?: number;
}

export interface PagerDutyStore {
	clock: Clock;
	tokens: Map<string, Token>;
	/** Take one away (`teams`, `urgencies`) to get the 402 of a smaller plan. */
	abilities: Set<string>;
	/** Switch off to get the 404 of an account without priorities. */
	hasPriorities: boolean;
	users: Map<string, User>;
	teams: Map<string, Team>;
	escalationPolicies: Map<string, EscalationPolicy>;
	services: Map<string, Service>;
	integrations: Map<string, Integration>;
	priorities: Map<string, Priority>;
	incidentTypes: Map<string, IncidentType>;
	incidents: Timeline<Incident>;
	/** Notes, alerts, responders and the like. */
	details: Details;
	events: EventLog;
	identity: Identity;
	customFields: CustomField[];
	/** By the incident's id and the field's id. */
	fieldValues: Map<string, Map<string, unknown>>;
	workflows: Map<string, Workflow>;
	workflowRuns: JsonObject[];
	nextNumber: number;
	webhooks: Map<string, WebhookSubscription>;
	/** By the subscription's id. */
	secrets: Map<string, string>;
	nextWebhook: number;
	/** 200 is documented for this one, 201 for creates in general. */
	webhookCreateStatus: 200 | 201;
	/** What subscribers are still to be told of. */
	happened: Happened[];
	changeEvents: Map<string, ChangeEvent>;
	businessServices: Map<string, BusinessService>;
	/** What somebody has said about an incident's impact, by the incident's id and the business service's. */
	impacts: Map<string, Map<string, 'impacted' | 'not_impacted'>>;
	statusPages: Map<string, Page>;
	/** Maintenance windows, schedules' overrides. */
	planning: Planning;
}
