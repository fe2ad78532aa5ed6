import type { Clock } from '../core/clock';
import { lettersOf, uuidOf } from '../core/ids';
import { Timeline } from '../core/timeline';
import { toMap } from '../core/values';
import { addIncident } from './incidents/build';
import { seedResults } from './monitors/results';
import { organizationId, workspaceId } from './organization';
import { seedFacts } from './services';
import { seedStatusPages } from './statusPages/seed';
import type {
	CatalogService,
	DevHelmStore,
	Environment,
	IncidentStatus,
	Monitor,
	Named,
	Severity,
} from './types';

/** Built at run time: begins as the vendor's keys do. */
export const devHelmKey = ['dh', 'live', 'sandbox', 'key'].join('_');

const day = 86_400_000;

export function seedStore(clock: Clock): DevHelmStore {
	const now = clock.now();
	const at = new Date(now - 200 * day).toISOString();
	const dates = { createdAt: at, updatedAt: at };
	const named = (kind: string, name: string) => ({
		id: uuidOf(`${kind} ${name}`),
		organizationId,
		name,
		...dates,
	});
	const [payments, internal] = ['payments', 'internal'].map((name) => ({
		...named('tag', name),
		color: `#${lettersOf(name, 6).replace(/[G-Z]/g, 'A')}`,
	}));
	const environment = (name: string, slug: string, isDefault: boolean): Environment => ({
		id: uuidOf(`environment ${name}`),
		orgId: organizationId,
		name,
		slug,
		variables: {},
		monitorCount: 2,
		isDefault,
		...dates,
	});
	const production = environment('Production', 'production', true);
	const staging = environment('Staging', 'staging', false);
	const monitor = (
		name: string,
		type: Monitor['type'],
		where: Environment,
		more: Partial<Monitor> = {},
	): Monitor => ({
		...named('monitor', name),
		type,
		config:
			type === 'HEARTBEAT'
				? { expectedInterval: 86_400, gracePeriod: 3_600 }
				: { url: `https://${where.slug}.alpenrad.example/health`, method: 'GET' },
		frequencySeconds: 60,
		enabled: true,
		regions: ['eu-central', 'us-east'],
		managedBy: 'DASHBOARD',
		tags: [],
		environment: { id: where.id, name: where.name, slug: where.slug },
		currentStatus: 'up',
		...more,
	});
	const monitors = [
		monitor('Checkout page', 'HTTP', production, { tags: [payments], currentStatus: 'down' }),
		monitor('Müller Zahlungen API', 'HTTP', production, { tags: [payments] }),
		monitor('Nightly backup', 'HEARTBEAT', production, { tags: [internal] }),
		monitor('Staging shop', 'HTTP', staging, { enabled: false, currentStatus: 'paused' }),
	];
	const services = seedServices(dates);
	const group: Named & { id: string } = {
		...named('group', 'Shop front'),
		slug: 'shop-front',
		suppressMemberAlerts: true,
		health: { status: 'operational', totalMembers: 2, operationalCount: 2, activeIncidents: 0 },
		members: [],
	};
	const store: DevHelmStore = {
		clock,
		keys: new Map([[devHelmKey, { id: 9, name: 'n8n', isRevoked: false }]]),
		organization: { id: organizationId, name: 'Alpenrad' },
		workspaces: new Map([
			[workspaceId, { id: workspaceId, orgId: organizationId, name: 'Default', ...dates }],
		]),
		tags: toMap([payments, internal]),
		environments: toMap([production, staging]),
		monitors: toMap(monitors),
		results: new Map(monitors.map((one) => [one.id, seedResults(one, now)])),
		secrets: toMap([
			{
				id: uuidOf('secret SHOP_TOKEN'),
				key: 'SHOP_TOKEN',
				dekVersion: 1,
				valueHash: 'b5d4045c3f466fa9',
				usedByMonitors: [],
				...dates,
			},
		]),
		nextMonitor: 0,
		services: toMap(services),
		subscriptions: new Map(services.slice(0, 2).map((one) => [one.id, subscription(one, at)])),
		serviceFacts: new Map(services.map((one, index) => [one.id, seedFacts(one, now, index === 0)])),
		subscribers: new Map(),
		resourceGroups: toMap([group]),
		statusPages: toMap([
			{
				...named('page', 'Alpenrad Status'),
				workspaceId,
				slug: 'alpenrad',
				branding: {},
				visibility: 'PUBLIC',
				enabled: true,
				incidentMode: 'MANUAL',
				overallStatus: 'OPERATIONAL',
			},
			{
				...named('page', 'Partner Status'),
				workspaceId,
				slug: 'partner',
				branding: {},
				visibility: 'PASSWORD',
				enabled: true,
				incidentMode: 'REVIEW',
				overallStatus: 'OPERATIONAL',
			},
		]),
		alertChannels: toMap([
			{ ...named('channel', 'Ops mail'), channelType: 'email', managedBy: 'DASHBOARD' },
			{ ...named('channel', 'Ops chat'), channelType: 'slack', managedBy: 'DASHBOARD' },
		]),
		notificationPolicies: toMap([
			{
				...named('policy', 'Everything'),
				matchRules: [],
				escalation: { steps: [] },
				enabled: true,
				priority: 0,
			},
		]),
		incidents: new Timeline(({ startedAt, createdAt }) => startedAt ?? createdAt),
		updates: new Map(),
		dispatches: new Map(),
		transitions: new Map(),
		maintenanceWindows: new Map(),
		isOlderApi: false,
		nextNumber: 1,
		nextPageNumber: 1,
		pageComponents: new Map(),
		pageIncidents: new Timeline(({ createdAt }) => createdAt),
		webhooks: new Map(),
		signingSecret: null,
		signatureSeparator: ':',
		isHttpsOnly: false,
		nextWebhook: 1,
		happened: [],
	};
	const [checkout, , backup] = monitors;
	addIncident(store, {
		title: 'Card payments fail',
		severity: 'DOWN',
		status: 'RESOLVED',
		monitorId: checkout.id,
		at: now - 20 * day,
		body: 'The provider confirmed an outage.',
	});
	addIncident(store, {
		severity: 'DEGRADED',
		status: 'WATCHING',
		source: 'AUTOMATIC',
		monitorId: backup.id,
		at: now - day,
	});
	addIncident(store, {
		severity: 'DOWN',
		status: 'CONFIRMED',
		source: 'MONITORS',
		monitorId: checkout.id,
		at: now - 0.2 * day,
	});
	addIncident(store, {
		title: 'Elevated API errors',
		severity: 'DEGRADED',
		status: 'TRIGGERED',
		source: 'STATUS_DATA',
		serviceId: services[0].id,
		at: now - 0.1 * day,
	});
	addIncident(store, {
		title: 'Shop front unhealthy',
		severity: 'DOWN',
		status: 'CONFIRMED',
		source: 'RESOURCE_GROUP',
		resourceGroupId: group.id,
		at: now - 0.05 * day,
	});
	seedStatusPages(store, now);
	return store;
}

