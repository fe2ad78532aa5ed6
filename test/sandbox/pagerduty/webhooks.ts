import { createHmac, randomUUID } from 'node:crypto';

import { Deliveries } from '../core/deliveries';
import { hexOf, lettersOf } from '../core/ids';
import { get, post, put } from '../core/router';
import type { Route } from '../core/router';
import { queryValue } from '../core/request';
import type { JsonObject, SandboxRequest } from '../core/types';
import { isObject } from '../core/values';
import { requireWriteAccess } from './auth';
import type { PagerDutyContext } from './auth';
import { invalidInput, notFound, refuse } from './errors';
import { readBody } from './incidents/find';
import { classicPage } from './query';
import type { Incident, PagerDutyStore } from './types';

const mostPerScope = 10;
const scopes = ['account', 'service', 'team'];

/** A webhook subscription v3, with the secret that only the answer to its creation shows. */
export interface WebhookSubscription extends JsonObject {
	id: string;
	type: 'webhook_subscription';
	active: boolean;
	description: string | null;
	events: string[];
	filter: { type: string; id?: string };
	delivery_method: {
		id: string;
		type: 'http_delivery_method';
		url: string;
		secret: string | null;
		temporarily_disabled: boolean;
		custom_headers: Array<{ name: string; value: string }>;
	};
}

/** Something that subscribers are told of. */
export interface Happened {
	type: string;
	data: JsonObject;
	/** Who did it; null unless given. */
	agent?: object | null;
	/** From where; null unless given. */
	client?: JsonObject | null;
}

/** Retried for 48 hours after anything that may pass; other 4xx are dropped. */
export function pagerDutyDeliveries(): Deliveries {
	return new Deliveries({
		timeoutMs: 5_000,
		pausesMs: [1_000, 2_000, 4_000, 8_000, 16_000],
		isRetried: (status) => status === 0 || status === 429 || status >= 500,
	});
}

/** An incident as webhooks show it: other names than the REST API's, and no details. */
export function webhookIncident(incident: Incident): JsonObject {
	const { id, type, self, html_url, status, incident_key, created_at, title, service } = incident;
	return {
		id,
		type,
		self,
		html_url,
		number: incident.incident_number,
		status,
		incident_key,
		created_at,
		title,
		incident_type: incident.incident_type,
		service,
		assignees: incident.assignments.map(({ assignee }) => assignee),
		escalation_policy: incident.escalation_policy,
		teams: incident.teams,
		priority: incident.priority,
		urgency: incident.urgency,
		conference_bridge: incident.conference_bridge,
		resolve_reason: incident.resolve_reason,
	};
}

/** Delivers an event to every subscription that asks for it, signed with its secret. */
export function announce(
	{ clock, webhooks, secrets }: PagerDutyStore,
	deliveries: Deliveries,
	{ type, data, agent = null, client = null }: Happened,
): void {
	const event = {
		id: lettersOf(randomUUID(), 26),
		event_type: type,
		resource_type: type.split('.')[0],
		occurred_at: new Date(clock.now()).toISOString(),
		agent,
		client,
		data,
	};
	const body = JSON.stringify({ event });
	for (const one of webhooks.values()) {
		const { url, temporarily_disabled, custom_headers } = one.delivery_method;
		if (!one.active || temporarily_disabled) continue;
		if (type !== 'pagey.ping' && !(one.events.includes(type) && isAbout(one.filter, data)))
			continue;
		const own = custom_headers.map(({ name, value }) => [name.toLowerCase(), value]);
		void deliveries.send({
			url,
			body,
			headers: {
				...Object.fromEntries(own),
				'content-type': 'application/json',
				'user-agent': 'PagerDuty-Webhook/V3.0',
				'x-pagerduty-signature': `v1=${signature(secrets.get(one.id) ?? '', body)}`,
				'x-webhook-id': randomUUID(),
				'x-webhook-subscription': one.id,
			},
		});
	}
}

export function signature(secret: string, body: string): string {
	return createHmac('sha256', secret).update(body).digest('hex');
}

function isAbout({ type, id }: WebhookSubscription['filter'], data: JsonObject): boolean {
	if (type === 'account_reference') return true;
	const idsOf = (value: unknown) => [value].flat().flatMap((one) => (isObject(one) ? one.id : []));
	if (data.type === 'service' && type === 'service_reference') return data.id === id;
	return idsOf(type === 'service_reference' ? data.service : data.teams).includes(id);
}

/** As it is read: the secret is never shown again. */
function shown(one: WebhookSubscription): WebhookSubscription {
	const custom_headers = one.delivery_method.custom_headers.map(({ name }) => ({
		name,
		value: '-- redacted --',
	}));
	return { ...one, delivery_method: { ...one.delivery_method, custom_headers, secret: null } };
}

function readEvents(value: unknown): string[] {
	if (!Array.isArray(value) || !value.length) throw invalidInput('Events cannot be empty.');
	if (!value.every((event): event is string => typeof event === 'string')) {
		throw invalidInput('Events must be strings.');
	}
	if (value.includes('pagey.ping')) throw invalidInput('Event pagey.ping cannot be subscribed to.');
	return value;
}

