import { uuidOf } from '../../core/ids';
import { get, post, type Params, type Route } from '../../core/router';
import { formatted, object, required, uuid } from '../../core/shape';
import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { readBody } from '../body';
import { invalidQuery, notFound, refuse } from '../errors';
import { numberedPage } from '../paging';
import type { DevHelmStore } from '../types';
import { findPage } from './find';

export interface Subscriber extends JsonObject {
	id: string;
	email: string;
	confirmed: boolean;
	createdAt: string;
}

const ALL = '/api/v1/status-pages/{pageId}/subscribers';

export const subscriberRoutes: Array<Route<DevHelmStore>> = [
	get(ALL, (store, request, { pageId }) =>
		numberedPage(
			request,
			of(store, pageId).filter(({ confirmed }) => confirmed),
			20,
		),
	),
	post(ALL, add),
	{ method: 'DELETE', path: `${ALL}/{id}`, handle: remove },
];

function of(store: DevHelmStore, pageId: string): Subscriber[] {
	const page = findPage(store, pageId);
	const known = store.subscribers.get(page) ?? [];
	store.subscribers.set(page, known);
	return known;
}

const email = { name: 'email', test: (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) };

/** What a second one for an address is answered is not documented. */
function add(store: DevHelmStore, request: SandboxRequest, { pageId }: Params): Reply {
	const all = of(store, pageId);
	const wanted = readBody<{ email: string }>(
		request,
		object({ email: required(formatted(email)) }),
	);
	const address = wanted.email.toLowerCase();
	if (all.some((one) => one.email === address)) throw refuse(409, 'Already subscribed');
	const subscriber = {
		id: uuidOf(`subscriber ${pageId} ${address}`),
		email: address,
		confirmed: true,
		createdAt: new Date(store.clock.now()).toISOString(),
	};
	all.push(subscriber);
	return { status: 201, body: { data: subscriber } };
}

function remove(store: DevHelmStore, _request: SandboxRequest, { pageId, id }: Params): Reply {
	if (!uuid.test(id)) throw invalidQuery('subscriberId', 'must be a UUID');
	const all = of(store, pageId);
	const position = all.findIndex((one) => one.id === id.toLowerCase());
	if (position < 0) throw notFound('Subscriber');
	all.splice(position, 1);
	return { status: 204 };
}