/** More than one cursor page of catalogue services. */
function seedServices(dates: { createdAt: string; updatedAt: string }): CatalogService[] {
	const known = ['Paylane', 'Cloud Nine', 'Mailwing', 'Mapstead'];
	const others = Array.from({ length: 26 }, (_none, index) => `Vendor ${index + 1}`);
	return [...known, ...others].map((name) => ({
		id: uuidOf(`service ${name}`),
		slug: name.toLowerCase().replace(' ', '-'),
		name,
		category: 'infrastructure',
		adapterType: 'statuspage',
		pollingIntervalSeconds: 60,
		lifecycleStatus: 'ACTIVE',
		enabled: true,
		published: true,
		overallStatus: 'operational',
		componentCount: 3,
		activeIncidentCount: 0,
		dataCompleteness: 'full',
		...dates,
	}));
}

function subscription(service: CatalogService, subscribedAt: string) {
	const { id, slug, name, category, adapterType, pollingIntervalSeconds, overallStatus } = service;
	return {
		subscriptionId: uuidOf(`subscription ${name}`),
		serviceId: id,
		slug,
		name,
		category,
		adapterType,
		pollingIntervalSeconds,
		enabled: true,
		overallStatus,
		alertSensitivity: 'ALL',
		subscribedAt,
	};
}

/** n manual incidents, one a minute, the newest an hour old. */
export function seedManyIncidents(
	store: DevHelmStore,
	count: number,
	now = store.clock.now(),
): void {
	const statuses: IncidentStatus[] = ['CONFIRMED', 'RESOLVED'];
	const severities: Severity[] = ['DOWN', 'DEGRADED', 'MAINTENANCE'];
	for (let index = 0; index < count; index += 1) {
		addIncident(store, {
			title: `Seeded incident ${index + 1}`,
			severity: severities[index % severities.length],
			status: statuses[index % statuses.length],
			at: now - 3_600_000 - (count - index) * 60_000,
		});
	}
}