function readFilter(store: PagerDutyStore, value: unknown): WebhookSubscription['filter'] {
	const { type, id } = isObject(value) ? value : {};
	const scope = String(type).replace(/_reference$/, '');
	if (!scopes.includes(scope)) throw invalidInput('Filter type is not valid.');
	if (scope === 'account') return { type: 'account_reference' };
	const known = scope === 'service' ? store.services : store.teams;
	if (typeof id !== 'string' || !known.has(id)) throw invalidInput('Filter id is not valid.');
	return { type: `${scope}_reference`, id };
}

function readWanted(request: SandboxRequest): JsonObject {
	const { webhook_subscription: wanted } = readBody(request);
	if (!isObject(wanted)) throw invalidInput('webhook_subscription is missing.');
	return wanted;
}

function find({ webhooks }: PagerDutyStore, id: string): WebhookSubscription {
	const found = webhooks.get(id);
	if (!found) throw notFound();
	return found;
}

export const webhookRoutes: Array<Route<PagerDutyContext>> = [
	get('/webhook_subscriptions', ({ store }, request) => {
		const type = queryValue(request.query, 'filter_type');
		const id = queryValue(request.query, 'filter_id');
		if (type !== undefined && !scopes.includes(type))
			throw invalidInput('filter_type is not valid.');
		if (type !== undefined && type !== 'account' && !id)
			throw invalidInput('filter_id is missing.');
		const found = [...store.webhooks.values()].filter(
			({ filter }) =>
				type === undefined || (filter.type === `${type}_reference` && filter.id === id),
		);
		return classicPage(request, 'webhook_subscriptions', found, shown);
	}),
	post('/webhook_subscriptions', ({ store, caller }, request) => {
		requireWriteAccess(caller);
		const wanted = readWanted(request);
		const { delivery_method: method, description, active } = wanted;
		if (wanted.type !== 'webhook_subscription') throw invalidInput('Type is not valid.');
		if (!isObject(method) || method.type !== 'http_delivery_method') {
			throw invalidInput('Delivery method is not valid.');
		}
		if (typeof method.url !== 'string' || !/^https?:\/\//.test(method.url)) {
			throw invalidInput('Delivery method url is not valid.');
		}
		const filter = readFilter(store, wanted.filter);
		const same = [...store.webhooks.values()].filter(
			(one) => one.filter.type === filter.type && one.filter.id === filter.id,
		);
		if (same.length >= mostPerScope) {
			throw refuse(400, 2019, 'Product Limit Reached', ['Webhook subscription limit exceeded']);
		}
		const number = store.nextWebhook++;
		const id = `P${lettersOf(`webhook ${number}`, 6)}`;
		const secret = hexOf(`secret ${number}`, 64);
		const made: WebhookSubscription = {
			id,
			type: 'webhook_subscription',
			active: active !== false,
			description: typeof description === 'string' ? description : null,
			events: readEvents(wanted.events),
			filter,
			delivery_method: {
				id: `D${lettersOf(`delivery ${number}`, 6)}`,
				type: 'http_delivery_method',
				url: method.url,
				secret: null,
				temporarily_disabled: false,
				custom_headers: (Array.isArray(method.custom_headers)
					? method.custom_headers
					: []) as WebhookSubscription['delivery_method']['custom_headers'],
			},
		};
		store.webhooks.set(id, made);
		store.secrets.set(id, secret);
		const body = { ...made, delivery_method: { ...made.delivery_method, secret } };
		return { status: 201, body: { webhook_subscription: body } };
	}),
	get('/webhook_subscriptions/{id}', ({ store }, _request, { id }) => ({
		status: 200,
		body: { webhook_subscription: shown(find(store, id)) },
	})),
	put('/webhook_subscriptions/{id}', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		const one = find(store, id);
		const { events, filter, active, description, delivery_method } = readWanted(request);
		if (delivery_method !== undefined) throw invalidInput('Delivery method cannot be changed.');
		if (events !== undefined) one.events = readEvents(events);
		if (filter !== undefined) one.filter = readFilter(store, filter);
		if (typeof active === 'boolean') one.active = active;
		if (typeof description === 'string') one.description = description;
		return { status: 200, body: { webhook_subscription: shown(one) } };
	}),
	post('/webhook_subscriptions/{id}/enable', ({ store, caller }, _request, { id }) => {
		requireWriteAccess(caller);
		const one = find(store, id);
		one.delivery_method.temporarily_disabled = false;
		return { status: 200, body: { webhook_subscription: shown(one) } };
	}),
	post('/webhook_subscriptions/{id}/ping', ({ store, caller }, _request, { id }) => {
		requireWriteAccess(caller);
		find(store, id);
		store.happened.push({
			type: 'pagey.ping',
			data: { type: 'ping', message: 'Hello from your friend Pagey!' },
		});
		return { status: 202 };
	}),
	{
		method: 'DELETE',
		path: '/webhook_subscriptions/{id}',
		handle: ({ store, caller }, _request, { id }) => {
			requireWriteAccess(caller);
			find(store, id);
			store.webhooks.delete(id);
			return { status: 204 };
		},
	},
];
