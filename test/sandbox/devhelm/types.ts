import type { Clock } from '../core/clock';
import type { Timeline } from '../core/timeline';
import type { JsonObject } from '../core/types';
import type { PageComponent, PageIncident } from './statusPages/types';
import type { Dispatch, Transition } from './incidents/activity';
import type { MaintenanceWindow } from './maintenanceWindows';
import type { CheckResult } from './monitors/results';
import type { ServiceFacts } from './services';
import type { Subscriber } from './statusPages/subscribers';
import type { Happened, Webhook } from './webhooks';

export const incidentStatuses = ['WATCHING', 'TRIGGERED', 'CONFIRMED', 'RESOLVED'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];
export const severities = ['DOWN', 'DEGRADED', 'MAINTENANCE'] as const;
export type Severity = (typeof severities)[number];
export const sources = [
	'AUTOMATIC',
	'MANUAL',
	'MONITORS',
	'STATUS_DATA',
	'RESOURCE_GROUP',
] as const;
export type Source = (typeof sources)[number];

export interface Tag extends JsonObject {
	id: string;
	organizationId: number;
	name: string;
	color: string;
	createdAt: string;
	updatedAt: string;
}

export interface Environment extends JsonObject {
	id: string;
	orgId: number;
	name: string;
	slug: string;
	variables: Record<string, string>;
	createdAt: string;
	updatedAt: string;
	monitorCount: number;
	isDefault: boolean;
}

export interface Monitor extends JsonObject {
	id: string;
	organizationId: number;
	name: string;
	type: 'DNS' | 'HEARTBEAT' | 'HTTP' | 'ICMP' | 'MCP_SERVER' | 'TCP';
	config: JsonObject;
	frequencySeconds: number;
	enabled: boolean;
	regions: string[];
	managedBy: string;
	createdAt: string;
	updatedAt: string;
	tags: Tag[];
	environment: { id: string; name: string; slug: string } | null;
	currentStatus: 'degraded' | 'down' | 'paused' | 'unknown' | 'up' | null;
	/** Of what was made or changed here, as the single monitor shows it. */
	assertions?: JsonObject[] | null;
	auth?: JsonObject | null;
	incidentPolicy?: JsonObject | null;
	alertChannelIds?: string[];
	pingUrl?: string | null;
}

export interface CatalogService extends JsonObject {
	id: string;
	slug: string;
	name: string;
	category: string | null;
	adapterType: string;
	pollingIntervalSeconds: number;
	lifecycleStatus: 'ACTIVE' | 'DEGRADED' | 'DEPRECATED' | 'RETIRED';
	enabled: boolean;
	published: boolean;
	overallStatus: string | null;
	createdAt: string;
	updatedAt: string;
	componentCount: number;
	activeIncidentCount: number;
	dataCompleteness: string;
}

/** A short list's object: the name is what the look-ups show. */
export interface Named extends JsonObject {
	name: string;
}

export interface Incident extends JsonObject {
	id: string;
	organizationId: number;
	monitorId: string | null;
	source: Source;
	status: IncidentStatus;
	severity: Severity;
	title: string | null;
	triggeredByRule: string | null;
	affectedRegions: string[];
	reopenCount: number;
	createdByUserId: number | null;
	statusPageVisible: boolean;
	serviceIncidentId: string | null;
	serviceId: string | null;
	externalRef: string | null;
	affectedComponents: string[] | null;
	shortlink: string | null;
	resolutionReason: 'AUTO_RECOVERED' | 'AUTO_RESOLVED' | 'MANUAL' | null;
	startedAt: string | null;
	confirmedAt: string | null;
	resolvedAt: string | null;
	cooldownUntil: string | null;
	createdAt: string;
	updatedAt: string;
	resourceGroupId: string | null;
}

export interface IncidentUpdate extends JsonObject {
	id: string;
	incidentId: string;
	oldStatus: IncidentStatus | null;
	newStatus: IncidentStatus | null;
	body: string | null;
	createdBy: 'SYSTEM' | 'USER' | null;
	notifySubscribers: boolean;
	createdAt: string;
}

export interface DevHelmStore {
	clock: Clock;
	keys: Map<string, { id: number; name: string; isRevoked: boolean }>;
	organization: { id: number; name: string };
	workspaces: Map<number, Named & { id: number }>;
	tags: Map<string, Tag>;
	environments: Map<string, Environment>;
	monitors: Map<string, Monitor>;
	/** By monitor, newest first. */
	results: Map<string, CheckResult[]>;
	secrets: Map<string, JsonObject & { id: string; key: string }>;
	nextMonitor: number;
	services: Map<string, CatalogService>;
	subscriptions: Map<string, Named & { subscriptionId: string; serviceId: string }>;
	serviceFacts: Map<string, ServiceFacts>;
	/** By page. */
	subscribers: Map<string, Subscriber[]>;
	resourceGroups: Map<string, Named & { id: string }>;
	statusPages: Map<string, Named & { id: string; slug: string }>;
	alertChannels: Map<string, Named & { id: string; channelType: string }>;
	notificationPolicies: Map<string, Named & { id: string }>;
	incidents: Timeline<Incident>;
	/** By incident, oldest first. */
	updates: Map<string, IncidentUpdate[]>;
	dispatches: Map<string, Dispatch>;
	transitions: Map<string, Transition>;
	maintenanceWindows: Map<string, MaintenanceWindow>;
	/** True for an account whose API is that of the June file. */
	isOlderApi: boolean;
	nextNumber: number;
	nextPageNumber: number;
	pageComponents: Map<string, PageComponent>;
	pageIncidents: Timeline<PageIncident>;
	webhooks: Map<string, Webhook>;
	/** The organization's; null: deliveries are not signed. */
	signingSecret: string | null;
	/** Between time and body of what is signed: the documentation says both. */
	signatureSeparator: '.' | ':' | 'timestamp';
	/** True as at the vendor; otherwise webhooks on loopback need no https. */
	isHttpsOnly: boolean;
	nextWebhook: number;
	/** What a request has done that subscribers are told of once it is served. */
	happened: Happened[];
}
