import { uuidOf } from '../../core/ids';
import { post, put, type Params, type Route } from '../../core/router';
import { check, object, oneOf, required, type Problem } from '../../core/shape';
import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { readBody } from '../body';
import { invalidBody, notFound } from '../errors';
import { organizationId } from '../organization';
import type { DevHelmStore, Monitor, Tag } from '../types';
import { answer, find } from './find';
import { assertionShapes, changeShape, configShapes, createShape } from './shapes';

export const monitorChangeRoutes: Array<Route<DevHelmStore>> = [
	post('/api/v1/monitors', create),
	put('/api/v1/monitors/{id}', change),
	{ method: 'DELETE', path: '/api/v1/monitors/{id}', handle: remove },
];

interface Assertion {
	config: JsonObject & { type?: string };
	severity?: string | null;
}

interface Wanted {
	name?: string | null;
	type?: Monitor['type'];
	config?: JsonObject | null;
	frequencySeconds?: number | null;
	enabled?: boolean | null;
	regions?: string[] | null;
	managedBy?: string | null;
	environmentId?: string | null;
	assertions?: Assertion[] | null;
	auth?: JsonObject | null;
	incidentPolicy?: JsonObject | null;
	alertChannelIds?: string[] | null;
	tags?: { tagIds?: string[] | null; newTags?: Array<{ name: string; color?: string }> } | null;
	clearEnvironmentId?: boolean | null;
	clearAuth?: boolean | null;
}

const at = (path: string) => (problem: Problem) => ({ ...problem, path: [path, ...problem.path] });

/** What depends on the type: the configuration, and each assertion. */
function checkTyped(type: string, { config, assertions }: Wanted): void {
	const problems = config ? check(config, object(configShapes[type])).map(at('config')) : [];
	for (const { config: assertion } of assertions ?? []) {
		const kind = required(oneOf(...Object.keys(assertionShapes)));
		const members = assertionShapes[assertion.type ?? ''] ?? {};
		problems.push(...check(assertion, object({ type: kind, ...members })).map(at('assertions')));
	}
	if (problems.length) throw invalidBody(problems);
}

function create(store: DevHelmStore, request: SandboxRequest): Reply {
	const wanted = readBody<Wanted & { name: string; type: Monitor['type']; config: JsonObject }>(
		request,
		createShape,
	);
	const { name, type, config } = wanted;
	checkTyped(type, wanted);
	const now = new Date(store.clock.now()).toISOString();
	const id = uuidOf(`new monitor ${(store.nextMonitor += 1)}`);
	const monitor: Monitor = {
		id,
		organizationId,
		name,
		type,
		config,
		frequencySeconds: 60,
		enabled: true,
		regions: ['us-east'],
		managedBy: 'API',
		createdAt: now,
		updatedAt: now,
		tags: [],
		environment: null,
		currentStatus: null,
		assertions: [],
		auth: null,
		incidentPolicy: null,
		alertChannelIds: [],
		pingUrl: type === 'HEARTBEAT' ? `https://api.devhelm.io/ping/${id}` : null,
	};
	apply(store, monitor, wanted);
	store.monitors.set(id, monitor);
	return answer(monitor, 201);
}

function change(store: DevHelmStore, request: SandboxRequest, { id }: Params): Reply {
	const monitor = find(store, id);
	const wanted = readBody<Wanted>(request, changeShape);
	checkTyped(monitor.type, wanted);
	apply(store, monitor, wanted);
	monitor.updatedAt = new Date(store.clock.now()).toISOString();
	return answer(monitor);
}

function remove(store: DevHelmStore, _request: SandboxRequest, { id }: Params): Reply {
	store.monitors.delete(find(store, id).id);
	return { status: 204 };
}

/** What is null or absent stays. */
function apply(store: DevHelmStore, monitor: Monitor, wanted: Wanted): void {
	const environment = wanted.environmentId?.toLowerCase();
	const found = environment === undefined ? undefined : store.environments.get(environment);
	if (environment !== undefined && !found) throw notFound('Environment');
	const channels = wanted.alertChannelIds?.map((id) => id.toLowerCase());
	if (channels?.some((id) => !store.alertChannels.has(id))) throw notFound('Alert channel');
	const tags = wanted.tags ? tagsOf(store, wanted.tags) : [];
	const { name, config, frequencySeconds, enabled, regions, managedBy, auth } = wanted;
	const given = { name, config, frequencySeconds, enabled, regions, managedBy, auth };
	const known = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
	Object.assign(monitor, Object.fromEntries(known));
	if (found) monitor.environment = { id: found.id, name: found.name, slug: found.slug };
	if (wanted.clearEnvironmentId) monitor.environment = null;
	if (wanted.clearAuth) monitor.auth = null;
	if (channels) monitor.alertChannelIds = channels;
	if (tags.length) {
		const byId = new Map([...monitor.tags, ...tags].map((tag) => [tag.id, tag]));
		monitor.tags = [...byId.values()];
	}
	if (wanted.assertions) monitor.assertions = stored(monitor.id, wanted.assertions);
	if (wanted.incidentPolicy) {
		const { createdAt, updatedAt, id } = monitor;
		const own = { id: uuidOf(`policy ${id}`), monitorId: id, createdAt, updatedAt };
		monitor.incidentPolicy = { ...own, ...wanted.incidentPolicy };
	}
	if (typeof enabled === 'boolean') monitor.currentStatus = enabled ? 'unknown' : 'paused';
}

function stored(monitorId: string, wanted: Assertion[]): JsonObject[] {
	return wanted.map(({ config, severity }, index) => ({
		id: uuidOf(`assertion ${monitorId} ${index}`),
		monitorId,
		assertionType: config.type,
		config,
		severity: severity ?? 'fail',
	}));
}

function tagsOf(store: DevHelmStore, { tagIds, newTags }: NonNullable<Wanted['tags']>): Tag[] {
	const known = (tagIds ?? []).map((id) => {
		const tag = store.tags.get(id.toLowerCase());
		if (!tag) throw notFound('Tag');
		return tag;
	});
	const now = new Date(store.clock.now()).toISOString();
	const made = (newTags ?? []).map(({ name, color = '#6B7280' }) => {
		const same = [...store.tags.values()].find((tag) => tag.name === name);
		const dates = { createdAt: now, updatedAt: now };
		const tag = same ?? { id: uuidOf(`tag ${name}`), organizationId, name, color, ...dates };
		store.tags.set(tag.id, tag);
		return tag;
	});
	return [...known, ...made];
}
