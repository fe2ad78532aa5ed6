import { get } from '../core/router';
import type { Route } from '../core/router';
import type { Query } from '../core/types';
import { invalidQuery } from './errors';
import { cursorPage, numberedPage, shortList, single } from './paging';
import type { DevHelmStore } from './types';

/** Lists that feed the drop-downs. */
export const lookupRoutes: Array<Route<DevHelmStore>> = [
	get('/api/v1/services', (store, request) => {
		const { query } = request;
		const isEqual = (name: string, value: unknown) =>
			[undefined, String(value)].includes(single(query, name));
		const sort = single(query, 'sort') ?? 'recent';
		if (!['curated', 'recent'].includes(sort)) {
			throw invalidQuery('sort', 'must be recent or curated');
		}
		const found = [...store.services.values()].filter(
			({ name, slug, category, overallStatus, published }) =>
				contains(query, 'search', `${name} ${slug}`) &&
				isEqual('category', category) &&
				isEqual('status', overallStatus) &&
				isEqual('published', published),
		);
		return cursorPage(request, found);
	}),
	get('/api/v1/alert-channels', (store, request) => {
		const type = single(request.query, 'type');
		const found = [...store.alertChannels.values()].filter(
			({ name, channelType }) =>
				contains(request.query, 'search', name) && (type === undefined || channelType === type),
		);
		return numberedPage(request, found, 20);
	}),
	get('/api/v1/tags', ({ tags }, request) => numberedPage(request, [...tags.values()], 20)),
	get('/api/v1/workspaces', ({ workspaces }, request) =>
		numberedPage(request, [...workspaces.values()], 20),
	),
	get('/api/v1/service-subscriptions', (store) => shortList(store.subscriptions.values())),
	get('/api/v1/resource-groups', (store) => shortList(store.resourceGroups.values())),
	get('/api/v1/secrets', (store) => shortList(store.secrets.values())),
	get('/api/v1/environments', (store) => shortList(store.environments.values())),
	get('/api/v1/status-pages', (store) => shortList(store.statusPages.values())),
	get('/api/v1/notification-policies', (store) => shortList(store.notificationPolicies.values())),
];

function contains(query: Query, name: string, text: string): boolean {
	const wanted = single(query, name);
	return wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase());
}
