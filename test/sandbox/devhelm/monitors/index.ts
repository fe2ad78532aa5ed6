import { get, post, type Params, type Route } from '../../core/router';
import type { Query, Reply, SandboxRequest } from '../../core/types';
import { invalidQuery } from '../errors';
import { numberedPage, single, sorted } from '../paging';
import type { DevHelmStore, Monitor } from '../types';
import { monitorChangeRoutes } from './change';
import { answer, find } from './find';
import { monitorResultRoutes } from './results';

const sortable = ['createdAt', 'name', 'type', 'updatedAt'] as const;

export const monitorRoutes: Array<Route<DevHelmStore>> = [
	get('/api/v1/monitors', list),
	get('/api/v1/monitors/{id}', (store, _request, { id }) => answer(find(store, id))),
	post('/api/v1/monitors/{id}/pause', switched(false)),
	post('/api/v1/monitors/{id}/resume', switched(true)),
	...monitorChangeRoutes,
	...monitorResultRoutes,
];

function list(store: DevHelmStore, request: SandboxRequest): Reply {
	const { query } = request;
	const tags = [single(query, 'tag'), ...(single(query, 'tags') ?? '').split(',')].filter(Boolean);
	const environmentId = single(query, 'environmentId');
	const search = single(query, 'search')?.toLowerCase();
	const enabled = readFlag(query, 'enabled') ?? readState(query);
	const agrees = (name: string, actual: unknown) =>
		[undefined, actual].includes(single(query, name));
	const found = [...store.monitors.values()].filter(
		(monitor) =>
			(search === undefined || monitor.name.toLowerCase().includes(search)) &&
			(enabled === undefined || monitor.enabled === enabled) &&
			agrees('type', monitor.type) &&
			agrees('managedBy', monitor.managedBy) &&
			(!tags.length || monitor.tags.some(({ name }) => tags.includes(name))) &&
			(environmentId === undefined || monitor.environment?.id === environmentId),
	);
	return numberedPage(request, sorted(found, query, sortable), 20, listEntry);
}

/** A list leaves out what belongs to a single monitor. */
function listEntry({ alertChannelIds, assertions, ...monitor }: Monitor) {
	return assertions === undefined && alertChannelIds === undefined
		? monitor
		: { ...monitor, assertions: null };
}

/** No matter what it was before. */
function switched(enabled: boolean) {
	return (store: DevHelmStore, _request: SandboxRequest, { id }: Params): Reply => {
		const monitor = find(store, id);
		if (monitor.enabled !== enabled) {
			monitor.enabled = enabled;
			monitor.currentStatus = enabled ? 'unknown' : 'paused';
			monitor.updatedAt = new Date(store.clock.now()).toISOString();
		}
		return answer(monitor);
	};
}

/** Another word for `enabled`, which goes before it. */
function readState(query: Query): boolean | undefined {
	const value = single(query, 'status');
	if (value === undefined) return undefined;
	if (value !== 'active' && value !== 'paused') {
		throw invalidQuery('status', 'must be active or paused');
	}
	return value === 'active';
}

function readFlag(query: Query, name: string): boolean | undefined {
	const value = single(query, name);
	if (value === undefined) return undefined;
	if (value !== 'true' && value !== 'false') throw invalidQuery(name, 'must be true or false');
	return value === 'true';
}
