import type { Clock } from '../core/clock';
import type { Timeline } from '../core/timeline';
import type { JsonObject } from '../core/types';
import type { LinkStore } from './links/types';
import type { StageShape } from './stageShapes';
import type { TimelineStore } from './timeline/types';
import type { WebhookStore } from './webhooks/types';
import type { WorkType } from './works/shapes';
import type { UnshownOfWork } from './works/types';

export interface Summary extends JsonObject {
	id: string;
	display_id: string;
}

export interface DevUser extends Summary {
	type: 'dev_user';
	display_name: string;
	full_name: string;
	email: string;
	state: string;
}

export interface Part extends Summary {
	type: 'capability' | 'enhancement' | 'feature' | 'product';
	name: string;
	owned_by: DevUser[];
}

export interface Tag extends Summary {
	name: string;
	description: string;
	allowed_values: string[];
}

export interface Account extends Summary {
	display_name: string;
	domains: string[];
	owned_by: DevUser[];
}

export interface RevOrg extends Summary {
	display_name: string;
	account: Account;
}

export interface Article extends Summary {
	title: string;
	article_type: 'article' | 'content_block' | 'page';
	owned_by: DevUser[];
}

export interface Group extends Summary {
	name: string;
	is_default: boolean;
	member_type: string;
}

export interface Artifact extends Summary {
	file: { name: string; size: number; type: string };
}

export interface State {
	id: string;
	name: string;
	ordinal: number;
	is_final: boolean;
}

export interface Stage {
	id: string;
	display_id: string;
	name: string;
	ordinal: number;
	state: State;
}

export interface EnumValue {
	id: number;
	label: string;
	ordinal: number;
	is_deprecated?: boolean;
	tooltip?: string;
}

export type FieldType =
	| 'array'
	| 'bool'
	| 'composite'
	| 'date'
	| 'double'
	| 'enum'
	| 'id'
	| 'int'
	| 'rich_text'
	| 'text'
	| 'timestamp'
	| 'tokens'
	| 'uenum';

export interface FieldDescriptor extends JsonObject {
	name: string;
	field_type: FieldType;
	base_type?: FieldType;
	allowed_values?: EnumValue[] | string[];
	id_type?: string[];
	composite_type?: string;
	is_required?: boolean;
	is_filterable?: boolean;
	ui?: { display_name?: string; is_hidden?: boolean };
}

export interface CompositeSchema {
	name: string;
	fields: FieldDescriptor[];
}

export interface Subtype {
	value: string;
	display_name: string;
	leaf_type: string;
	fragment_id: string;
}

export interface Incident extends JsonObject {
	id: string;
	display_id: string;
	title: string;
	body?: string;
	created_by: DevUser;
	created_date: string;
	modified_by: DevUser;
	modified_date: string;
	owned_by: DevUser[];
	applies_to_parts: JsonObject[];
	artifacts: Artifact[];
	severity?: EnumValue;
	reported_by?: EnumValue;
	source?: EnumValue;
	impact?: { count?: EnumValue; customer_ids: JsonObject[] };
	stage: { stage: JsonObject; state: JsonObject };
	tags: Array<{ tag: JsonObject; value?: string }>;
	pia: JsonObject[];
	playbooks: JsonObject[];
	acknowledged_date?: string;
	identified_date?: string;
	mitigated_date?: string;
	target_close_date?: string;
	actual_close_date?: string;
	custom_fields: JsonObject;
	subtype?: string;
	sync_metadata?: JsonObject;
}

/** What the API takes but does not give back. */
export interface Unshown {
	related_docs: string[];
	staged_info: JsonObject;
	external_source_data: JsonObject;
}

export interface DevRevStore {
	clock: Clock;
	/** Token to the user who acts. */
	tokens: Map<string, DevUser>;
	/** Tokens of service accounts, which may set `source`. */
	serviceTokens: Set<string>;
	devUsers: Map<string, DevUser>;
	parts: Map<string, Part>;
	tags: Map<string, Tag>;
	accounts: Map<string, Account>;
	revOrgs: Map<string, RevOrg>;
	articles: Map<string, Article>;
	groups: Map<string, Group>;
	artifacts: Map<string, Artifact>;
	/** Every stage of the organization, of all object types. */
	stages: Map<string, Stage>;
	diagram: Diagram;
	/** Those of issues and tickets. */
	workDiagrams: Record<WorkType, Diagram>;
	sprints: Array<JsonObject & { id: string }>;
	stockFields: FieldDescriptor[];
	stockComposites: CompositeSchema[];
	tenantFields: FieldDescriptor[];
	subtypes: Subtype[];
	subtypeFields: Map<string, FieldDescriptor[]>;
	incidents: Timeline<Incident>;
	/** How answers and webhooks tell the stage of an incident. */
	stageShape: StageShape;
	unshown: Map<string, Unshown>;
	unshownOfWorks: Map<string, UnshownOfWork>;
	timelines: TimelineStore;
	linking: LinkStore;
	webhooks: WebhookStore;
	nextNumber: number;
}

export type Diagram = JsonObject & { id: string; name: string; stages: DiagramStage[] };

export interface DiagramStage {
	stage: { id: string; name: string };
	is_start: boolean;
	is_deprecated: boolean;
	transitions: Array<{ target_stage: { id: string; name: string } }>;
}

export interface DevRevContext {
	store: DevRevStore;
	user: DevUser;
	isServiceAccount: boolean;
}
