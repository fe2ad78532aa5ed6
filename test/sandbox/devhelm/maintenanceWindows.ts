import { uuidOf } from '../core/ids';
import { get, post, put, type Params, type Route } from '../core/router';
import { dateTime, flag, formatted, nullable, object, required, uuid } from '../core/shape';
import type { JsonObject, Query, Reply, SandboxRequest } from '../core/types';
import { readBody } from './body';
import { invalid, invalidQuery, notFound } from './errors';
import { organizationId } from './organization';
import { numberedPage, single } from './paging';
import type { DevHelmStore } from './types';

export interface MaintenanceWindow extends JsonObject {
	id: string;
	monitorId: string | null;
	organizationId: number;
	startsAt: string;
	endsAt: string;
	repeatRule: string | null;
	reason: string | null;
	suppressAlerts: boolean;
	createdAt: string;
}

const PATH = '/api/v1/maintenance-windows';
const ONE = `${PATH}/{id}`;

export const maintenanceWindowRoutes: Array<Route<DevHelmStore>> = [
	post(PATH, create),
	get(PATH, (store, request) => {
		const monitorId = single(request.query, 'monitorId')?.toLowerCase();
		if (monitorId !== undefined && !uuid.test(monitorId)) {
			throw invalidQuery('monitorId', 'must be a UUID');
		}
		const isInTime = readFilter(request.query, store.clock.now());
		const found = [...store.maintenanceWindows.values()].filter(
			(window) => (monitorId === undefined || window.monitorId === monitorId) && isInTime(window),
		);
		return numberedPage(request, found, 20);
	}),
	get(ONE, (store, _request, { id }) => answer(find(store, id))),
	put(ONE, change),
	{ method: 'DELETE', path: ONE, handle: remove },
];

function readFilter(query: Query, now: number): (window: MaintenanceWindow) => boolean {
	const filter = single(query, 'filter');
	if (filter === undefined) return () => true;
	if (filter === 'upcoming') return ({ startsAt }) => Date.parse(startsAt) > now;
	if (filter !== 'active') throw invalidQuery('filter', 'must be active or upcoming');
	return ({ startsAt, endsAt }) => Date.parse(startsAt) <= now && Date.parse(endsAt) > now;
}

function find(store: DevHelmStore, id: string): MaintenanceWindow {
	if (!uuid.test(id)) throw invalidQuery('id', 'must be a UUID');
	const window = store.maintenanceWindows.get(id.toLowerCase());
	if (!window) throw notFound('Maintenance window');
	return window;
}

function answer(window: MaintenanceWindow, status = 200): Reply {
	return { status, body: { data: window } };
}

const shape = object({
	monitorId: nullable(formatted(uuid)),
	startsAt: required(formatted(dateTime)),
	endsAt: required(formatted(dateTime)),
	repeatRule: nullable({ kind: 'string', max: 100 }),
	reason: nullable({ kind: 'string', max: 500 }),
	suppressAlerts: nullable(flag),
});

type Wanted = Partial<MaintenanceWindow> & { startsAt: string; endsAt: string };

/** What a request says is the whole window: what it leaves out has no value. */
function readWindow(store: DevHelmStore, request: SandboxRequest) {
	const wanted = readBody<Wanted>(request, shape);
	const monitorId = wanted.monitorId?.toLowerCase() ?? null;
	if (monitorId !== null && !store.monitors.has(monitorId)) throw notFound('Monitor');
	if (Date.parse(wanted.endsAt) <= Date.parse(wanted.startsAt)) {
		throw invalid({ code: 'INVALID_VALUE', field: '/endsAt', message: 'must be after startsAt' });
	}
	return {
		monitorId,
		startsAt: new Date(wanted.startsAt).toISOString(),
		endsAt: new Date(wanted.endsAt).toISOString(),
		repeatRule: wanted.repeatRule ?? null,
		reason: wanted.reason ?? null,
		suppressAlerts: wanted.suppressAlerts ?? true,
	};
}

function create(store: DevHelmStore, request: SandboxRequest): Reply {
	const window: MaintenanceWindow = {
		id: uuidOf(`maintenance window ${store.maintenanceWindows.size + 1}`),
		organizationId,
		...readWindow(store, request),
		createdAt: new Date(store.clock.now()).toISOString(),
	};
	store.maintenanceWindows.set(window.id, window);
	return answer(window, 201);
}

function change(store: DevHelmStore, request: SandboxRequest, { id }: Params): Reply {
	return answer(Object.assign(find(store, id), readWindow(store, request)));
}

function remove(store: DevHelmStore, _request: SandboxRequest, { id }: Params): Reply {
	store.maintenanceWindows.delete(find(store, id).id);
	return { status: 204 };
}
