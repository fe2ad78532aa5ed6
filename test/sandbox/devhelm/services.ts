import { uuidOf } from '../core/ids';
import { get, post, type Params, type Route } from '../core/router';
import { formatted, nullable, object, oneOf, required, uuid } from '../core/shape';
import type { JsonObject, Query, Reply, SandboxRequest } from '../core/types';
import { queryList } from '../core/request';
import { readBody } from './body';
import { invalidQuery, notFound } from './errors';
import { numberedPage, shortList, single, sorted } from './paging';
import type { CatalogService, DevHelmStore } from './types';

export interface ServiceComponent extends JsonObject {
	id: string;
	name: string;
	status: string;
}

export interface ServiceIncident extends JsonObject {
	id: string;
	serviceId: string;
	status: string;
	startedAt: string;
	updatedAt: string;
	resolvedAt: string | null;
}

export interface ServiceMaintenance extends JsonObject {
	id: string;
	status: string;
}

/** What is known of the services of others, beside the catalogue. */
export interface ServiceFacts {
	components: ServiceComponent[];
	incidents: ServiceIncident[];
	maintenances: ServiceMaintenance[];
	lastPolledAt: string;
}

const ONE = '/api/v1/services/{service}';
const SUBSCRIPTION = '/api/v1/service-subscriptions/{id}';

export const serviceRoutes: Array<Route<DevHelmStore>> = [
	get('/api/v1/services/incidents', (store, request) => {
		const category = single(request.query, 'category');
		const wanted = [...store.services.values()].filter(
			(service) => category === undefined || service.category === category,
		);
		return incidents(
			request,
			wanted.flatMap(({ id }) => factsOf(store, id).incidents),
		);
	}),
	get(ONE, detail),
	get(`${ONE}/live-status`, liveStatus),
	get(`${ONE}/components`, (store, _request, { service }) =>
		shortList(factsOf(store, find(store, service).id).components),
	),
	get(`${ONE}/incidents`, (store, request, { service }) =>
		incidents(request, factsOf(store, find(store, service).id).incidents),
	),
	get(`${ONE}/maintenances`, (store, { query }, { service }) => {
		const statuses = queryList(query, 'status');
		const { maintenances } = factsOf(store, find(store, service).id);
		return shortList(
			maintenances.filter(({ status }) => !statuses.length || statuses.includes(status)),
		);
	}),
	post('/api/v1/service-subscriptions/{slug}', subscribe),
	{ method: 'PATCH', path: `${SUBSCRIPTION}/alert-sensitivity`, handle: setSensitivity },
	{ method: 'DELETE', path: SUBSCRIPTION, handle: unsubscribe },
];

/** A quiet service; the first of the catalogue has an incident and a maintenance. */
export function seedFacts(service: CatalogService, now: number, isFirst: boolean): ServiceFacts {
	const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
	const { id, name, slug } = service;
	const component = (part: string, status: string): ServiceComponent => ({
		id: uuidOf(`component ${name} ${part}`),
		externalId: `${slug}-${part}`,
		name: part,
		status,
		description: null,
		groupId: null,
		position: null,
		showcase: true,
		onlyShowIfDegraded: false,
		startDate: null,
		vendorCreatedAt: null,
		lifecycleStatus: 'ACTIVE',
		dataType: 'component',
		hasUptime: true,
		region: null,
		groupName: null,
		displayAggregatedUptime: false,
		childCount: null,
		uptime: null,
		statusChangedAt: null,
		firstSeenAt: at(-2400),
		lastSeenAt: at(0),
		isGroup: false,
	});
	const incident = (title: string, status: string, hours: number): ServiceIncident => ({
		id: uuidOf(`incident ${name} ${title}`),
		serviceId: id,
		serviceSlug: slug,
		serviceName: name,
		externalId: null,
		title,
		status,
		impact: status === 'resolved' ? 'minor' : 'major',
		startedAt: at(hours),
		resolvedAt: status === 'resolved' ? at(hours + 1) : null,
		updatedAt: at(hours + 1),
		shortlink: `https://${slug}.example/i/1`,
		detectedAt: at(hours),
		vendorCreatedAt: at(hours),
	});
	return {
		components: [
			component('API', isFirst ? 'major_outage' : 'operational'),
			component('Dashboard', 'operational'),
		],
		incidents: isFirst
			? [incident('Payments fail', 'investigating', -2), incident('Slow API', 'resolved', -500)]
			: [],
		maintenances: isFirst
			? [
					{
						id: uuidOf(`maintenance ${name}`),
						externalId: 'm-1',
						title: 'New database',
						status: 'scheduled',
						impact: 'maintenance',
						shortlink: `https://${slug}.example/m/1`,
						scheduledFor: at(48),
						scheduledUntil: at(50),
						startedAt: null,
						completedAt: null,
						affectedComponents: [
							{ id: uuidOf(`component ${name} API`), name: 'API', status: 'operational' },
						],
						updates: [
							{ id: uuidOf(`update ${name}`), status: 'scheduled', body: null, displayAt: at(-24) },
						],
					},
				]
			: [],
		lastPolledAt: at(0),
	};
}

function find(store: DevHelmStore, slugOrId: string): CatalogService {
	const found = [...store.services.values()].find(({ id, slug }) =>
		[id, slug].includes(slugOrId.toLowerCase()),
	);
	if (!found) throw notFound('Service');
	return found;
}

