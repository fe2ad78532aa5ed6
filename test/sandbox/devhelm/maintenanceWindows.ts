import { uuidOf } from '../core/ids';
import { get, post, type Route } from '../core/router';
import { dateTime, flag, formatted, nullable, object, required, uuid } from '../core/shape';
import type { JsonObject, Reply, SandboxRequest } from '../core/types';
import { readBody } from './body';
import { invalid, notFound } from './errors';
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

export const maintenanceWindowRoutes: Array<Route<DevHelmStore>> = [
	post(PATH, create),
	get(PATH, (store, request) => {
		const monitorId = single(request.query, 'monitorId')?.toLowerCase();
		const found = [...store.maintenanceWindows.values()].filter(
			(window) => monitorId === undefined || window.monitorId === monitorId,
		);
		return numberedPage(request, found, 20);
	}),
];

const shape = object({
	monitorId: nullable(formatted(uuid)),
	startsAt: required(formatted(dateTime)),
	endsAt: required(formatted(dateTime)),
	repeatRule: nullable({ kind: 'string', max: 100 }),
	reason: nullable({ kind: 'string', max: 500 }),
	suppressAlerts: nullable(flag),
});

function create(store: DevHelmStore, request: SandboxRequest): Reply {
	const wanted = readBody<Partial<MaintenanceWindow> & { startsAt: string; endsAt: string }>(
		request,
		shape,
	);
	const monitorId = wanted.monitorId?.toLowerCase() ?? null;
	if (monitorId !== null && !store.monitors.has(monitorId)) throw notFound('Monitor');
	if (Date.parse(wanted.endsAt) <= Date.parse(wanted.startsAt)) {
		throw invalid({ code: 'INVALID_VALUE', field: '/endsAt', message: 'must be after startsAt' });
	}
	const window: MaintenanceWindow = {
		id: uuidOf(`maintenance window ${store.maintenanceWindows.size + 1}`),
		monitorId,
		organizationId,
		startsAt: new Date(wanted.startsAt).toISOString(),
		endsAt: new Date(wanted.endsAt).toISOString(),
		repeatRule: wanted.repeatRule ?? null,
		reason: wanted.reason ?? null,
		suppressAlerts: wanted.suppressAlerts ?? true,
		createdAt: new Date(store.clock.now()).toISOString(),
	};
	store.maintenanceWindows.set(window.id, window);
	return { status: 201, body: { data: window } };
}
