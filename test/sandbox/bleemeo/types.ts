import type { Clock } from '../core/clock';
import type { Timeline } from '../core/timeline';
import type { JsonObject } from '../core/types';
import type { Container, Service } from './services';

export interface User {
	id: string;
	email: string;
	password: string;
	/** The first one is used without an X-Bleemeo-Account header. */
	accountIds: string[];
	/** Whether the user may post events. */
	isManager: boolean;
}

export interface AccessToken {
	email: string;
	/** Milliseconds since the epoch. */
	expiresAt: number;
	refreshToken: string;
}

export interface Account extends JsonObject {
	id: string;
	name: string;
}

export interface AgentType extends JsonObject {
	id: string;
	name: string;
	display_name: string;
}

export interface Agent extends JsonObject {
	id: string;
	account: string;
	agent_type: string;
	created_at: string;
	display_name: string;
	fqdn: string;
	is_cluster_leader: boolean;
	next_config_at: string | null;
	tags: JsonObject[];
}

export interface Metric extends JsonObject {
	id: string;
	account: string;
	agent: string;
	label: string;
	item: string;
	labels_text: string;
	service: string | null;
	container: string | null;
	status_of: string | null;
	unit: number;
	unit_text: string;
	first_seen_at: string;
	deactivated_at: string | null;
	current_status: number;
}

/** One measurement. */
export interface Point extends JsonObject {
	time: string;
	value: number;
}

export interface Event extends JsonObject {
	id: string;
	account: string;
	agent: string | null;
	metric: string | null;
	status: number;
	title: string;
	text: string;
	happened_at: string;
	status_changed_at: string | null;
	previous_status_changed_at: string | null;
	number_status_change_last_hour: number;
	has_been_notified: boolean;
	repeatable: boolean;
	thread_id: string | null;
	created_at: string;
	modified_at: string;
	created_by: string | null;
	modified_by: string | null;
}

export interface BleemeoStore {
	clock: Clock;
	users: Map<string, User>;
	/** Client id to its secret, empty for a public client. */
	clients: Map<string, string>;
	accessTokens: Map<string, AccessToken>;
	/** Refresh token to the e-mail of its user. */
	refreshTokens: Map<string, string>;
	tokenLifetimeSeconds: number;
	nextToken: number;
	accounts: Map<string, Account>;
	agentTypes: Map<string, AgentType>;
	agents: Map<string, Agent>;
	/** Ids of agents that are switched off. */
	inactiveAgents: Set<string>;
	metrics: Map<string, Metric>;
	services: Map<string, Service>;
	containers: Map<string, Container>;
	/** Measurements by the id of their metric. */
	points: Map<string, Point[]>;
	events: Timeline<Event>;
	nextEvent: number;
	/** Events an account may hold; null: no quota. Over it the answer is a bare list. */
	eventQuota: number | null;
	/**
	 * Which query parameters of the list the server obeys: none is documented, so tests may take the
	 * filters away, or add `ordering` (`created_at`, `-created_at`).
	 */
	eventFilters: Set<string>;
	/** Nor is the order of a list documented. */
	eventOrder: 'asc' | 'desc' | 'mixed';
	/** What people have entered as the URL of a Webhook integration, in the panel. */
	webhookUrls: Set<string>;
}

export interface BleemeoContext {
	store: BleemeoStore;
	user: User;
	accountId: string;
}