function factsOf(store: DevHelmStore, id: string): ServiceFacts {
	const facts = store.serviceFacts.get(id);
	if (!facts) throw notFound('Service');
	return facts;
}

function readFlag(query: Query, name: string): boolean {
	const value = single(query, name) ?? 'false';
	if (value !== 'true' && value !== 'false') throw invalidQuery(name, 'must be true or false');
	return value === 'true';
}

function detail(store: DevHelmStore, { query }: SandboxRequest, { service }: Params): Reply {
	const found = find(store, service);
	const [isShort, publishedOnly] = ['summary', 'publishedOnly'].map((name) =>
		readFlag(query, name),
	);
	if (publishedOnly && !found.published) throw notFound('Service');
	const { components, incidents: recentIncidents, lastPolledAt } = factsOf(store, found.id);
	const { overallStatus, ...known } = found;
	// These are in the catalogue only.
	const left = { published: undefined, componentCount: undefined, activeIncidentCount: undefined };
	const included = isShort
		? components.filter(({ status }) => status !== 'operational')
		: components;
	const counts = { totalCount: components.length, includedCount: included.length };
	return {
		status: 200,
		body: {
			data: {
				...known,
				...left,
				currentStatus: overallStatus === null ? null : { overallStatus, lastPolledAt },
				recentIncidents,
				components: included,
				componentsSummary: isShort ? { ...counts, groupComponentCounts: {} } : null,
				uptime: null,
				activeMaintenances: [],
				relatedServices: null,
			},
		},
	};
}

function liveStatus(store: DevHelmStore, _request: SandboxRequest, { service }: Params): Reply {
	const { id, overallStatus } = find(store, service);
	const { components, incidents: all, lastPolledAt } = factsOf(store, id);
	const data = {
		overallStatus,
		componentStatuses: components.map((one) => ({
			id: one.id,
			name: one.name,
			status: one.status,
		})),
		activeIncidentCount: all.filter(({ resolvedAt }) => resolvedAt === null).length,
		lastPolledAt,
	};
	return { status: 200, body: { data } };
}

function incidents(request: SandboxRequest, all: ServiceIncident[]): Reply {
	const { query } = request;
	const from = single(query, 'from');
	if (from !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(from)) {
		throw invalidQuery('from', 'must be a date');
	}
	const status = single(query, 'status');
	if (status !== undefined && status !== 'active' && status !== 'resolved') {
		throw invalidQuery('status', 'must be active or resolved');
	}
	const found = all.filter(
		({ startedAt, resolvedAt }) =>
			(from === undefined || startedAt >= from) &&
			(status === undefined || (resolvedAt === null) === (status === 'active')),
	);
	const newestFirst = sorted(found, { sort: 'startedAt,desc' }, ['startedAt']);
	return numberedPage(request, sorted(newestFirst, query, ['startedAt', 'updatedAt']), 20);
}

const sensitivity = oneOf('ALL', 'AWARENESS', 'INCIDENTS_ONLY', 'MAJOR_ONLY');
const subscribeShape = object({
	componentId: nullable(formatted(uuid)),
	alertSensitivity: nullable(sensitivity),
});

/** One that is the same is there already: it is answered, as it is. */
function subscribe(store: DevHelmStore, request: SandboxRequest, { slug }: Params): Reply {
	const wanted = readBody<{ componentId?: string | null; alertSensitivity?: string | null }>(
		request,
		subscribeShape,
	);
	const service = [...store.services.values()].find((one) => one.slug === slug);
	if (!service) throw notFound('Service');
	const componentId = wanted.componentId?.toLowerCase() ?? null;
	const component = factsOf(store, service.id).components.find(({ id }) => id === componentId);
	if (componentId !== null && !component) throw notFound('Service component');
	const same = [...store.subscriptions.values()].find(
		(one) => one.serviceId === service.id && (one.componentId ?? null) === componentId,
	);
	if (same) return { status: 201, body: { data: same } };
	const { id, name, category, adapterType, pollingIntervalSeconds, overallStatus } = service;
	const subscription = {
		subscriptionId: uuidOf(`subscription ${name} ${String(componentId)}`),
		serviceId: id,
		slug,
		name,
		category,
		adapterType,
		pollingIntervalSeconds,
		enabled: true,
		overallStatus,
		componentId,
		component: component ?? null,
		alertSensitivity: wanted.alertSensitivity ?? 'AWARENESS',
		subscribedAt: new Date(store.clock.now()).toISOString(),
	};
	store.subscriptions.set(subscription.subscriptionId, subscription);
	return { status: 201, body: { data: subscription } };
}

function keyOf(store: DevHelmStore, id: string): string | undefined {
	if (!uuid.test(id)) throw invalidQuery('id', 'must be a UUID');
	const wanted = id.toLowerCase();
	return [...store.subscriptions].find(([, one]) => one.subscriptionId === wanted)?.[0];
}

function setSensitivity(store: DevHelmStore, request: SandboxRequest, { id }: Params): Reply {
	const shape = object({ alertSensitivity: required(sensitivity) });
	const wanted = readBody<{ alertSensitivity: string }>(request, shape);
	const found = store.subscriptions.get(keyOf(store, id) ?? '');
	if (!found) throw notFound('Subscription');
	return { status: 200, body: { data: Object.assign(found, wanted) } };
}

/** Where there is none, nothing is done. */
function unsubscribe(store: DevHelmStore, _request: SandboxRequest, { id }: Params): Reply {
	store.subscriptions.delete(keyOf(store, id) ?? '');
	return { status: 204 };
}
